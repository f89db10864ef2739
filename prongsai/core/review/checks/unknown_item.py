"""An item that the year does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.remembered import as_sure_as
from prongsai.core.review.subject import Subject, Text
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic, to_thai

CODE = "N11"
TITLE = Sentence("ไม่มีรายการนี้ในปีที่รับการประเมิน", "The year has no such item")
WHY = Sentence(
    "จำนวนรายการเปลี่ยนทุกปี รหัสที่ไม่มีแสดงว่าใช้แบบของปีอื่น",
    "The number of items changes with the year: a code that is not there shows another year's form.",
)
EXAMPLE = Example("(ปี ๒๕๖๖ มี O1–O43) ตามข้อ O45", "ตามข้อ O42")

#: Only the Latin letter: a zero before digits is a number as often as a code.
_CODE = re.compile(r"(?<![A-Za-z0-9])O\s?([0-9๐-๙]{1,2})(?![0-9๐-๙])")


def check(subject: Subject) -> Iterator[Finding]:
    """Codes of disclosures, then codes in texts, beyond the last of the framework of that very year."""
    framework = subject.framework
    if framework is None or subject.provisional or not framework.items:
        return
    end = max(framework.items, key=lambda item: item.number)
    last, told = end.number, set[int]()
    codes = (Text(row.code, f"{path}.code", subject.line_of(path)) for path, row in subject.disclosures())
    for text in (*codes, *subject.texts):
        for found in _CODE.findall(text.text):
            number = int(to_arabic(found))
            if number > last and number not in told:
                told.add(number)
                what = Sentence(
                    f"ไม่มี O{number} ในกรอบการประเมินปี {to_thai(framework.year)} (มีถึง O{last}) โปรดตรวจรหัส",
                    f"The framework of {framework.year} has no O{number}: it ends with O{last}. Please look.",
                )
                severity, what = as_sure_as(Severity.WARNING, what, end.origin.confidence)
                yield subject.finding(CODE, severity, text, what, f"O{number}")
