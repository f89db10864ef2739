"""One row has no status where the others have one."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.rows import Row, rows_of
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "S05"
TITLE = Sentence("ไม่ได้ติ๊กสถานะ", "No status is ticked")
WHY = Sentence(
    "แถวที่ไม่ติ๊กสถานะทำให้นับผลการดำเนินการไม่ได้",
    "A row without a tick cannot be counted.",
)
EXAMPLE = Example("☐ ยังไม่ดำเนินการ ☐ ดำเนินการแล้ว — จัดทำคู่มือแล้ว", "☐ ยังไม่ดำเนินการ ☑ ดำเนินการแล้ว — จัดทำคู่มือแล้ว")

#: So many of the rows of a kind (0 to 1) must have a status for its lack to be a slip.
_MOST = 0.6


def check(subject: Subject) -> Iterator[Finding]:
    """Rows of indicators, other measures and disclosures are told apart: each may have a form of its own."""
    groups: dict[object, list[Row]] = {}
    indicators = {path: row.indicator is not None for path, row in subject.measures()}
    for row in rows_of(subject):
        groups.setdefault((row.field, indicators.get(row.path)), []).append(row)
    for rows in groups.values():
        if sum(row.status is not None for row in rows) < max(2, _MOST * len(rows)):
            continue
        for row in rows:
            if row.status is None and any(text.strip(" -–") for text in row.results):
                what = Sentence(
                    "แถวนี้ไม่ได้ติ๊กสถานะ ทั้งที่แถวอื่นติ๊ก โปรดเลือกสถานะ",
                    "No status is ticked here, though other rows have one. Please tick it.",
                )
                yield subject.finding(CODE, Severity.WARNING, f"{row.path}.status", what, row.called[:100])
