"""Carrying a measure over into another year: its period moves with it."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date

from prongsai.core.measures.content import MeasureContent
from prongsai.core.thai.digits import to_arabic
from prongsai.core.thai.period import Period
from prongsai.core.thai.periods import format_period, parse_period

_THAI_DIGIT = re.compile(r"[๐-๙]")


def carried(content: MeasureContent, *, old_year: int, new_year: int) -> MeasureContent:
    """The measure for another fiscal year (both in the Buddhist era): its period is of the new year.

    Outcome and suggestion tell of the year that was; carried over, the next report would claim them again.
    """
    period = moved_period(content.period, old_year=old_year, new_year=new_year)
    return replace(content, period=period, outcome=(), suggestion="")


def moved_period(text: str, *, old_year: int, new_year: int) -> str:
    """A written period, so many years later; one that names no year, and what cannot be read, stay as they are."""
    read = parse_period(text)  # without a year to lean on: รอบ ๖ เดือน and ต.ค. - ธ.ค. are true of every year
    if not isinstance(read, Period):
        return text
    years = new_year - old_year
    short = "." in text.replace("พ.ศ.", "")  # ก.พ. - ก.ย.๖๖: months are abbreviated
    moved = Period(_later(read.start, years), _later(read.end, years))
    return format_period(moved, "short" if short else "official", thai_digits=bool(_THAI_DIGIT.search(text)))


def names_year(content: MeasureContent, year: int) -> bool:
    """Whether title or steps name that Buddhist-era year: after carrying over, somebody should look at it."""
    words = to_arabic(" ".join((content.title, *content.steps)))
    return bool(re.search(rf"(?<!\d){year}(?!\d)", words))


def _later(day: date, years: int) -> date:
    """The same day so many years later; the last of February stays the last."""
    year = day.year + years
    last = calendar.monthrange(year, day.month)[1]
    at_end = day.day == calendar.monthrange(day.year, day.month)[1]
    return date(year, day.month, last if at_end else min(day.day, last))
