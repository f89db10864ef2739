"""A day that no calendar has: 31 February."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence
from prongsai.core.thai.dates import full_year
from prongsai.core.thai.digits import to_arabic
from prongsai.core.thai.fiscal import ERA, YEARS
from prongsai.core.thai.months import MONTH, month_number

CODE = "Y07"
TITLE = Sentence("วันที่ไม่มีในปฏิทิน", "A day that no calendar has")
WHY = Sentence("วันที่ที่เป็นไปไม่ได้ทำให้หลักฐานใช้ไม่ได้", "Evidence with an impossible date is no evidence.")
EXAMPLE = Example("๓๑ กุมภาพันธ์ ๒๕๖๙", "๒๘ กุมภาพันธ์ ๒๕๖๙")

_DATE = re.compile(
    r"(?<![\d./-])(?P<day>\d{1,2})\s?(?:เดือน\s?)?"
    + MONTH.replace("(", "(?P<month>", 1)
    + r"\s?(?:พ\.?\s?ศ\.?\s?)?(?P<year>\d{4})(?!\d)"
)


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a date with a year of four digits; a range of days (๑ - ๓๑ ก.พ.) counts by its last."""
    for text in subject.texts:
        for found in _DATE.finditer(to_arabic(text.text)):
            year, day = full_year(found["year"]), int(found["day"])
            if year + ERA not in YEARS:
                continue
            last = calendar.monthrange(year, month_number(found["month"]))[1]
            if not 1 <= day <= last:
                written = text.text[found.start() : found.end()]
                what = Sentence(
                    f"ไม่มีวันที่ “{written}” ในปฏิทิน เดือนนั้นมี {last} วัน โปรดตรวจวันที่",
                    f"There is no “{written}”: that month has {last} days. Please look at the date.",
                )
                yield subject.finding(CODE, Severity.ERROR, text, what, written)
