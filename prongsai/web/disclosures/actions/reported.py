"""The items that a report brings, and taking them back with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import transaction

from prongsai.core.events.vocabulary import EventKind
from prongsai.core.measures.responsible import best_match
from prongsai.core.reports.reading import ReadDisclosure, Status
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency, Division
from prongsai.web.audit.actions import record
from prongsai.web.disclosures.actions.rows import plain
from prongsai.web.disclosures.actions.watching import let_links_go
from prongsai.web.disclosures.items import order_of
from prongsai.web.disclosures.models import Disclosure
from prongsai.web.disclosures.naming import meant_by
from prongsai.web.site.refusals import refuse


@transaction.atomic
def set_disclosures(
    *, by: Person, agency: Agency, fiscal_year: int, rows: Sequence[ReadDisclosure]
) -> list[Disclosure]:
    """The items of a report as rows of that year; returns those made. An item that is there already stays as it is."""
    present = set(Disclosure.objects.of(agency).filter(fiscal_year=fiscal_year).values_list("code", flat=True))
    units = list(Division.objects.of(agency).filter(active=True))
    fresh: dict[str, Disclosure] = {}
    for row in rows:
        if row.code not in present and row.code not in fresh:
            fresh[row.code] = _from_read(agency, fiscal_year, row, units)
    made = Disclosure.objects.add_all(list(fresh.values()))
    for disclosure in made:
        record(by=by, agency=agency, kind=EventKind.DISCLOSURE_CHANGED, subject=disclosure, after=plain(disclosure))
    return made


@transaction.atomic
def take_back_disclosures(*, by: Person, agency: Agency, ids: Iterable[int]) -> None:
    """Remove rows that an import made; Refused, naming the item, where one was written to or given evidence since."""
    found = Disclosure.objects.of(agency).filter(pk__in=list(ids))
    touched = found.exclude(version=1).first() or found.filter(evidence__isnull=False).first()
    if touched is not None:
        raise refuse(
            f"รายการ {touched.code} ถูกแก้ไขหรือแนบหลักฐานหลังนำเข้าแล้ว",
            f"Item {touched.code} has been changed or given evidence since the import.",
        )
    for disclosure in found:
        record(by=by, agency=agency, kind=EventKind.DISCLOSURE_CHANGED, subject=disclosure, before=plain(disclosure))
        let_links_go(disclosure)
    found.delete()


def _from_read(agency: Agency, fiscal_year: int, row: ReadDisclosure, units: list[Division]) -> Disclosure:
    item = meant_by(agency, fiscal_year, row.code, row.name or "")
    return Disclosure(
        agency=agency,
        fiscal_year=fiscal_year,
        code=row.code,
        order=order_of(row.code),
        name=(row.name or (item.name if item else row.code))[:300],
        sub_indicator=row.sub_indicator or (item.sub_indicator if item else ""),
        subject=item.subject if item else "",
        components=list(row.components),
        responsible=list(row.responsible),
        division=_division_for(row.responsible, units),
        status=row.status or Status.NOT_STARTED,
        progress=list(row.progress),
    )


def _division_for(responsible: Sequence[str], units: Sequence[Division]) -> Division | None:
    """The division that the first recognisable unit names, or None."""
    by_id = {unit.pk: unit for unit in units}
    names = {unit.pk: unit.name for unit in units}
    for text in responsible:
        match = best_match(text, names)
        if match is not None:
            return by_id[match]
    return None
