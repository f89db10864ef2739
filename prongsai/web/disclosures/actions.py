"""What is done to disclosures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.files.base import File
from django.db import transaction

from prongsai.core.events.vocabulary import EventKind
from prongsai.core.reports.reading import ReadDisclosure, Status
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency, Division
from prongsai.web.audit.actions import record
from prongsai.web.disclosures.arranging import Move as Move
from prongsai.web.disclosures.arranging import change_piece as change_piece
from prongsai.web.disclosures.arranging import move_piece as move_piece
from prongsai.web.disclosures.assigning import assign as assign
from prongsai.web.disclosures.carrying import carry_over as carry_over
from prongsai.web.disclosures.content import Content as Content
from prongsai.web.disclosures.entering import choose_address as choose_address
from prongsai.web.disclosures.entering import set_entered as set_entered
from prongsai.web.disclosures.items import item_of, order_of, serves
from prongsai.web.disclosures.models import Disclosure
from prongsai.web.disclosures.naming import meant_by
from prongsai.web.disclosures.pasting import paste_items as paste_items
from prongsai.web.disclosures.rows import (
    item_wanted,
    made,
    opened,
    plain,
    row_at,
    touch,
    values_of,
    write,
    write_settings,
)
from prongsai.web.disclosures.ticking import set_ticks as set_ticks
from prongsai.web.disclosures.ticking import tick_open
from prongsai.web.disclosures.units import division_for
from prongsai.web.disclosures.watching import follow_links, let_links_go
from prongsai.web.disclosures.wording import Words as Words
from prongsai.web.disclosures.wording import add_table as add_table
from prongsai.web.disclosures.wording import choose_sources as choose_sources
from prongsai.web.disclosures.wording import take_table_off as take_table_off
from prongsai.web.disclosures.wording import write_words as write_words
from prongsai.web.evidence import actions as evidence_actions
from prongsai.web.evidence.queries import Evidence
from prongsai.web.site.refusals import Stale, refuse

#: Of what a person writes on the settings, what the public reads too.
_READ_BY_ALL = ("name", "components", "responsible", "division_id")


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
def change_disclosure(
    *, by: Person, agency: Agency, fiscal_year: int, code: str, content: Content, version: int
) -> Disclosure:
    """Write one item. ``version`` is the one that was read; 0 where nothing was kept of the item yet.

    Raises Stale when somebody else wrote first, and Refused for an item that the year's framework does not have or a
    division of another agency.
    """
    if content.division_id and not Division.objects.of(agency).filter(pk=content.division_id).exists():
        raise refuse("ไม่พบส่วนราชการที่เลือก โปรดเลือกใหม่", "That division is not there. Please choose again.")
    found = row_at(agency, fiscal_year, code)
    if version != (found.version if found else 0):
        raise Stale
    before = plain(found) if found else {}
    row = found or _made(agency, fiscal_year, code, content)
    if found:
        values = values_of(content) | _renamed(agency, fiscal_year, found, content.name)
        seen = any(getattr(row, key) != values[key] for key in _READ_BY_ALL)
        (write if seen else write_settings)(row, values)
    record(by=by, agency=agency, kind=EventKind.DISCLOSURE_CHANGED, subject=row, before=before, after=plain(row))
    follow_links(row)
    return row


def attach_evidence(
    *, by: Person, disclosure: Disclosure, file: File[Any] | None = None, url: str = "", title: str = ""
) -> Evidence:
    """Attach a file or the address of a page to an item; Refused says what is wrong with it."""
    agency, year = disclosure.agency, disclosure.fiscal_year
    with evidence_actions.all_or_nothing():
        if file is not None:
            made = evidence_actions.add_file(by=by, agency=agency, upload=file, fiscal_year=year, title=title)
        else:
            made = evidence_actions.add_link(by=by, agency=agency, url=url, title=title, fiscal_year=year)
        disclosure.evidence.add(made)
        touch(disclosure)
        after = {"evidence": made.title}
        record(by=by, agency=agency, kind=EventKind.DISCLOSURE_CHANGED, subject=disclosure, after=after)
        follow_links(disclosure)
    return made


@transaction.atomic
def attach_to_item(
    *,
    by: Person,
    agency: Agency,
    fiscal_year: int,
    code: str,
    file: File[Any] | None = None,
    url: str = "",
    title: str = "",
    where: str = "",
    shows_all: bool = False,
) -> Evidence:
    """``attach_evidence`` to an item of the year; one that has nothing kept yet begins with the framework's words.

    ``shows_all``: every component that is not shown yet is shown there, at ``where``, such as “หน้า 3”.
    """
    row = opened(by=by, agency=agency, fiscal_year=fiscal_year, code=code)
    made = attach_evidence(by=by, disclosure=row, file=file, url=url, title=title)
    if shows_all:
        tick_open(by=by, row=row, piece=made.pk, where=where)
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


def _renamed(agency: Agency, fiscal_year: int, row: Disclosure, name: str) -> dict[str, str]:
    """What a row of another year's list becomes by its new name: that of the year's item of its code makes it that."""
    item = item_of(agency, fiscal_year, row.code)
    if item is None or serves(item, row.subject) or name == row.name:
        return {}
    meant = meant_by(agency, fiscal_year, row.code, name)
    return {"subject": meant.subject, "sub_indicator": meant.sub_indicator} if meant else {}


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
        division=division_for(row.responsible, units),
        status=row.status or Status.NOT_STARTED,
        progress=list(row.progress),
    )


def _made(agency: Agency, fiscal_year: int, code: str, content: Content) -> Disclosure:
    item = item_wanted(agency, fiscal_year, code)
    row = made(agency, fiscal_year, item, values_of(content))
    row.save()
    return row
