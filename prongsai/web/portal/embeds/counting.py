"""How much of a year's disclosures is public, and under which sub-indicators."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from prongsai.frameworks import NoFramework, load
from prongsai.web.agencies.models import Agency
from prongsai.web.portal.queries import Entry, Publication, entries_of


@dataclass(frozen=True, slots=True)
class Part:
    """A sub-indicator with what is public of it. ``code`` is the first word of its heading: ``9.1``."""

    code: str
    title: str
    entries: list[Entry]


@dataclass(frozen=True, slots=True)
class YearShown:
    """What is public of a year. ``whole`` is how many items its framework asks for; None where nobody knows."""

    year: int
    shown: int
    whole: int | None
    parts: list[Part]

    @property
    def entries(self) -> list[Entry]:
        """All of them, in their order."""
        return [entry for part in self.parts for entry in part.entries]

    def part(self, code: str) -> Part | None:
        """The sub-indicator of that code."""
        return next((one for one in self.parts if one.code == code), None)


def years_shown(agency: Agency) -> list[YearShown]:
    """Every year of which a disclosure is public, the newest first. One query."""
    live = [one for one in entries_of(agency) if not one.withdrawn]
    items = [one for one in live if one.publication.kind == Publication.Kind.DISCLOSURE]
    return [_year(year, list(group)) for year, group in groupby(items, lambda one: one.publication.fiscal_year)]


def _year(year: int, entries: list[Entry]) -> YearShown:
    groups = groupby(entries, lambda one: one.publication.group)
    parts = [Part(title.partition(" ")[0], title, list(group)) for title, group in groups]
    return YearShown(year, len(entries), _whole(year), parts)


def _whole(year: int) -> int | None:
    try:
        return len(load("ita", year).items)
    except NoFramework:
        return None
