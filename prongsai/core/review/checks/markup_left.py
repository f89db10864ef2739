"""Signs of HTML or Markdown in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "T10"
TITLE = Sentence("มีเครื่องหมายของโปรแกรมค้างในข้อความ", "Signs of a program are left in the text")
WHY = Sentence(
    "เครื่องหมายเช่น &nbsp; หรือ <br> จะปรากฏต่อผู้อ่านเมื่อเผยแพร่",
    "Signs such as &nbsp; or <br> will be seen by readers once it is published.",
)
EXAMPLE = Example("คู่มือ&nbsp;การให้บริการ", "คู่มือ การให้บริการ")

_LEFT = re.compile(
    r"&(?:nbsp|amp|lt|gt|quot|#\d{2,5});|</?(?:br|p|div|span|td|tr|li|ul|b|strong)\b[^>]{0,40}>|\^\{|\*\*|\\n"
)


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a value. The lines of a source are shown as its file has them, so only values are looked at."""
    for text in subject.values:
        found = _LEFT.search(text.text)
        if found:
            quote = text.text[max(0, found.start() - 12) : found.end() + 12]
            what = Sentence(
                f"มีเครื่องหมาย “{found[0]}” ค้างใน “{quote}” โปรดลบ",
                f"“{found[0]}” is left in “{quote}”. Please take it out.",
            )
            yield subject.finding(CODE, Severity.WARNING, text, what, quote)
