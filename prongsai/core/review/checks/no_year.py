"""The paper does not say of which fiscal year it is."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "Y11"
TITLE = Sentence("ไม่ระบุปีงบประมาณ", "No fiscal year")
WHY = Sentence(
    "ผู้ตรวจต้องเห็นว่าเป็นเอกสารของปีที่รับการประเมิน",
    "An assessor must see that the paper is of the assessed year.",
)
EXAMPLE = Example("รายงานผลการดำเนินการตามมาตรการ", "รายงานผลการดำเนินการตามมาตรการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๙")


def check(subject: Subject) -> Iterator[Finding]:
    """At most one."""
    if subject.reading.fiscal_year is None and (subject.reading.measures or subject.reading.disclosures):
        what = Sentence(
            "ไม่พบปีงบประมาณในเอกสาร โปรดระบุปีไว้ในชื่อเรื่อง",
            "No fiscal year was found. Please put the year into the heading.",
        )
        yield subject.finding(CODE, Severity.WARNING, "fiscal_year", what)
