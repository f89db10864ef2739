"""A memo that nobody signs."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "M02"
TITLE = Sentence("บันทึกข้อความไม่มีผู้ลงนาม", "Nobody signs the memo")
WHY = Sentence(
    "ผู้ตรวจต้องเห็นว่าผู้บริหารรับทราบรายงาน บันทึกที่ไม่มีผู้ลงนามไม่แสดงเช่นนั้น",
    "Assessors must see that the executive knows of the report: an unsigned memo does not show it.",
)
EXAMPLE = Example("(ไม่มีชื่อใต้บันทึก)", "(นางสาวมาลี ใจงาม) หัวหน้าสำนักปลัด · (นายประเสริฐ สุขดี) นายกเทศมนตรี")


def check(subject: Subject) -> Iterator[Finding]:
    """At most one for a memo without any; one for each person without a position."""
    memo = subject.reading.memo
    if memo is None:
        return
    if not memo.signatories:
        what = Sentence(
            "ไม่พบผู้ลงนามในบันทึกข้อความ โปรดใส่ชื่อและตำแหน่งผู้ลงนาม",
            "No signatory was found under the memo. Please put name and position there.",
        )
        yield subject.finding(CODE, Severity.REMARK, "memo.signatories", what)
    for at, person in enumerate(memo.signatories):
        if person.name.strip() and not person.position.strip():
            what = Sentence(
                f"ผู้ลงนาม “{person.name}” ไม่มีตำแหน่ง โปรดใส่ตำแหน่ง",
                f"“{person.name}” signs without a position. Please put it there.",
            )
            yield subject.finding(CODE, Severity.REMARK, f"memo.signatories[{at}].position", what, person.name)
