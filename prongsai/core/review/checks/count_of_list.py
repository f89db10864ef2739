"""A count that is not that of the list behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic, to_thai

CODE = "C05"
TITLE = Sentence("จำนวนไม่ตรงกับรายการที่เขียน", "A count that is not that of the list")
WHY = Sentence(
    "ผู้ตรวจนับตาม หากจำนวนไม่ตรง จะถือว่ามีบางรายการไม่มีจริง",
    "Assessors count: where it does not agree, something is taken for missing.",
)
EXAMPLE = Example("คู่มือ จำนวน ๔ เล่ม ได้แก่ ๑) การลา ๒) การยืม ๓) การร้องเรียน", "คู่มือ จำนวน ๓ เล่ม ได้แก่ ๑) … ๒) … ๓) …")

_COUNT = re.compile(
    r"(?:จำนวน|ทั้งหมด|รวม|ทั้ง)\s?(?P<count>\d{1,2})\s?"
    r"(?P<unit>ฉบับ|รายการ|เล่ม|คู่มือ|ข้อ|เรื่อง|ช่องทาง|โครงการ|กิจกรรม|มาตรการ|ด้าน|ประเด็น|งาน|บริการ|แห่ง|ประเภท|ครั้ง|คน|ราย)"
    r"\s?(?:ได้แก่|ดังนี้|ดังต่อไปนี้|ประกอบด้วย|คือ|:)"
)
_NUMBERED = re.compile(r"(?<![\d/.])\(?(?P<number>\d{1,2})(?:\)|\.(?!\d))")


def check(subject: Subject) -> Iterator[Finding]:
    """Where a numbered list follows in the same text, from 1 on without a gap; another count ends it."""
    for text in subject.values:
        plain = to_arabic(text.text)
        for found in _COUNT.finditer(plain):
            after = _COUNT.search(plain, found.end())
            listed = _listed(plain[found.end() : after.start() if after else len(plain)])
            if listed >= 2 and listed != int(found["count"]):
                written = text.text[found.start() : found.end()]
                what = Sentence(
                    f"เขียนว่า “{written}” แต่นับรายการได้ {to_thai(listed)} โปรดตรวจจำนวนหรือเติมรายการ",
                    f"“{written}” stands there, but {listed} are listed. Please look at the count or the list.",
                )
                yield subject.finding(CODE, Severity.WARNING, text, what, written)


def _listed(rest: str) -> int:
    """How far the numbering goes that begins with 1; 0 where none does, or where it begins anew."""
    numbers = [int(found["number"]) for found in _NUMBERED.finditer(rest)]
    return len(numbers) if numbers == list(range(1, len(numbers) + 1)) else 0
