"""Last year's items as this year's: the words and the owners, to be done anew."""

from __future__ import annotations

from django.db import transaction

from prongsai.core.events.vocabulary import EventKind
from prongsai.core.reports.reading import Status
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.audit.actions import record
from prongsai.web.disclosures.items import Item, items_of, order_of
from prongsai.web.disclosures.models import Disclosure


@transaction.atomic
def carry_over(*, by: Person, agency: Agency, source: int, fiscal_year: int) -> list[Disclosure]:
    """The items of ``source`` that ``fiscal_year`` asks for too and that are not begun there; returns those made.

    Matched by subject, for a code means other things in other years. What was done and its evidence stay behind.
    """
    present = set(Disclosure.objects.of(agency).filter(fiscal_year=fiscal_year).values_list("code", flat=True))
    items = items_of(agency, fiscal_year)
    wanted = {item.subject: item for item in items if item.subject and item.code not in present}
    rows = Disclosure.objects.of(agency).filter(fiscal_year=source, subject__in=wanted).order_by("order", "id")
    fresh = {row.subject: _anew(row, wanted[row.subject], fiscal_year) for row in rows}
    made = Disclosure.objects.add_all(list(fresh.values()))
    for one in made:
        after = {"name": one.name, "responsible": one.responsible, "from": source}
        record(by=by, agency=agency, kind=EventKind.DISCLOSURE_CHANGED, subject=one, after=after)
    return made


def _anew(row: Disclosure, item: Item, fiscal_year: int) -> Disclosure:
    """Where the code stayed, the agency's own words are kept; else the framework's of the new year."""
    same = row.code == item.code
    return Disclosure(
        agency_id=row.agency_id,
        fiscal_year=fiscal_year,
        code=item.code,
        order=order_of(item.code),
        name=row.name if same else item.name[:300],
        sub_indicator=item.sub_indicator,
        subject=item.subject,
        components=list(row.components) if same else list(item.components),
        responsible=list(row.responsible),
        division_id=row.division_id,
        status=Status.NOT_STARTED,
    )
