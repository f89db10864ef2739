"""Bytes → text, and the limits of what is read."""

from __future__ import annotations

import codecs
import re

from prongsai.documents.readers.kinds import called, check_size, empty
from prongsai.documents.readers.refusal import Refusal

#: The largest file of text in bytes, and the most cells in its tables.
LARGEST = 5 * 1024 * 1024
MOST_CELLS = 50_000

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_THAI = re.compile("[ก-๛]")
_CELL_TAG = re.compile(r"<t[dh]\b", re.IGNORECASE)
_BAR_LINE = re.compile(r"^[ \t]*\|.*$", re.MULTILINE)


def decode(data: bytes, name: str = "") -> str:
    """The text of a file: UTF-8, UTF-16 with its mark, or the old Thai encoding. Refusal for everything else."""
    check_size(len(data), name, LARGEST)
    text = text_in(data)
    if text is None:
        raise Refusal(
            f"{called(name)}ไม่ใช่ข้อความ จึงอ่านไม่ได้ โปรดเลือกไฟล์รายงานที่บันทึกเป็นข้อความ (UTF-8)",
            f"{name or 'The file'} is not text. Please choose a report that was saved as text (UTF-8).",
        )
    if not text.strip():
        raise empty(name)
    _check_cells(text, name)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def text_in(data: bytes) -> str | None:
    """The text, of whatever length, without control characters; None where the bytes are no text."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _sound(data[len(mark) :], encoding)
    if b"\x00" in data:
        return None
    found = _sound(data, "utf-8")
    if found is not None:
        return found
    old = _sound(data, "cp874")
    foreign = sum(byte >= 0x80 for byte in data[:200_000])
    # Bytes of the old encoding are nearly all Thai letters; those of pictures and archives are not.
    if old is not None and len(_THAI.findall(old[:200_000])) >= 0.95 * foreign:
        return old
    return None


def _sound(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if len(_CONTROL.findall(text)) > len(text) / 500 else _CONTROL.sub("", text)


def _check_cells(text: str, name: str) -> None:
    bars = sum(line.count("|") - 1 for line in _BAR_LINE.findall(text)) if text.count("|") > MOST_CELLS else 0
    if max(text.count("\t"), bars, len(_CELL_TAG.findall(text))) > MOST_CELLS:
        raise too_many_cells(name)


def too_many_cells(name: str = "", most: int = MOST_CELLS) -> Refusal:
    """The refusal of a file with more cells than a report can have."""
    return Refusal(
        f"{called(name)}มีตารางมากกว่า {most:,} ช่อง ซึ่งเกินที่รับได้ โปรดตัดเฉพาะส่วนที่เป็นรายงานแล้วลองใหม่",
        f"{name or 'The file'} has more than {most:,} cells. Please keep only the part that is the report.",
    )
