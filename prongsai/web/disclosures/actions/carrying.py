"""Last year's items as this year's: words, links, owners and days. What was ticked must be confirmed anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Prefetch
from django.utils import timezone

from prongsai.core.events.vocabulary import EventKind
from prongsai.core.reports.reading import Status
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.audit.actions import record
from prongsai.web.disclosures.actions.rows import made
from prongsai.web.disclosures.actions.watching import follow_links
from prongsai.web.disclosures.items import Item, items_of, serves
from prongsai.web.disclosures.models import Disclosure
from prongsai.web.disclosures.queries import in_order
from prongsai.web.evidence import actions as evidence_actions
from prongsai.web.evidence.queries import Evidence, evidence_in


@transaction.atomic
def carry_over(*, by: Person, agency: Agency, source: int, fiscal_year: int) -> list[Disclosure]:
    """The items of ``source`` that ``fiscal_year`` asks for too and that are not begun there; returns those made.

    Matched by subject, for a code means other things in other years. An item that was several takes the text and the
    links of all of them, one that was split gives them to each. Days are a year later; files, tables, what was done and
    ticks stay with their year.
    """
    present = set(Disclosure.objects.of(agency).filter(fiscal_year=fiscal_year).values_list("code", flat=True))
    found = (
        Disclosure.objects.of(agency)
        .filter(fiscal_year=source)
        .prefetch_related(Prefetch("evidence", evidence_in(agency)))
    )
    holders = _holders(agency, source, found)
    fresh = []
    for item in items_of(agency, fiscal_year):
        former = list(dict.fromkeys(holders[subject] for subject in item.subjects if subject in holders))
        if former and item.code not in present:
            fresh.append(_carried(by, agency, fiscal_year, item, former))
    return fresh


def _holders(agency: Agency, source: int, rows: Iterable[Disclosure]) -> dict[str, Disclosure]:
    """Subject to the row that deals with it: one of which it is the main subject before one that unites several.

    A row that a report by another year's list brought deals with the subject of its name, whatever its code is.
    """
    listed = {item.code: item for item in items_of(agency, source)}
    main: dict[str, Disclosure] = {}
    also: dict[str, Disclosure] = {}
    for row in rows:
        item = listed.get(row.code)
        if item is None or not serves(item, row.subject):
            subjects: tuple[str, ...] = (row.subject,)
        else:
            subjects = item.subjects
        for at, subject in enumerate(subjects):
            (also if at else main).setdefault(subject, row)
    return {**also, **main}


def _carried(by: Person, agency: Agency, fiscal_year: int, item: Item, former: Sequence[Disclosure]) -> Disclosure:
    row = made(agency, fiscal_year, item, _values(item, former, fiscal_year))
    row.save()
    links = _links(former)
    row.evidence.set([_link(by, row, one) for one in links])
    after: dict[str, Any] = {"name": row.name, "responsible": row.responsible, "from": former[0].fiscal_year}
    after |= {"evidence": [one.title for one in links]} if links else {}
    record(by=by, agency=agency, kind=EventKind.DISCLOSURE_CHANGED, subject=row, after=after)
    follow_links(row)
    return row


def _values(item: Item, former: Sequence[Disclosure], fiscal_year: int) -> dict[str, Any]:
    """Where the code stayed, the agency's own words are kept; else the framework's of the new year."""
    main = former[0]
    same = main.code == item.code
    days = [_later(one.due_on, fiscal_year - one.fiscal_year) for one in former if one.due_on]
    return {
        "name": main.name if same else item.name[:300],
        "components": list(main.components) if same else list(item.components),
        "responsible": list(dict.fromkeys(unit for one in former for unit in one.responsible)),
        "division_id": next((one.division_id for one in former if one.division_id), None),
        "due_on": min(days, default=None),
        "status": Status.NOT_STARTED,
        "text": "\n\n".join(dict.fromkeys(one.text.strip() for one in former if one.text.strip())),
        "changed_at": timezone.now(),
    }


def _links(former: Sequence[Disclosure]) -> list[Evidence]:
    """The links of all of them in their order, each address once."""
    found: dict[str, Evidence] = {}
    for row in former:
        for piece in in_order(row, row.evidence.all()):
            if piece.url:
                found.setdefault(piece.url, piece)
    return list(found.values())


def _link(by: Person, row: Disclosure, piece: Evidence) -> Evidence:
    return evidence_actions.add_link(
        by=by,
        agency=row.agency,
        url=piece.url,
        title=piece.title,
        fiscal_year=row.fiscal_year,
        page_or_quote=piece.page_or_quote,
    )


def _later(day: date, years: int) -> date:
    """The same day so many years later; 28 February where the year has no 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
