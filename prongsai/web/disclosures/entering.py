"""What an officer types into ITAS, item by item, and what of it was typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from prongsai.core.disclosures.entry import (
    Preference,
    Readiness,
    Shown,
    Values,
    addresses,
    answer_of,
    changed_since,
    doubts,
    explanation_of,
    readiness,
)
from prongsai.core.disclosures.state import Reason
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.disclosures.entries import Entry, entries_of
from prongsai.web.disclosures.models import Disclosure, EntryChoice
from prongsai.web.published.queries import Edition, public_address


@dataclass(frozen=True, slots=True)
class Filled:
    """One item as it goes into ITAS. ``is_portal``: its address is that of the public page here.

    ``moved``: it was entered, but its answer or address is another since.
    """

    entry: Entry
    values: Values
    readiness: Readiness
    doubts: tuple[Reason, ...]
    is_portal: bool
    is_entered: bool
    moved: bool
    by: str

    @property
    def code(self) -> str:
        """The code of the item."""
        return self.entry.line.code

    @property
    def addresses(self) -> str:
        """The addresses, one a line."""
        return "\n".join(self.values.urls)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The items of a year in the order of ITAS."""

    items: Sequence[Filled]
    preference: Preference

    @property
    def entered(self) -> int:
        """How many were entered and are still so."""
        return sum(one.is_entered for one in self.items)

    @property
    def ready(self) -> int:
        """How many can be entered and were not yet."""
        return sum(not one.is_entered and one.readiness is not Readiness.NOT_YET for one in self.items)

    @property
    def moved(self) -> list[Filled]:
        """Those that have to be entered once more."""
        return [one for one in self.items if one.moved]


def preference_of(agency: Agency) -> Preference:
    """Which addresses the agency enters."""
    found = EntryChoice.objects.of(agency).first()
    return Preference(found.address) if found else Preference.PORTAL


def sheet_of(agency: Agency, fiscal_year: int, today: date, code: str | None = None) -> Sheet:
    """The year as it goes into ITAS, or one item of it. Two queries more than ``entries_of``."""
    preference = preference_of(agency)
    entries = entries_of(agency, fiscal_year, today, code)
    ids = {row.entered_by_id for one in entries if (row := one.line.row) and row.entered_by_id}
    people = {person.pk: str(person) for person in Person.objects.filter(pk__in=ids)} if ids else {}
    return Sheet([_filled(agency, fiscal_year, one, preference, people) for one in entries], preference)


def _filled(agency: Agency, fiscal_year: int, entry: Entry, preference: Preference, people: dict[int, str]) -> Filled:
    row = entry.line.row
    portal = public_address(agency, fiscal_year, entry.line.code.lower()) if _stands(entry.edition) else ""
    own = [piece.url for piece in entry.pieces if piece.url]
    values = _values(entry, addresses(preference, portal, own))
    is_portal = (bool(portal) and values.urls == (portal,)) or (preference is Preference.PORTAL and not portal)
    ready = readiness(values, entry.condition.state, entry.condition.reasons, is_portal=is_portal)
    found = doubts(entry.condition.reasons, is_portal=is_portal)
    at = row.entered_at if row else None
    moved = bool(row and at and changed_since(row.entered, values))
    by = people.get(row.entered_by_id or 0, "") if row else ""
    return Filled(entry, values, ready, found, is_portal, bool(at) and not moved, moved, by)


def _values(entry: Entry, urls: tuple[str, ...]) -> Values:
    row = entry.line.row
    answer = answer_of(row.answer if row else "", urls)
    if answer == Disclosure.Answer.HAS_NOT:
        return Values(answer, (), row.explanation if row else "")
    written = row.explanation.strip() if row else ""
    titles = {piece.pk: piece.title for piece in entry.pieces}
    marks = [check.mark for check in entry.checks if check.mark]
    shown = [Shown(one.component, titles.get(one.piece or 0, ""), one.where) for one in marks]
    suggested = explanation_of(shown, len(entry.checks))
    return Values(answer, urls, written or suggested, not written and bool(suggested))


def _stands(edition: Edition | None) -> bool:
    return edition is not None and not hasattr(edition, "withdrawal")
