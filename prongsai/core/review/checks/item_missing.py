"""An item of the framework is missing."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.remembered import as_sure_as
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "N06"
TITLE = Sentence("รายการของกรอบการประเมินหายไป", "An item of the framework is missing")
WHY = Sentence(
    "รายการที่ไม่มีในเอกสารถือว่าไม่ได้เปิดเผย ได้ ๐ คะแนน",
    "An item that is not in the paper counts as not published: no points.",
)
EXAMPLE = Example("… O11, O13 …", "… O11, O12, O13 …")

#: From so many items of a sub-indicator (0 to 1) on, the paper means to have them all.
_MOST = 0.5


def check(subject: Subject) -> Iterator[Finding]:
    """One finding an item, of the sub-indicators that the paper deals with; a remark where the year is provisional."""
    framework = subject.framework
    codes = {row.code for _, row in subject.disclosures()}
    if framework is None or len(codes) < 3:
        return
    severity = Severity.REMARK if subject.provisional else Severity.WARNING
    for part in framework.sub_indicators:
        items = framework.items_of(part.code)
        if sum(item.code in codes for item in items) <= _MOST * len(items):
            continue
        for item in (item for item in items if item.code not in codes):
            what = Sentence(
                f"ไม่มี {item.code} {item.name} (ตัวชี้วัดย่อย {part.code}) โปรดเพิ่ม หรือเขียนเหตุที่ไม่มี",
                f"{item.code} {item.name} (sub-indicator {part.code}) is missing. Please add it, or say why not.",
            )
            found, what = as_sure_as(severity, what, item.origin.confidence)
            yield subject.finding(CODE, found, None, what, item.code)
