"""One measure has no outcome where the others have one."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import About, Subject
from prongsai.core.sentence import Sentence

CODE = "S12"
TITLE = Sentence("ไม่ได้เขียนผลลัพธ์หรือความสำเร็จ", "No outcome is told")
WHY = Sentence(
    "ผู้ตรวจถามว่ามาตรการให้ผลอย่างไร ไม่ใช่เพียงทำอะไรไป",
    "Assessors ask what came of a measure, not only what was done.",
)
EXAMPLE = Example("ผลลัพธ์: (ว่าง)", "ผลลัพธ์: ผู้รับบริการทราบขั้นตอนและไม่มีเรื่องร้องเรียนในรอบปี")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a measure that has a result; rows of indicators have a form of their own."""
    own = [(path, row) for path, row in subject.measures() if row.indicator is None]
    if subject.about is not About.REPORT or sum(bool(row.outcome) for _, row in own) < 2:
        return
    for path, row in own:
        if row.result and not any(text.strip(" -–") for text in row.outcome):
            what = Sentence(
                "มาตรการนี้มีผลการดำเนินการแต่ไม่มีผลลัพธ์ ทั้งที่มาตรการอื่นมี โปรดเขียนว่าเกิดผลดีอย่างไร",
                "There is a result but no outcome, which other measures have. Please write what came of it.",
            )
            yield subject.finding(CODE, Severity.WARNING, f"{path}.outcome", what, (row.title or "")[:100])
