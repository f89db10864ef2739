"""What is done to disclosures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.db.models import F

from prongsai.core.events.vocabulary import EventKind
from prongsai.core.reports.reading import ReadDisclosure, Status
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency, Division
from prongsai.web.audit.actions import record
from prongsai.web.disclosures.carrying import carry_over as carry_over
from prongsai.web.disclosures.content import Content as Content
from prongsai.web.disclosures.items import item_of, order_of
from prongsai.web.disclosures.models import Disclosure
from prongsai.web.disclosures.units import division_for
from prongsai.web.evidence import actions as evidence_actions
from prongsai.web.evidence.queries import Evidence
from prongsai.web.site.refusals import Stale, refuse

#: The fields of a disclosure that a person writes.
FIELDS = ("name", "components", "responsible", "division_id", "status", "progress")


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
        record(by=by, agency=agency, kind=EventKind.DISCLOSURE_CHANGED, subject=disclosure, after=_plain(disclosure))
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
    found = Disclosure.objects.of(agency).filter(fiscal_year=fiscal_year, code=code).first()
    before = _plain(found) if found else {}
    disclosure = _written(found, content, version) if found else _begun(agency, fiscal_year, code, content, version)
    record(
        by=by,
        agency=agency,
        kind=EventKind.DISCLOSURE_CHANGED,
        subject=disclosure,
        before=before,
        after=_plain(disclosure),
    )
    return disclosure


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
        after = {"evidence": made.title}
        record(by=by, agency=agency, kind=EventKind.DISCLOSURE_CHANGED, subject=disclosure, after=after)
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
) -> Evidence:
    """``attach_evidence`` to an item of the year; one that has nothing kept yet begins with the framework's words."""
    kept = Disclosure.objects.of(agency).filter(fiscal_year=fiscal_year, code=code).first()
    if kept is None:
        item = item_of(agency, fiscal_year, code)
        words = Content(name=item.name, components=tuple(item.components)) if item else Content(name=code)
        kept = change_disclosure(by=by, agency=agency, fiscal_year=fiscal_year, code=code, content=words, version=0)
    return attach_evidence(by=by, disclosure=kept, file=file, url=url, title=title)


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
        record(by=by, agency=agency, kind=EventKind.DISCLOSURE_CHANGED, subject=disclosure, before=_plain(disclosure))
    found.delete()


def _from_read(agency: Agency, fiscal_year: int, row: ReadDisclosure, units: list[Division]) -> Disclosure:
    item = item_of(agency, fiscal_year, row.code)
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


def _begun(agency: Agency, fiscal_year: int, code: str, content: Content, version: int) -> Disclosure:
    item = item_of(agency, fiscal_year, code)
    if item is None:
        raise refuse(
            f"กรอบการประเมินปี {fiscal_year} ไม่มีรายการ {code}", f"The framework of {fiscal_year} has no item {code}."
        )
    if version:
        raise Stale
    return Disclosure.objects.add(
        agency=agency,
        fiscal_year=fiscal_year,
        code=code,
        order=order_of(code),
        sub_indicator=item.sub_indicator,
        subject=item.subject,
        **_values(content),
    )


def _written(found: Disclosure, content: Content, version: int) -> Disclosure:
    rows = Disclosure.objects.of(found.agency_id).filter(pk=found.pk, version=version)
    if not rows.update(version=F("version") + 1, **_values(content)):
        raise Stale
    found.refresh_from_db()
    return found


def _values(content: Content) -> dict[str, Any]:
    return {
        "name": content.name[:300],
        "components": list(content.components),
        "responsible": list(content.responsible),
        "division_id": content.division_id,
        "status": content.status.value,
        "progress": list(content.progress),
    }


def _plain(disclosure: Disclosure) -> dict[str, Any]:
    return {field: getattr(disclosure, field) for field in FIELDS}
