"""The year of a measure as a line: where its period, its progress and today stand, on a scale of 0 to 1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from prongsai.core.thai.fiscal import FiscalYear


@dataclass(frozen=True, slots=True)
class Timeline:
    """``months`` are the twelve first days with their places; None where there is no period, or today lies outside."""

    months: tuple[tuple[date, float], ...]
    period: tuple[float, float] | None
    marks: tuple[float, ...]
    today: float | None


def timeline(
    fiscal_year: int, starts_on: date | None, ends_on: date | None, done_on: Sequence[date], today: date
) -> Timeline:
    """Lay a measure over its fiscal year (Buddhist era); what reaches beyond the year is cut at its edge."""
    year = FiscalYear(fiscal_year)
    length = (year.end - year.start).days + 1

    def place(day: date) -> float:
        return min(max((day - year.start).days / length, 0.0), 1.0)

    period = None
    if starts_on is not None and ends_on is not None:
        period = (place(starts_on), place(ends_on + timedelta(days=1)))
    return Timeline(
        months=tuple((month, place(month)) for month in year.months()),
        period=period,
        marks=tuple(place(day) for day in done_on if year.contains(day)),
        today=place(today) if year.contains(today) else None,
    )
