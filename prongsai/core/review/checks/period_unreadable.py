"""A period from which no dates can be made."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.checks.period_backwards import check as backwards
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence
from prongsai.core.thai.periods import parse_period
from prongsai.core.thai.unreadable import Unreadable

CODE = "Y04"
TITLE = Sentence("อ่านระยะเวลาเป็นวันที่ไม่ได้", "No dates can be made of the period")
WHY = Sentence(
    "ระยะเวลาที่ไม่ชัดทำให้ตรวจไม่ได้ว่าดำเนินการตามกำหนดหรือล่าช้า",
    "From an unclear period nobody can tell whether the work is on time.",
)
EXAMPLE = Example("๗.๑. ๒๕๖๙", "ต.ค. ๖๘ - มี.ค. ๖๙")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a measure; periods that run backwards are another check's."""
    told = {finding.path for finding in backwards(subject)}
    year = subject.reading.fiscal_year
    for path, row in subject.measures():
        at = f"{path}.period"
        if row.period and year and at not in told and isinstance(parse_period(row.period, year), Unreadable):
            what = Sentence(
                f"อ่านระยะเวลา “{row.period[:60]}” เป็นวันที่ไม่ได้ โปรดเขียนเช่น ต.ค. ๖๘ - มี.ค. ๖๙ หรือ ปีงบประมาณ ๒๕๖๙",
                f"No dates can be made of “{row.period[:60]}”. Please write it like ต.ค. 68 - มี.ค. 69.",
            )
            yield subject.finding(CODE, Severity.REMARK, at, what, row.period)
