"""More than a hundred per cent of those who took part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic

CODE = "C07"
TITLE = Sentence("ร้อยละเกิน ๑๐๐", "More than a hundred per cent")
WHY = Sentence(
    "สัดส่วนของผู้เข้าร่วมหรือผู้ตอบเกินร้อยละ ๑๐๐ ไม่ได้",
    "No more than all can have taken part or answered.",
)
EXAMPLE = Example("ผู้เข้าร่วม คิดเป็นร้อยละ ๑๒๐.๕", "ผู้เข้าร่วม คิดเป็นร้อยละ ๙๐.๕")

_SHARE = re.compile(
    r"(?:คิดเป็น\s?)?ร้อยละ\s?(?P<share>\d{3,5}(?:\.\d+)?)\s?(?:ของผู้|ของจำนวน|ของบุคลากร|ของเจ้าหน้าที่|ของประชาชน|ของพนักงาน)"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Only shares of people: work and money may well exceed what was planned."""
    for text in subject.texts:
        for found in _SHARE.finditer(to_arabic(text.text)):
            if float(found["share"]) > 100:
                written = text.text[found.start() : found.end()]
                what = Sentence(
                    f"“{written}” เกินร้อยละ ๑๐๐ โปรดตรวจตัวเลข",
                    f"“{written}” is more than all of them. Please look at the figure.",
                )
                yield subject.finding(CODE, Severity.WARNING, text, what, written)
