"""Changing an agency and its divisions."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from prongsai.core.events.vocabulary import EventKind
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.listening import tell_listeners
from prongsai.web.agencies.models import Agency, AgencyName, Division
from prongsai.web.audit.actions import record
from prongsai.web.site.addresses import words_of_ours
from prongsai.web.site.refusals import refuse


@transaction.atomic
def found_agency(*, by: Person | None, today: date, **values: Any) -> Agency:
    """A new agency (slug, name, kind, province, district, document_prefix) with its first dated name.

    Its public pages stand at ``/<slug>/``, so a first word of another address of ours is refused.
    """
    if values["slug"].lower() in words_of_ours():
        raise refuse(
            f"ที่อยู่ “{values['slug']}” เป็นคำที่ระบบใช้อยู่ โปรดใช้ชื่ออื่น เช่น {values['slug']}-municipality",
            f"The address “{values['slug']}” is a word of this system. Please choose another, such as "
            f"{values['slug']}-municipality.",
        )
    if Agency.objects.filter(slug=values["slug"]).exists():
        raise refuse(
            f"มีหน่วยงานที่ใช้ที่อยู่ “{values['slug']}” แล้ว โปรดใช้ชื่ออื่น",
            f"An agency with the address “{values['slug']}” is there already. Please choose another.",
        )
    agency = Agency.objects.create(**values)
    AgencyName.objects.add(agency=agency, name=agency.name, kind=agency.kind, since=today)
    record(by=by, agency=agency, kind=EventKind.AGENCY_CHANGED, subject=agency, after={"name": agency.name})
    return agency


@transaction.atomic
def change_agency(*, by: Person, agency: Agency, values: dict[str, str], since: date) -> Agency:
    """Change name, kind, place or the memo's prefix; a new name or kind is kept with the date from which it counts."""
    before = {key: getattr(agency, key) for key in values}
    for key, value in values.items():
        setattr(agency, key, value)
    agency.save(update_fields=list(values))
    if (before.get("name"), before.get("kind")) != (agency.name, agency.kind):
        AgencyName.objects.of(agency).filter(since=since).delete()
        AgencyName.objects.add(agency=agency, name=agency.name, kind=agency.kind, since=since)
    record(by=by, agency=agency, kind=EventKind.AGENCY_CHANGED, subject=agency, before=before, after=values)
    tell_listeners(agency)
    return agency


@transaction.atomic
def add_division(*, by: Person | None, agency: Agency, name: str, parent: Division | None = None) -> Division:
    """A new division at the end of the list."""
    order = Division.objects.of(agency).count()
    try:
        with transaction.atomic():
            division = Division.objects.add(agency=agency, name=" ".join(name.split()), parent=parent, order=order)
    except IntegrityError as twice:
        raise refuse(f"มีส่วนราชการชื่อ “{name}” แล้ว", f"There is a division named “{name}” already.") from twice
    record(by=by, agency=agency, kind=EventKind.DIVISION_ADDED, subject=division, after={"name": division.name})
    return division


@transaction.atomic
def change_division(*, by: Person, division: Division, name: str, active: bool) -> Division:
    """Rename a division, or put it out of use; what it did stays in the history."""
    before = {"name": division.name, "active": division.active}
    division.name, division.active = " ".join(name.split()), active
    try:
        with transaction.atomic():
            division.save(update_fields=["name", "active"])
    except IntegrityError as twice:
        raise refuse(f"มีส่วนราชการชื่อ “{name}” แล้ว", f"There is a division named “{name}” already.") from twice
    record(
        by=by,
        agency=division.agency,
        kind=EventKind.DIVISION_CHANGED,
        subject=division,
        before=before,
        after={"name": division.name, "active": division.active},
    )
    return division
