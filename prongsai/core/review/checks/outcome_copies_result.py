"""The outcome is the result once more."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.review.alike import alike
from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import About, Subject
from prongsai.core.sentence import Sentence

CODE = "S13"
TITLE = Sentence("ผลลัพธ์ลอกผลการดำเนินการ", "The outcome repeats the result")
WHY = Sentence(
    "ผลลัพธ์คือสิ่งที่ดีขึ้นจากการดำเนินการ หากเขียนซ้ำ ผู้ตรวจจะถือว่าไม่มีผลลัพธ์",
    "An outcome is what became better; said twice it counts as none.",
)
EXAMPLE = Example("ผล: จัดทำคู่มือ · ผลลัพธ์: จัดทำคู่มือ", "ผลลัพธ์: ผู้รับบริการใช้เวลารอน้อยลงจาก ๓๐ เหลือ ๑๕ นาที")

#: From this likeness on (0 to 1) it is the same text.
_SAME = 0.85


def check(subject: Subject) -> Iterator[Finding]:
    """One remark a measure of a report."""
    for path, row in subject.measures() if subject.about is About.REPORT else ():
        result, outcome = " ".join(row.result), " ".join(row.outcome)
        if len(outcome) > 40 and alike(result, outcome) >= _SAME:
            what = Sentence(
                "ผลลัพธ์เขียนเหมือนผลการดำเนินการ โปรดเขียนว่าเกิดอะไรดีขึ้น",
                "The outcome repeats the result. Please write what became better.",
            )
            yield subject.finding(CODE, Severity.REMARK, f"{path}.outcome", what, outcome[:100])
