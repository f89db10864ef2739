"""Items with everything that their state rests on: what they show, where, what of it opens, and what is public."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.db.models import Prefetch, QuerySet

from prongsai.core.disclosures.checklist import Check, Mark, checklist
from prongsai.core.disclosures.state import Condition, Facts, Standing, condition_of
from prongsai.core.disclosures.years import OtherPeriod, Shown, Wanted, other_periods, wanted_of
from prongsai.core.scoring.worth import worths_of_items
from prongsai.web.agencies.models import Agency
from prongsai.web.disclosures.items import Item, items_of, serves
from prongsai.web.disclosures.models import Disclosure, Tick
from prongsai.web.disclosures.queries import Line, disclosures_of, in_order
from prongsai.web.evidence.queries import Evidence, evidence_in
from prongsai.web.frameworks.queries import framework_for
from prongsai.web.links.queries import ItemLinks, Link, states_of_items
from prongsai.web.published.queries import Edition, newest_editions


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of the year. ``worth`` is in points of the total; ``edition`` the newest that was ever published;
    ``opening`` how its links open.
    """

    line: Line
    condition: Condition
    checks: tuple[Check, ...]
    pieces: tuple[Evidence, ...]
    opening: ItemLinks
    edition: Edition | None
    worth: Fraction
    wanted: Wanted | None
    warnings: tuple[OtherPeriod, ...]

    @property
    def links(self) -> tuple[Link, ...]:
        """The links that are watched for it, as they were last found."""
        return self.opening.links

    @property
    def ticked(self) -> int:
        """How many components are shown somewhere."""
        return sum(check.is_shown for check in self.checks)

    @property
    def at_risk(self) -> Fraction:
        """The points that hang on what is still to be done: all or none, as assessors give them."""
        return Fraction(0) if self.condition.is_settled and self.line.other is None else self.worth


@dataclass(frozen=True, slots=True)
class _Year:
    """What is looked up once for all items of a year."""

    today: date
    fiscal_year: int
    provisional: bool
    worths: Mapping[str, Fraction]
    links: Mapping[str, ItemLinks]
    editions: Mapping[str, Edition]


def entries_of(agency: Agency, fiscal_year: int, today: date, code: str | None = None) -> list[Entry]:
    """Every item of the year, or the one of that code: those of the framework, then rows that it does not have.

    Six queries however many items there are.
    """
    framework, provisional = framework_for(agency, fiscal_year)
    items = {item.code: item for item in items_of(agency, fiscal_year) if code in (None, item.code)}
    found = disclosures_of(agency, fiscal_year)
    rows = {row.code: row for row in _with_parts(agency, found if code is None else found.filter(code=code))}
    year = _Year(
        today,
        fiscal_year,
        provisional,
        worths_of_items(framework, agency.kind),
        states_of_items(agency, fiscal_year),
        newest_editions(agency, fiscal_year),
    )
    codes = [*items, *(one for one in rows if one not in items)]
    return [_entry(one, items.get(one), rows.get(one), year) for one in codes]


def entry_of(agency: Agency, fiscal_year: int, code: str, today: date) -> Entry | None:
    """The item of that code, None where neither the framework nor the agency has it."""
    return next(iter(entries_of(agency, fiscal_year, today, code)), None)


def components_of(item: Item | None, row: Disclosure | None) -> tuple[str, ...]:
    """What must be shown: the framework's components, or the row's own where the framework has none."""
    if item is not None and item.components:
        return item.components
    return tuple(row.components) if row else ()


def has_words(row: Disclosure) -> bool:
    """Whether the item has content of its own, to which a tick may point: text, tables, the system's, or why not."""
    denied = row.answer == Disclosure.Answer.HAS_NOT and row.explanation.strip()
    return bool(row.text.strip() or row.tables or row.sources or denied)


def pieces_of(row: Disclosure) -> tuple[Evidence, ...]:
    """The evidence that the item shows, in its order, without what was taken off."""
    return in_order(row, (one for one in row.evidence.all() if one.removed_at is None))


def marks_of(row: Disclosure) -> list[Mark]:
    """The ticks of an item as the core compares them."""
    return [Mark(one.component, one.evidence_id, one.where) for one in row.ticks.all()]


def _with_parts(agency: Agency, rows: QuerySet[Disclosure]) -> list[Disclosure]:
    found = rows.prefetch_related(
        Prefetch("evidence", evidence_in(agency)), Prefetch("ticks", Tick.objects.of(agency).order_by("id"))
    )
    return list(found)


def _entry(code: str, listed: Item | None, row: Disclosure | None, year: _Year) -> Entry:
    item = listed if listed and (row is None or serves(listed, row.subject)) else None
    pieces = pieces_of(row) if row else ()
    words = has_words(row) if row else False
    checks = checklist(
        components_of(item, row),
        marks_of(row) if row else (),
        {piece.pk for piece in pieces},
        has_words=words,
        from_memory=item.from_memory if item else (),
    )
    wanted = wanted_of(item.year_rule, year.fiscal_year) if item else None
    warnings = other_periods(wanted, _shown(row, pieces)) if wanted and row and not year.provisional else ()
    links = year.links.get(code, ItemLinks(code, ()))
    edition = year.editions.get(code.lower())
    facts = Facts(
        has_content=bool(pieces) or words,
        standing=_standing(edition),
        differs=_differs(row, edition),
        broken=links.broken,
        doubtful=links.doubtful,
        other_period=bool(warnings),
        components=len(checks),
        ticked=sum(check.is_shown for check in checks),
        has_owner=bool(row and row.division_id),
        due_on=row.due_on if row else None,
    )
    condition = condition_of(facts, year.today)
    name = (row.name if row else "") or (item.name if item else "") or code
    line = Line(code, name, item, row, len(pieces), listed if item is None else None)
    worth = year.worths.get(code, Fraction(0))
    return Entry(line, condition, checks, pieces, links, edition, worth, wanted, warnings)


def _shown(row: Disclosure, pieces: Sequence[Evidence]) -> list[Shown]:
    titles = [Shown(table["title"], is_title=True) for table in row.tables]
    return [Shown(row.text), *titles, *(Shown(one.title, is_title=True, on=one.effective_on) for one in pieces)]


def _standing(edition: Edition | None) -> Standing:
    if edition is None:
        return Standing.NEVER
    return Standing.WITHDRAWN if hasattr(edition, "withdrawal") else Standing.SHOWN


def _differs(row: Disclosure | None, edition: Edition | None) -> bool:
    changed = row.changed_at if row else None
    return bool(edition and changed and changed > edition.published_at)
