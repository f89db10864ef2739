"""Ticked as not started, beside a result of finished work."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.reports.reading import Status
from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.rows import rows_of
from prongsai.core.review.subject import Subject
from prongsai.core.review.work import tells_done
from prongsai.core.sentence import Sentence

CODE = "S01"
TITLE = Sentence("ติ๊กว่ายังไม่ดำเนินการ แต่มีผลงาน", "Ticked as not started, but work is told of")
WHY = Sentence(
    "ผู้ตรวจดูที่ช่องสถานะก่อน จึงอาจตัดสินว่าไม่ได้ทำ ทั้งที่ทำแล้ว",
    "Assessors look at the box first, and may judge that nothing was done though it was.",
)
EXAMPLE = Example("☑ ยังไม่ดำเนินการ — จัดทำคู่มือและเผยแพร่แล้ว", "☑ ดำเนินการแล้ว — จัดทำคู่มือและเผยแพร่แล้ว")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a row."""
    for row in rows_of(subject):
        done = next((text for text in row.results if tells_done(text)), None)
        if row.status is Status.NOT_STARTED and done is not None:
            what = Sentence(
                "ติ๊กว่า “ยังไม่ดำเนินการ” แต่รายงานผลที่ทำแล้ว โปรดแก้สถานะหรือข้อความให้ตรงกัน",
                "It is ticked as not started, but finished work is told of. Please make box and text agree.",
            )
            yield subject.finding(CODE, Severity.ERROR, f"{row.path}.status", what, done[:100])
