"""Ticked as done, without a result."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.reports.reading import Status
from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.rows import rows_of
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "S02"
TITLE = Sentence("ติ๊กว่าดำเนินการแล้ว แต่ไม่มีผล", "Ticked as done, without a result")
WHY = Sentence(
    "ผู้ตรวจต้องเห็นว่าทำอะไรไป สถานะอย่างเดียวไม่ถือเป็นผลการดำเนินการ",
    "An assessor must see what was done: a tick alone is no result.",
)
EXAMPLE = Example("☑ ดำเนินการแล้ว — (ว่าง)", "☑ ดำเนินการแล้ว — จัดทำคู่มือ ๓ เล่ม เผยแพร่บนเว็บไซต์")

_NOTHING = {"", "-", "–", "ไม่มี", "ดำเนินการแล้ว", "ดำเนินการ", "แล้ว", "เรียบร้อย", "เรียบร้อยแล้ว", "ดำเนินการเรียบร้อยแล้ว"}


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a row that is done or in progress and tells nothing of it."""
    for row in rows_of(subject):
        told = [text for text in row.results if text.strip(" .") not in _NOTHING]
        if row.status is Status.DONE and not told:
            what = Sentence(
                "ติ๊กว่า “ดำเนินการแล้ว” แต่ไม่ได้เขียนผล โปรดเขียนว่าทำอะไร เมื่อใด และมีหลักฐานใด",
                "It is ticked as done, but no result is told. Please write what was done, when, and what shows it.",
            )
            yield subject.finding(CODE, Severity.ERROR, f"{row.path}.{row.field}", what, row.called[:100])
