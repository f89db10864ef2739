"""Which files are taken as reports before anybody has looked into them: their size alone. The content says the rest."""

from __future__ import annotations

from prongsai.core.access.decision import ALLOWED, Decision, refused

#: Endings that a browser offers first. A file is taken by its content, whatever it is called.
OFFERED = ("docx", "xlsx", "pdf", "jpg", "jpeg", "png", "tif", "tiff", "webp", "bmp", "txt", "md", "html", "htm", "tsv")

#: The largest file, in bytes.
LARGEST = 100 * 1024 * 1024


def may_read(size: int) -> Decision:
    """Whether a file of that many bytes is taken as a report."""
    if size == 0:
        return refused("ไฟล์ว่างเปล่า โปรดเปิดดูแล้วเลือกไฟล์อีกครั้ง", "The file is empty. Please look into it and choose again.")
    if size > LARGEST:
        return refused(
            f"ไฟล์ใหญ่ {size / 1048576:.1f} MB เกิน 100 MB โปรดแบ่งไฟล์หรือนำรูปภาพออก",
            f"The file has {size / 1048576:.1f} MB, more than 100 MB. Please split it or take pictures out.",
        )
    return ALLOWED
