"""Thai and Arabic digits in one number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "T08"
TITLE = Sentence("เลขไทยปนเลขอารบิกในจำนวนเดียว", "Thai and Arabic digits in one number")
WHY = Sentence(
    "จำนวนที่ปนเลขสองแบบมักพิมพ์หรือสแกนผิด",
    "A number in both kinds of digits was mostly mistyped, or misread by a scanner.",
)
EXAMPLE = Example("ปีงบประมาณ ๒5๖๙", "ปีงบประมาณ ๒๕๖๙")

#: A code whose O was read as a nought (``0๑๐``) is not a number.
_MIXED = re.compile(r"(?<![0-9๐-๙A-Za-z])(?!0[๐-๙]{1,2}(?![0-9๐-๙]))(?:[0-9]+[๐-๙]|[๐-๙]+[0-9])[0-9๐-๙]*")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a text and number."""
    for text in subject.texts:
        for found in _MIXED.finditer(text.text):
            what = Sentence(
                f"“{found[0]}” ปนเลขไทยกับเลขอารบิก โปรดตรวจตัวเลขและใช้แบบเดียว",
                f"“{found[0]}” mixes Thai and Arabic digits. Please look at it, and use one kind.",
            )
            yield subject.finding(CODE, Severity.WARNING, text, what, found[0])
