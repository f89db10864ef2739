"""The memo is of another year than the report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic, to_thai
from prongsai.core.thai.fiscal import FiscalYear

CODE = "Y12"
TITLE = Sentence("บันทึกข้อความเป็นของปีอื่น", "The memo is of another year")
WHY = Sentence(
    "ปีในบันทึกข้อความไม่ตรงกับปีของรายงาน ผู้ตรวจจะถือว่าแนบเอกสารผิดฉบับ",
    "The memo names another year than the report: an assessor takes it for the wrong paper.",
)
EXAMPLE = Example("เรื่อง รายงานผล ประจำปีงบประมาณ พ.ศ. ๒๕๖๘ (รายงานปี ๒๕๖๙)", "เรื่อง รายงานผล ประจำปีงบประมาณ พ.ศ. ๒๕๖๙")

_NAMED = re.compile(r"ปีงบ\s?ประมาณ\s?(?:พ\.?\s?ศ\.?)?\s?(25\d\d)(?!\d|\s?[-–])")


def check(subject: Subject) -> Iterator[Finding]:
    """The year named by the subject, then a date before the year begins or more than half a year after it ends."""
    memo, year = subject.reading.memo, subject.reading.fiscal_year
    if memo is None or year is None:
        return
    named = {int(found) for found in _NAMED.findall(to_arabic(memo.subject or ""))}
    if named and year not in named:
        other = to_thai(min(named))
        what = Sentence(
            f"เรื่องของบันทึกข้อความระบุปีงบประมาณ {other} แต่รายงานเป็นของปี {to_thai(year)} โปรดแก้ให้ตรงกัน",
            f"The memo's subject names {min(named)}, the report is of {year}. Please make them agree.",
        )
        yield subject.finding(CODE, Severity.ERROR, "memo.subject", what, memo.subject or "")
    day, whole = _day(memo.date), FiscalYear(year)
    if day is not None and not (whole.start <= day and (day - whole.end).days <= 183):
        what = Sentence(
            f"บันทึกข้อความลงวันที่ {memo.date_text or memo.date} ซึ่งไม่ใช่ช่วงของปีงบประมาณ {to_thai(year)} โปรดตรวจวันที่",
            f"The memo is dated {memo.date}, which is not near the fiscal year {year}. Please look at the date.",
        )
        yield subject.finding(CODE, Severity.WARNING, "memo.date_text", what, memo.date_text or memo.date or "")


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
