"""The assessment's calendar of a year: registration, entry, surveys, contest, result. Source: ita.md §4.1."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from prongsai.core.framework.origin import Confidence, Origin


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of the assessment's year, both days included. ``code`` is the same over the years, such as ``contest``.

    ``agency_acts`` tells that the agency has something to do by ``closes``: those days stand in its calendar feed.
    """

    code: str
    name: str
    name_en: str
    opens: date
    closes: date
    agency_acts: bool
    origin: Origin

    def runs_on(self, day: date) -> bool:
        """Whether the phase is open that day."""
        return self.opens <= day <= self.closes

    def moved(self, years: int) -> Phase:
        """The same phase so many years on, where that year's days are not known: no more than likely."""
        sure = min(self.origin.confidence, Confidence.LIKELY, key=_sureness)
        origin = Origin("เลื่อนจากปีอื่น (moved from another year)", sure)
        return replace(
            self, opens=years_later(self.opens, years), closes=years_later(self.closes, years), origin=origin
        )


def years_later(day: date, years: int) -> date:
    """The same day so many years on; the last day of February stays the last."""
    if (day + timedelta(days=1)).month == 3 and day.month == 2:
        return date(day.year + years, 3, 1) - timedelta(days=1)
    return day.replace(year=day.year + years, day=min(day.day, 28) if day.month == 2 else day.day)


def _sureness(confidence: Confidence) -> int:
    return [Confidence.MEMORY, Confidence.LIKELY, Confidence.CERTAIN].index(confidence)
