"""A period that lies outside the fiscal year of the paper."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_thai
from prongsai.core.thai.fiscal import FiscalYear
from prongsai.core.thai.periods import parse_period
from prongsai.core.thai.unreadable import Unreadable

CODE = "Y02"
TITLE = Sentence("ระยะเวลาอยู่นอกปีงบประมาณ", "The period lies outside the fiscal year")
WHY = Sentence(
    "มาตรการของปีงบประมาณหนึ่งแต่ดำเนินการในปีอื่น มักเกิดจากคัดลอกแผนของปีก่อนโดยไม่แก้ปี",
    "A measure of one fiscal year that runs in another: mostly last year's plan, copied with its years.",
)
EXAMPLE = Example("(ปีงบประมาณ ๒๕๖๙) ต.ค. ๖๖ - ก.ย. ๖๗", "ต.ค. ๖๘ - ก.ย. ๖๙")


def check(subject: Subject) -> Iterator[Finding]:
    """An error where no day of it is in the year, a warning where some are."""
    year = subject.reading.fiscal_year
    if year is None:
        return
    whole = FiscalYear(year)
    for path, row in subject.measures():
        period = parse_period(row.period, year) if row.period else None
        if period is None or isinstance(period, Unreadable):
            continue
        if whole.start <= period.start and period.end <= whole.end:
            continue
        outside = period.end < whole.start or period.start > whole.end
        what = Sentence(
            f"ระยะเวลา “{row.period}” {'อยู่นอก' if outside else 'เลย'}ปีงบประมาณ {to_thai(year)} "
            f"(ต.ค. {to_thai(year - 1)} – ก.ย. {to_thai(year)}) โปรดแก้ระยะเวลา",
            f"The period “{row.period}” {'is outside' if outside else 'goes beyond'} the fiscal year {year}. "
            "Please put it right.",
        )
        severity = Severity.ERROR if outside else Severity.WARNING
        yield subject.finding(CODE, severity, f"{path}.period", what, row.period or "")
