"""An item bears the name that its code had in another year."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.framework.origin import Confidence
from prongsai.core.review.alike import alike
from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.remembered import as_sure_as
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "N09"
TITLE = Sentence("ชื่อรายการไม่ตรงกับรหัสของปี", "The item's name is not that of its code in this year")
WHY = Sentence(
    "รหัส O เปลี่ยนความหมายทุกปี ชื่อที่ไม่ตรงแสดงว่าใช้แบบของปีอื่น",
    "Codes mean other things in other years: a name that does not fit shows last year's form.",
)
EXAMPLE = Example("(ปี ๒๕๖๖) O12 รายงานผลการดำเนินงานประจำปี", "O13 รายงานผลการดำเนินงานประจำปี")

#: From this likeness on (0 to 1) a name is another item's, …
_THEIRS = 0.75
#: … where it is so much more alike than to the own one.
_MORE = 0.35


def check(subject: Subject) -> Iterator[Finding]:
    """One finding an item whose name is clearly another item's."""
    framework = subject.framework
    if framework is None or subject.provisional:
        return
    for path, row in subject.disclosures():
        item = framework.item(row.code)
        if item is None or not row.name:
            continue
        other = max(framework.items, key=lambda one: alike(row.name or "", one.name))
        theirs = alike(row.name, other.name)
        if other is not item and theirs >= _THEIRS and theirs - alike(row.name, item.name) >= _MORE:
            what = Sentence(
                f"{row.code} ของปีนี้คือ “{item.name}” ส่วน “{other.name}” คือ {other.code} โปรดใช้แบบของปีที่รับการประเมิน",
                f"{row.code} is now “{item.name}”; “{other.name}” is {other.code}. Please use its year's form.",
            )
            sure = item.origin.confidence, other.origin.confidence
            severity = Severity.ERROR if set(sure) == {Confidence.CERTAIN} else Severity.WARNING
            severity, what = as_sure_as(severity, what, *sure)
            yield subject.finding(CODE, severity, f"{path}.name", what, row.name)
