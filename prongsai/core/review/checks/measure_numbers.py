"""Numbers of measures that skip, repeat or go back."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_thai

CODE = "N04"
TITLE = Sentence("ลำดับมาตรการข้ามหรือซ้ำ", "Numbers of measures skip or repeat")
WHY = Sentence(
    "ลำดับที่ข้ามทำให้ดูเหมือนมีมาตรการหายไป",
    "A number that is left out looks like a measure that is missing.",
)
EXAMPLE = Example("๑, ๒, ๔", "๑, ๒, ๓")


def check(subject: Subject) -> Iterator[Finding]:
    """At each number that is not one more than the one before, where the first is 1; a new count may begin at 1."""
    numbered = [(path, row) for path, row in subject.measures() if row.number is not None]
    if not numbered or numbered[0][1].number != 1:
        return
    due = 1
    for path, row in numbered:
        if row.number not in (due, 1):
            what = Sentence(
                f"ลำดับ {to_thai(row.number or 0)} อยู่ในที่ของลำดับ {to_thai(due)} โปรดตรวจว่ามีแถวหายหรือพิมพ์เลขผิด",
                f"Number {row.number} stands where {due} is due. Please see whether a row is missing.",
            )
            yield subject.finding(CODE, Severity.WARNING, f"{path}.number", what, (row.title or "")[:100])
        due = (row.number or 0) + 1
