"""Which files are taken as reports, and what is said of those that are not yet."""

from __future__ import annotations

from prongsai.core.access.decision import ALLOWED, Decision, refused

#: Endings of files that are read today.
READABLE = ("txt", "md", "html", "htm", "tsv")

#: Kinds that offices have and that are read later, with the way there until then.
LATER = {
    "doc": "Word", "docx": "Word", "xls": "Excel", "xlsx": "Excel", "pdf": "PDF",
    "jpg": "ภาพสแกน", "jpeg": "ภาพสแกน", "png": "ภาพสแกน",
}  # fmt: skip

#: The largest file, in bytes.
LARGEST = 5 * 1024 * 1024


def may_read(name: str, size: int) -> Decision:
    """Whether a file of that name and size (bytes) is taken as a report."""
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    if ending in LATER:
        return refused(
            f"ยังอ่านไฟล์ {LATER[ending]} ไม่ได้ในรุ่นนี้ โปรดเปิดไฟล์แล้วบันทึกเป็น .html หรือ .txt (คั่นช่องด้วยแท็บ) แล้วเลือกใหม่",
            f".{ending} files are not read yet. Please save it as .html or tab-separated .txt, and choose that.",
        )
    if ending not in READABLE:
        return refused(
            "ไม่รู้จักไฟล์ชนิดนี้ โปรดใช้ไฟล์ .txt .md .html หรือ .tsv",
            "This kind of file is not known. Please use a .txt, .md, .html or .tsv file.",
        )
    if size == 0:
        return refused("ไฟล์ว่างเปล่า โปรดเปิดดูแล้วเลือกไฟล์อีกครั้ง", "The file is empty. Please look into it and choose again.")
    if size > LARGEST:
        return refused(
            f"ไฟล์ใหญ่ {size / 1048576:.1f} MB เกิน 5 MB โปรดแบ่งไฟล์หรือนำรูปภาพออก",
            f"The file has {size / 1048576:.1f} MB, more than 5 MB. Please split it or take pictures out.",
        )
    return ALLOWED
