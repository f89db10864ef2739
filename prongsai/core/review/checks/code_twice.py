"""An item stands twice."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "N05"
TITLE = Sentence("รหัสรายการซ้ำ", "A code stands twice")
WHY = Sentence(
    "รายการที่มีสองแถว ผู้ตรวจไม่ทราบว่าแถวใดใช้ได้",
    "Of an item with two rows nobody knows which counts.",
)
EXAMPLE = Example("O12 สองแถว", "O12 แถวเดียว")


def check(subject: Subject) -> Iterator[Finding]:
    """At the second row of a code."""
    seen: set[str] = set()
    for path, row in subject.disclosures():
        if row.code in seen:
            what = Sentence(
                f"{row.code} มีมากกว่าหนึ่งแถว โปรดรวมเป็นแถวเดียว หรือแก้รหัส",
                f"{row.code} stands more than once. Please make it one row, or correct the code.",
            )
            yield subject.finding(CODE, Severity.ERROR, f"{path}.code", what, f"{row.code} {row.name or ''}".strip())
        seen.add(row.code)
