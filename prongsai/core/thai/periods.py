"""Periods as officials write them → two dates, and back to official wording. Source: ita.md §8.5."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Literal

from prongsai.core.sentence import Sentence
from prongsai.core.thai.dates import find_dates, format_date, full_year
from prongsai.core.thai.digits import to_arabic, to_thai
from prongsai.core.thai.fiscal import ERA, FiscalYear, fiscal_year_of
from prongsai.core.thai.months import FULL, MONTH, SHORT, month_number
from prongsai.core.thai.period import Period as Period
from prongsai.core.thai.unreadable import Unreadable

_YEAR = r"(?:พ\s*\.?\s*ศ\s*\.?)?\s*(\d{4}|\d{2})(?!\d)"
_SEVERAL = re.compile(MONTH + r"\s*(?:" + _YEAR + r")?")
_FISCAL = re.compile(r"ปี\s*(?:งบ\s*ประมาณ|พ)?\D{0,12}?(\d{4}|\d{2})(?!\d)")
_QUARTER = re.compile(r"ไตรมาส\s*(?:ที่)?\s*([1-4])(?!\d)")
_HALF = re.compile(r"(?:รอบ|ระยะ)?\s*(?:6|หก)\s*เดือน\s*(หลัง)?")
_WHOLE = re.compile(r"ตลอด\s*(?:ทั้ง)?\s*ปี|ทั้งปี|ปี\s*งบ\s*ประมาณ|ทุก\s*(?:เดือน|ไตรมาส)|ต่อเนื่อง")
_UNTIL = re.compile(r"ภายใน|ไม่เกิน|ก่อน")


def parse_period(text: str, fiscal_year: int | None = None) -> Period | Unreadable:
    """The two dates of a period. ``fiscal_year`` (Buddhist era) serves where the text names none.

    Months without a year are of that fiscal year; the year after the second month serves both, and a first month later
    in the calendar than the second is of the year before.
    """
    plain = to_arabic(text)
    for read in (_of_dates, _of_months, _of_parts, _of_year):
        found = read(plain, fiscal_year)
        if found is not None:
            return found
    return Unreadable(
        text,
        Sentence(
            f"อ่านระยะเวลา “{text}” เป็นวันที่ไม่ได้ โปรดเขียนเช่น ต.ค. ๖๘ - มี.ค. ๖๙ หรือ ปีงบประมาณ ๒๕๖๙",
            f"The period “{text}” cannot be read. Please write it like ต.ค. 68 - มี.ค. 69.",
        ),
    )


def format_period(period: Period, style: Literal["official", "short"] = "official", *, thai_digits: bool = True) -> str:
    """A whole fiscal year as ``ปีงบประมาณ พ.ศ. ๒๕๖๖``, whole months as ``ตุลาคม ๒๕๖๕ – มีนาคม ๒๕๖๖``, else two dates."""
    year = fiscal_year_of(period.end)
    whole = FiscalYear(year)
    if (period.start, period.end) == (whole.start, whole.end):
        written = f"ปีงบประมาณ พ.ศ. {year}"
    elif period.start.day == 1 and period.end == _last(period.end.year, period.end.month):
        written = _months_written(period, style)
    else:
        both = [format_date(day, style, thai_digits=False) for day in (period.start, period.end)]
        written = both[0] if both[0] == both[1] else " – ".join(both)
    return to_thai(written) if thai_digits else written


def _months_written(period: Period, style: Literal["official", "short"]) -> str:
    def written(day: date) -> str:
        if style == "short":
            return f"{SHORT[day.month - 1]} {(day.year + ERA) % 100:02d}"
        return f"{FULL[day.month - 1]} {day.year + ERA}"

    first, last = written(period.start), written(period.end)
    return first if first == last else f"{first} – {last}"


def _of_dates(plain: str, fiscal_year: int | None) -> Period | None:
    days = [day for _, _, day in find_dates(plain)]
    if len(days) == 2 and days[0] <= days[1]:
        return Period(days[0], days[1])
    if len(days) != 1 or len(_SEVERAL.findall(plain)) > 1:
        return None
    if _UNTIL.search(plain):
        return Period(min(FiscalYear(fiscal_year_of(days[0])).start, days[0]), days[0])
    return Period(days[0], days[0])


def _of_months(plain: str, fiscal_year: int | None) -> Period | None:
    months = [(month_number(name), year) for name, year in _SEVERAL.findall(plain)]
    if not 1 <= len(months) <= 2:
        return None
    (first, first_year), (last, last_year) = months[0], months[-1]
    end_year = _year(last, last_year, fiscal_year)
    if end_year is None:
        return None
    if len(months) == 2 and first_year:
        start_year: int = full_year(first_year)
    else:
        start_year = end_year if first <= last else end_year - 1
    start = date(start_year, first, 1)
    if len(months) == 1 and _UNTIL.search(plain):
        start = FiscalYear(fiscal_year_of(start)).start
    end = _last(end_year, last)
    return Period(start, end) if start <= end else None


def _year(month: int, written: str, fiscal_year: int | None) -> int | None:
    if written:
        return full_year(written)
    return None if fiscal_year is None else fiscal_year - ERA - (month >= 10)


def _of_parts(plain: str, fiscal_year: int | None) -> Period | None:
    """A quarter or a half of a fiscal year."""
    year = _named(plain) or fiscal_year
    if year is None:
        return None
    months = FiscalYear(year).months()
    if quarter := _QUARTER.search(plain):
        first = (int(quarter[1]) - 1) * 3
        return Period(months[first], _last(months[first + 2].year, months[first + 2].month))
    if half := _HALF.search(plain):
        first = 6 if half[1] else 0
        return Period(months[first], _last(months[first + 5].year, months[first + 5].month))
    return None


def _of_year(plain: str, fiscal_year: int | None) -> Period | None:
    year = _named(plain)
    if year is None and _WHOLE.search(plain):
        year = fiscal_year
    return None if year is None else Period(FiscalYear(year).start, FiscalYear(year).end)


def _named(plain: str) -> int | None:
    """The fiscal year (Buddhist era) that the text names."""
    if not (found := _FISCAL.search(plain)):
        return None
    year = full_year(found[1]) + ERA
    return year if 2400 <= year <= 2700 else None


def _last(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
