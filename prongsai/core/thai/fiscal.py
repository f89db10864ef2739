"""Fiscal years, named by the Buddhist-era year in which they end, and the rounds of reporting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from prongsai.core.thai.period import Period

#: Buddhist era minus Common Era.
ERA = 543
#: Years (Buddhist era) that a paper can mean; what lies outside is a slip of the pen or of the scan.
YEARS = range(2400, 2743)


class RoundKind(StrEnum):
    """The times of a year on which a report is due."""

    SIX_MONTHS = "six_months"
    SECOND_HALF = "second_half"
    YEARLY = "yearly"


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """1 October to 30 September; ``year`` is the Buddhist-era year of its end.

    Its dates raise ValueError where the calendar has no such year (before 545 or after 10542).
    """

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


def buddhist_year(year: int) -> int:
    """2566 for 66, as officials shorten it; a longer year stays."""
    return 2500 + year if 0 <= year < 100 else year


def short_year(year: int) -> str:
    """``66`` for 2566; a year of another century stays whole, for two digits would name another year."""
    return f"{year % 100:02d}" if buddhist_year(year % 100) == year else str(year)


def fiscal_year_of(day: date) -> int:
    """The fiscal year (Buddhist era) in which a day lies."""
    return day.year + ERA + (day.month >= 10)


def round_dates(year: int, kind: RoundKind) -> Period:
    """The two dates of a round of a fiscal year (Buddhist era, two or four digits)."""
    whole = FiscalYear(buddhist_year(year))
    if kind is RoundKind.SIX_MONTHS:
        return Period(whole.start, whole.end.replace(month=3, day=31))
    if kind is RoundKind.SECOND_HALF:
        return Period(whole.end.replace(month=4, day=1), whole.end)
    return Period(whole.start, whole.end)
