"""A national identity number is about to be published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic

CODE = "P01"
TITLE = Sentence("มีเลขประจำตัวประชาชน", "A national identity number")
WHY = Sentence(
    "การเผยแพร่เลขประจำตัวประชาชนผิดกฎหมายคุ้มครองข้อมูลส่วนบุคคล",
    "To publish a national identity number breaks the Personal Data Protection Act.",
)
EXAMPLE = Example("นายทดสอบ เลขประจำตัว ๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑", "นายทดสอบ (ปิดเลขประจำตัว)")

_NUMBER = re.compile(r"(?<![\d/.-])[1-8][ -]?\d{4}[ -]?\d{5}[ -]?\d{2}[ -]?\d(?![\d/]|[.-]\d)")


def check(subject: Subject) -> Iterator[Finding]:
    """Numbers of persons (the first digit is 1 to 8) whose check digit is right; the number is not repeated whole."""
    for text in subject.texts:
        for found in _NUMBER.finditer(to_arabic(text.text)):
            digits = [int(one) for one in found[0] if one.isdigit()]
            if _check_digit(digits[:12]) == digits[12]:
                what = Sentence(
                    f"มีเลขประจำตัวประชาชน (ขึ้นต้น {digits[0]} ลงท้าย {digits[12]}) โปรดลบหรือปิดก่อนเผยแพร่",
                    f"A national identity number ({digits[0]}…{digits[12]}) stands here. Please take it out.",
                )
                hidden = f"{digits[0]}-xxxx-xxxxx-{digits[10]}{digits[11]}-{digits[12]}"
                yield subject.finding(CODE, Severity.ERROR, text, what, hidden)


def _check_digit(digits: list[int]) -> int:
    return (11 - sum(digit * (13 - at) for at, digit in enumerate(digits)) % 11) % 10
