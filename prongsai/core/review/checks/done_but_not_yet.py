"""Ticked as done, while the text says that it is not."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.reports.reading import Status
from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.rows import rows_of
from prongsai.core.review.subject import Subject
from prongsai.core.review.work import tells_not_yet
from prongsai.core.sentence import Sentence

CODE = "S04"
TITLE = Sentence("ติ๊กว่าดำเนินการแล้ว แต่ข้อความว่ายัง", "Ticked as done, but the text says not yet")
WHY = Sentence(
    "สถานะขัดกับข้อความ ผู้ตรวจจะไม่เชื่อทั้งสองอย่าง",
    "Box and text contradict each other: an assessor believes neither.",
)
EXAMPLE = Example("☑ ดำเนินการแล้ว — อยู่ระหว่างจัดทำคู่มือ", "☑ อยู่ระหว่างดำเนินการ — อยู่ระหว่างจัดทำคู่มือ")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a text that begins by saying so."""
    for row in rows_of(subject):
        for at, text in enumerate(row.results):
            if row.status is Status.DONE and tells_not_yet(text):
                what = Sentence(
                    "ติ๊กว่า “ดำเนินการแล้ว” แต่ข้อความว่ายังไม่เสร็จ โปรดแก้สถานะหรือข้อความให้ตรงกัน",
                    "It is ticked as done, but the text says that it is not. Please make box and text agree.",
                )
                yield subject.finding(CODE, Severity.ERROR, f"{row.path}.{row.field}[{at}]", what, text[:100])
