"""A period that ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence
from prongsai.core.thai.dates import find_dates
from prongsai.core.thai.digits import to_arabic
from prongsai.core.thai.written import endpoints

CODE = "Y03"
TITLE = Sentence("ระยะเวลาสิ้นสุดก่อนวันเริ่ม", "The period ends before it begins")
WHY = Sentence(
    "ระยะเวลาที่เป็นไปไม่ได้แสดงว่าแผนไม่ผ่านการตรวจทาน",
    "A period that cannot be shows that nobody looked over the plan.",
)
EXAMPLE = Example("ก.ย. ๖๙ - ก.พ. ๖๙", "ก.พ. ๖๙ - ก.ย. ๖๙")


def check(subject: Subject) -> Iterator[Finding]:
    """Where both ends are written with their years."""
    for path, row in subject.measures():
        if row.period and _backwards(" ".join(to_arabic(row.period).split())):
            what = Sentence(
                f"ระยะเวลา “{row.period}” สิ้นสุดก่อนวันเริ่ม โปรดตรวจเดือนและปีทั้งสองด้าน",
                f"The period “{row.period}” ends before it begins. Please look at both months and years.",
            )
            yield subject.finding(CODE, Severity.ERROR, f"{path}.period", what, row.period)


def _backwards(plain: str) -> bool:
    months = endpoints(plain)
    if months and len(months) == 2 and months[0].year and months[1].year:
        first, last = months
        return ((first.year or 0), first.month, first.day or 1) > ((last.year or 0), last.month, last.last_day or 31)
    days = [day for _, _, day in find_dates(plain)]
    return len(days) == 2 and days[0] > days[1]
