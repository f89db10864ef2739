"""What a line begins with that tells a new paragraph: a number, a bullet, a box, a label of a letter's head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prongsai.documents.readers.document import EMPTY, TICKED
from prongsai.documents.readers.pdf.lines import Line

_NUMBER = re.compile(r"(?:\([๐-๙0-9]{1,2}\)|[๐-๙0-9]{1,2}(?:\.[๐-๙0-9]{1,2}){0,2}[.)])(?![๐-๙0-9])\s*\S")
_BULLET = re.compile(r"[-–—•●○▪■◦*·‣➢✓]\s*[^\W\d_]")
_BOX = re.compile(rf"[{TICKED}{EMPTY}☒□▢❏❑]|\[\s?[xX✓✔/√]?\s?\]|\(\s?[✓✔/√]?\s?\)")
#: Words whose number is part of the sentence, and the ends of the first half of a period.
_COUNTED = re.compile(r"(?:ที่|ข้อ|ครั้ง|ชั้น|หมู่|มาตรา|ระดับ|จำนวน|ละ|ตัวชี้วัด|และ|หรือ|ถึง|พ\.ศ\.)$")
_RANGE_BEGINS = re.compile(r"(?:[๐-๙0-9]|[ก-ฮ]\.|[ก-ฮ]ม|ยน|คม|พันธ์)$")
_DATE_BEGINS = re.compile(
    r"[-–—]\s*(?:[ก-ฮ]{1,2}\.\s?[ก-ฮ]\.|[๐-๙0-9]|(?:มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา))"
)
#: The head of an official letter: each of these begins a line of its own, until the letter says to whom it goes.
_LABEL = re.compile(r"(?:ที่\s|วันที่\s|เรื่อง|รอบรายงาน|เรียน|อ้างถึง|สิ่งที่ส่งมาด้วย)")
_OFFICE = re.compile(r"ส่วนราชการ")
_TO = re.compile(r"เรียน\s*(?!มา)")


def labels(lines: Sequence[Line]) -> set[int]:
    """The lines of the head of a letter that begin with its labels."""
    first = next((at for at, line in enumerate(lines) if _OFFICE.match(line.text)), len(lines))
    last = next((at for at in range(first, len(lines)) if _TO.match(lines[at].text)), -1)
    return {at for at in range(first, last + 1) if _LABEL.match(lines[at].text)}


def has_mark(text: str) -> bool:
    return bool(_NUMBER.match(text) or _BULLET.match(text) or _BOX.match(text))


def begins(line: Line, before: Line) -> bool:
    """Whether a line begins with a mark that is not the rest of the sentence before it."""
    return has_mark(line.text) and not is_rest(line, before)


def is_rest(line: Line, before: Line) -> bool:
    """Whether a line is the number that the words before it ask for, or the end of a period."""
    if _NUMBER.match(line.text):
        return bool(_COUNTED.search(before.text))
    return bool(_DATE_BEGINS.match(line.text) and _RANGE_BEGINS.search(before.text))
