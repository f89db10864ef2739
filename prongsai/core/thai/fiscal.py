"""Fiscal years, named by the Buddhist-era year in which they end, and the rounds of reporting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from prongsai.core.thai.period import Period

#: Buddhist era minus Common Era.
ERA = 543


class RoundKind(StrEnum):
    """The times of a year on which a report is due."""

    SIX_MONTHS = "six_months"
    SECOND_HALF = "second_half"
    YEARLY = "yearly"


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """1 October to 30 September; ``year`` is the Buddhist-era year of its end."""

    year: int

    @property
    def start(self) -> date:
        """1 October of the year before."""
        return date(self.year - ERA - 1, 10, 1)

    @property
    def end(self) -> date:
        """30 September."""
        return date(self.year - ERA, 9, 30)

    def contains(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.start <= day <= self.end

    def months(self) -> tuple[date, ...]:
        """The first days of its twelve months, October first."""
        before, after = self.start.year, self.end.year
        return (*(date(before, month, 1) for month in (10, 11, 12)), *(date(after, month, 1) for month in range(1, 10)))


def fiscal_year_of(day: date) -> int:
    """The fiscal year (Buddhist era) in which a day lies."""
    return day.year + ERA + (day.month >= 10)


def round_dates(year: int, kind: RoundKind) -> Period:
    """The two dates of a round of a fiscal year (Buddhist era)."""
    whole = FiscalYear(year)
    if kind is RoundKind.SIX_MONTHS:
        return Period(whole.start, date(year - ERA, 3, 31))
    if kind is RoundKind.SECOND_HALF:
        return Period(date(year - ERA, 4, 1), whole.end)
    return Period(whole.start, whole.end)
