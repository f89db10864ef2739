"""The assessment's calendar of a year: registration, entry, surveys, contest, result. Source: ita.md §4.1."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from prongsai.core.framework.origin import Origin


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
