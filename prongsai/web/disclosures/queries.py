"""What an agency shows for each item, read for pages and for reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, QuerySet

from prongsai.core.access.decision import Decision
from prongsai.core.reports.reading import ReadDisclosure, Status
from prongsai.web.agencies.models import Agency
from prongsai.web.agencies.queries import Seat
from prongsai.web.disclosures.items import Item, item_of, items_of, serves
from prongsai.web.disclosures.models import Disclosure
from prongsai.web.disclosures.sources import Offer as Offer
from prongsai.web.disclosures.sources import Source as Source
from prongsai.web.disclosures.sources import offer_content as offer_content
from prongsai.web.evidence.queries import Evidence
from prongsai.web.frameworks.queries import framework_for


@dataclass(frozen=True, slots=True)
class Line:
    """One item of the year's list: the framework's ``item`` (None where the year has none of that code) and our row.

    ``other`` is the year's item of that code where our row is of another item, as a report by another year's list has.
    """

    code: str
    name: str
    item: Item | None
    row: Disclosure | None
    evidence: int = 0
    other: Item | None = None

    @property
    def status(self) -> Status:
        """Where nothing has been written yet, nothing has been started."""
        return Status(self.row.status) if self.row else Status.NOT_STARTED

    @property
    def progress(self) -> int:
        """How many lines of progress have been written."""
        return len(self.row.progress) if self.row else 0


@dataclass(frozen=True, slots=True)
class Group:
    """The items of one sub-indicator, with how many of them are done."""

    code: str
    name: str
    lines: list[Line] = field(default_factory=list)

    @property
    def done(self) -> int:
        """How many items of the group are done."""
        return sum(line.status is Status.DONE for line in self.lines)


def disclosures_of(agency: Agency, fiscal_year: int) -> QuerySet[Disclosure]:
    """The rows of a year in the order of the framework, with their divisions."""
    found = Disclosure.objects.of(agency).filter(fiscal_year=fiscal_year)
    return found.select_related("division").order_by("order", "id")


def lines_of(agency: Agency, fiscal_year: int) -> list[Line]:
    """Every item of the year: those of the framework in their order, then rows of codes that it does not have."""
    rows = {row.code: row for row in disclosures_of(agency, fiscal_year)}
    counts = dict(
        Disclosure.objects.of(agency)
        .filter(fiscal_year=fiscal_year)
        .annotate(pieces=Count("evidence"))
        .values_list("code", "pieces")
        .order_by()
    )
    items = {item.code: item for item in items_of(agency, fiscal_year)}
    return [
        _line(code, items.get(code), rows.get(code), counts.get(code, 0))
        for code in [*items, *(code for code in rows if code not in items)]
    ]


def year_to_carry(agency: Agency, fiscal_year: int) -> int | None:
    """The newest earlier year with items of the agency, while ``fiscal_year`` has none of its own; else None."""
    years = Disclosure.objects.of(agency).filter(fiscal_year__lte=fiscal_year)
    newest = years.order_by("-fiscal_year").values_list("fiscal_year", flat=True).first()
    return None if newest == fiscal_year else newest


def groups_of(agency: Agency, fiscal_year: int) -> list[Group]:
    """The items of the year by sub-indicator, in order."""
    groups: dict[str, Group] = {}
    for line in lines_of(agency, fiscal_year):
        code = line.item.sub_indicator if line.item else (line.row.sub_indicator if line.row else "")
        name = line.item.sub_indicator_name if line.item else ""
        groups.setdefault(code, Group(code, name)).lines.append(line)
    return list(groups.values())


def line_for(seat: Seat, fiscal_year: int, code: str) -> Line | None:
    """One item of the seat's agency, or None where neither the framework nor the agency has it."""
    row = disclosures_of(seat.agency, fiscal_year).filter(code=code).first()
    item = item_of(seat.agency, fiscal_year, code)
    return None if row is None and item is None else _line(code, item, row, 0)


def may_edit(seat: Seat, line: Line) -> Decision:
    """Whether the seat may write this item: people of a division only what their division looks after."""
    return seat.writes_for({line.row.division_id} if line.row and line.row.division_id else set())


def as_read(agency: Agency, fiscal_year: int) -> tuple[ReadDisclosure, ...]:
    """The rows of a year as a report holds them, in the framework's order."""
    return tuple(
        ReadDisclosure(
            code=row.code,
            name=row.name or None,
            sub_indicator=row.sub_indicator or None,
            components=tuple(row.components),
            responsible=tuple(row.responsible),
            status=Status(row.status),
            progress=tuple(row.progress),
        )
        for row in disclosures_of(agency, fiscal_year)
    )


def _line(code: str, listed: Item | None, row: Disclosure | None, evidence: int) -> Line:
    item = listed if listed and (row is None or serves(listed, row.subject)) else None
    name = (row.name if row else "") or (item.name if item else "") or code
    return Line(code, name, item, row, evidence, listed if item is None else None)


def evidence_of(line: Line) -> list[Evidence]:
    """The evidence of an item in the order in which it is shown, without what was taken off."""
    return [] if line.row is None else list(in_order(line.row, line.row.evidence.filter(removed_at=None)))


def in_order(row: Disclosure, pieces: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Pieces of an item in the order in which it shows them: as a person arranged them, then as they were added."""
    places = {pk: place for place, pk in enumerate(row.evidence_order)}
    return tuple(sorted(pieces, key=lambda one: (places.get(one.pk, len(places)), one.added_at, one.pk)))


def framework_year(agency: Agency, fiscal_year: int) -> int:
    """The year of the framework that serves ``fiscal_year``: another one means that the list is provisional."""
    framework, _provisional = framework_for(agency, fiscal_year)
    return framework.year
