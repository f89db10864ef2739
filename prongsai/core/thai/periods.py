"""Periods as officials write them → two dates, and back to official wording. Source: ita.md §8.5."""

from __future__ import annotations

import calendar
from datetime import date
from typing import Literal

from prongsai.core.sentence import Sentence
from prongsai.core.thai.dates import find_dates, format_date
from prongsai.core.thai.digits import to_arabic, to_thai
from prongsai.core.thai.fiscal import ERA, YEARS, FiscalYear, buddhist_year, fiscal_year_of, short_year
from prongsai.core.thai.months import FULL, SHORT
from prongsai.core.thai.period import Period as Period
from prongsai.core.thai.unreadable import Unreadable, shown
from prongsai.core.thai.written import (
    HALF,
    OFTEN,
    QUARTERS,
    SINCE,
    UNTIL,
    WHOLE,
    Endpoint,
    day_of,
    endpoints,
    named_years,
)

#: More letters than any period is written with; a longer cell tells something else.
_LONGEST = 300


def parse_period(text: str, fiscal_year: int | None = None) -> Period | Unreadable:
    """The two dates of a period. ``fiscal_year`` (Buddhist era, two or four digits) serves where the text names none.

    Months without a year are of that fiscal year; the year after the second month serves both, and a first month later
    in the calendar than the second is of the year before. ``ภายใน`` begins with the fiscal year, ``เป็นต้นไป`` ends
    with it. Unreadable where a month has no year and none is given, and where figures beside it make no sense.
    """
    plain = " ".join(to_arabic(text).split()) if len(text) <= _LONGEST else ""
    known = None if fiscal_year is None else buddhist_year(fiscal_year)
    years = named_years(plain) or ((known, known) if known in YEARS and known is not None else None)
    found = _read(plain, years)
    return Unreadable(text, _why(shown(text))) if found is None else found


def _why(saw: str) -> Sentence:
    return Sentence(
        f"อ่านระยะเวลา “{saw}” เป็นวันที่ไม่ได้ โปรดเขียนเช่น ต.ค. ๖๘ - มี.ค. ๖๙ หรือ ปีงบประมาณ ๒๕๖๙",
        f"The period “{saw}” cannot be read. Please write it like ต.ค. 68 - มี.ค. 69 or ปีงบประมาณ 2569.",
    )


def format_period(period: Period, style: Literal["official", "short"] = "official", *, thai_digits: bool = True) -> str:
    """A whole fiscal year as ``ปีงบประมาณ พ.ศ. ๒๕๖๖``, whole months as ``ตุลาคม ๒๕๖๕ – มีนาคม ๒๕๖๖``, else two dates."""
    if _is_fiscal_year(period):
        written = f"ปีงบประมาณ พ.ศ. {fiscal_year_of(period.end)}"
    elif period.start.day == 1 and period.end == _last(period.end.year, period.end.month):
        written = _months_written(period, style)
    else:
        both = [format_date(day, style, thai_digits=False) for day in (period.start, period.end)]
        written = both[0] if both[0] == both[1] else " – ".join(both)
    return to_thai(written) if thai_digits else written


def _is_fiscal_year(period: Period) -> bool:
    """Told without FiscalYear, which has no value at either end of the calendar."""
    first, last = (period.start.month, period.start.day), (period.end.month, period.end.day)
    return first == (10, 1) and last == (9, 30) and period.end.year == period.start.year + 1


def _months_written(period: Period, style: Literal["official", "short"]) -> str:
    def written(day: date) -> str:
        if style == "short":
            return f"{SHORT[day.month - 1]} {short_year(day.year + ERA)}"
        return f"{FULL[day.month - 1]} {day.year + ERA}"

    first, last = written(period.start), written(period.end)
    return first if first == last else f"{first} – {last}"


def _read(plain: str, years: tuple[int, int] | None) -> Period | None:
    written = endpoints(plain)
    if written is None:
        return None
    if written:
        return _of_months(written, plain, years)
    days = [day for _, _, day in find_dates(plain)]
    if days:
        return _between(days[0], days[-1], plain, single=len(days) == 1) if len(days) <= 2 else None
    return None if years is None else _of_year(plain, *years)


def _of_months(written: list[Endpoint], plain: str, years: tuple[int, int] | None) -> Period | None:
    if len(written) > 2:
        return None
    first, last = written[0], written[-1]
    end_year = last.year or _year_of(last.month, years)
    if end_year is None:
        return None
    start_year = first.year or (end_year if first.month <= last.month else end_year - 1)
    start = day_of(start_year, first.month, 1 if first.day is None else first.day)
    end = _last(end_year, last.month) if last.last_day is None else day_of(end_year, last.month, last.last_day)
    if start is None or end is None:
        return None
    return _between(start, end, plain, single=len(written) == 1 and first.day == first.last_day)


def _between(start: date, end: date, plain: str, *, single: bool) -> Period | None:
    if single and UNTIL.search(plain):
        start = FiscalYear(fiscal_year_of(end)).start
    elif single and SINCE.search(plain):
        end = FiscalYear(fiscal_year_of(start)).end
    return Period(start, end) if start <= end else None


def _year_of(month: int, years: tuple[int, int] | None) -> int | None:
    """The Common Era year of a month of the one fiscal year that is known."""
    if years is None or years[0] != years[1]:
        return None
    return years[0] - ERA - (month >= 10)


def _of_year(plain: str, first: int, last: int) -> Period | None:
    """A quarter, several, a half, or the whole of fiscal years."""
    months = FiscalYear(first).months()
    if OFTEN.search(plain) or first != last:
        return Period(FiscalYear(first).start, FiscalYear(last).end)
    if quarters := QUARTERS.search(plain):
        begin, end = (int(quarters[1]) - 1) * 3, int(quarters[2] or quarters[1]) * 3 - 1
    elif half := HALF.search(plain):
        begin, end = (6, 11) if half[1] else (0, 5)
    elif WHOLE.search(plain) or named_years(plain):
        begin, end = 0, 11
    else:
        return None
    return Period(months[begin], _last(months[end].year, months[end].month)) if begin <= end else None


def _last(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
