"""An address on the web that leads nowhere as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "T09"
TITLE = Sentence("ที่อยู่เว็บไซต์เขียนไม่ถูกต้อง", "A broken web address")
WHY = Sentence(
    "ผู้ตรวจเปิดลิงก์ตามที่เขียน หากเปิดไม่ได้ถือว่าไม่ได้เผยแพร่",
    "Assessors open links as they are written: what does not open was not published.",
)
EXAMPLE = Example("https//www.tha-khong.go.th", "https://www.tha-khong.go.th")

_BROKEN = re.compile(
    r"(?<![\w/])(?:https?(?:(?://|:/(?!/)|:(?!/)|;//)|\s+:\s*//)\S*|(?:htp|hhttp|htttp|htpp|hppt)s?://\S+"
    r"|https?://(?:\s|$)|https?://[^\s/]*\.{2,}\S*|w{3}(?:,|\s*\.\s+|\.\.)\s*\w\S*|w{2}\.[a-z]\S*\.(?:go|com|or|th)\S*"
    r"|www\.[a-zA-Z0-9.-]+\.(?:g\s+o|go\s+th|go,th|goth|gp\.th)(?!\w))"
)


def check(subject: Subject) -> Iterator[Finding]:
    """One finding an address."""
    for text in subject.texts:
        for found in _BROKEN.finditer(text.text):
            what = Sentence(
                f"ที่อยู่เว็บไซต์ “{found[0][:60]}” เขียนไม่ถูกต้อง โปรดคัดลอกจากช่องที่อยู่ของเบราว์เซอร์",
                f"“{found[0][:60]}” is no web address. Please copy it from the browser.",
            )
            yield subject.finding(CODE, Severity.WARNING, text, what, found[0])
