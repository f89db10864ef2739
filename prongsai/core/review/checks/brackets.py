"""A bracket or a quotation mark without its twin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject, Text
from prongsai.core.sentence import Sentence

CODE = "T07"
TITLE = Sentence("วงเล็บหรือเครื่องหมายคำพูดไม่ครบคู่", "A bracket or a quotation mark without its twin")
WHY = Sentence(
    "วงเล็บที่ไม่ปิดมักเป็นข้อความที่ขาดหายไป",
    "A bracket that is never closed mostly means that text is missing.",
)
EXAMPLE = Example("รอบ ๖ เดือน (ต.ค. ๖๘ - มี.ค. ๖๙", "รอบ ๖ เดือน (ต.ค. ๖๘ - มี.ค. ๖๙)")

_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))


def check(subject: Subject) -> Iterator[Finding]:
    """One remark a field: items are cut anywhere, so only its whole text must be even; only what opens is looked at."""
    for _, group in groupby(subject.values, key=_field):
        texts = list(group)
        whole = "\n".join(text.text for text in texts)
        for opens, closes in _PAIRS:
            at = _unclosed(whole, opens, closes)
            if at is not None:
                quote = " ".join(whole[at : at + 40].split())
                what = Sentence(
                    f"เปิด “{opens}” แล้วไม่ปิด ใน “{quote}” โปรดตรวจว่าข้อความขาดหรือไม่",
                    f"“{opens}” is opened and not closed in “{quote}”. Please see whether text is missing.",
                )
                yield subject.finding(CODE, Severity.REMARK, texts[0], what, quote)


def _field(text: Text) -> str:
    return re.sub(r"\[\d+\]$", "", text.path or "")


def _unclosed(whole: str, opens: str, closes: str) -> int | None:
    """Where a bracket opens that is never closed. One that only closes is no fault: ``๑)`` numbers a list."""
    waiting: list[int] = []
    for at, letter in enumerate(whole):
        if letter == opens:
            waiting.append(at)
        elif letter == closes and waiting:
            waiting.pop()
    return waiting[-1] if waiting else None
