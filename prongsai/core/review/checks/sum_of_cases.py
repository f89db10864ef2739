"""Finished and pending cases do not add up to all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic, to_thai

CODE = "C06"
TITLE = Sentence("จำนวนเรื่องรวมกันไม่เท่ากับทั้งหมด", "Cases do not add up")
WHY = Sentence(
    "สถิติเรื่องร้องเรียนต้องรวมกันได้เท่ากับจำนวนทั้งหมด",
    "Figures of complaints must add up to their total.",
)
EXAMPLE = Example(
    "ทั้งหมด ๑๐ เรื่อง แล้วเสร็จ ๗ เรื่อง อยู่ระหว่างดำเนินการ ๒ เรื่อง", "ทั้งหมด ๑๐ เรื่อง แล้วเสร็จ ๗ เรื่อง อยู่ระหว่างดำเนินการ ๓ เรื่อง"
)

_CASES = re.compile(
    r"(?:ทั้งหมด|ทั้งสิ้น|รวม)\s?(?:จำนวน)?\s?(?P<all>\d{1,4})\s?(?P<unit>เรื่อง|ราย|คำร้อง|ครั้ง)[^\d]{1,40}?"
    r"(?:แล้ว\s?เสร็จ|เสร็จสิ้น|ยุติ)\s?(?:จำนวน)?\s?(?P<done>\d{1,4})\s?(?P=unit)[^\d]{1,40}?"
    r"(?:อยู่ระหว่าง|ยังไม่แล้วเสร็จ|คงเหลือ)[^\d]{0,20}?(?P<open>\d{1,4})\s?(?P=unit)"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Where all three are told in one sentence."""
    for text in subject.texts:
        for found in _CASES.finditer(to_arabic(text.text)):
            everything, done, still = int(found["all"]), int(found["done"]), int(found["open"])
            if everything != done + still:
                what = Sentence(
                    f"แล้วเสร็จ {to_thai(done)} และค้าง {to_thai(still)} รวมเป็น {to_thai(done + still)} "
                    f"ไม่ใช่ {to_thai(everything)} โปรดตรวจจำนวน",
                    f"{done} finished and {still} open make {done + still}, not {everything}. Please look at them.",
                )
                yield subject.finding(CODE, Severity.ERROR, text, what, text.text[found.start() : found.end()])
