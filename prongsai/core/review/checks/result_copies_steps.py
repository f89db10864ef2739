"""The result is the plan once more."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.review.alike import alike
from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import About, Subject
from prongsai.core.sentence import Sentence

CODE = "S07"
TITLE = Sentence("ผลการดำเนินการลอกวิธีดำเนินการ", "The result repeats the steps")
WHY = Sentence(
    "ผลที่เขียนเหมือนแผนทุกคำไม่แสดงว่าทำแล้ว ผู้ตรวจต้องการวันที่ จำนวน และหลักฐาน",
    "A result in the very words of the plan does not show that it was done: dates, counts and evidence are asked.",
)
EXAMPLE = Example("วิธี: จัดประชุมชี้แจง · ผล: จัดประชุมชี้แจง", "ผล: จัดประชุมชี้แจงเมื่อวันที่ ๘ กุมภาพันธ์ ๒๕๖๙ ผู้เข้าร่วม ๔๕ คน")

#: From this likeness on (0 to 1) it is the same text.
_SAME = 0.9


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a measure of a report."""
    for path, row in subject.measures() if subject.about is About.REPORT else ():
        steps, results = " ".join(row.procedure), " ".join(row.result)
        if len(results) > 40 and alike(steps, results) >= _SAME:
            what = Sentence(
                "ผลการดำเนินการเหมือนวิธีดำเนินการเกือบทุกคำ โปรดเขียนว่าทำเมื่อใด เท่าใด และมีหลักฐานใด",
                "The result is nearly the steps word by word. Please write when, how much, and what shows it.",
            )
            yield subject.finding(CODE, Severity.WARNING, f"{path}.result", what, results[:100])
