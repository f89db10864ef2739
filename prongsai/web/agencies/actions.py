"""Changing an agency: its divisions, and who belongs to it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from prongsai.core.access.roles import ROLES
from prongsai.core.events.vocabulary import EventKind
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency, AgencyName, Division, Membership
from prongsai.web.audit.actions import record
from prongsai.web.site.refusals import refuse


@transaction.atomic
def found_agency(*, by: Person | None, today: date, **values: Any) -> Agency:
    """A new agency (slug, name, kind, province, district, document_prefix) with its first dated name."""
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


@transaction.atomic
def add_member(
    *,
    by: Person | None,
    agency: Agency,
    username: str,
    full_name: str,
    password: str,
    role: str,
    position: str,
    since: date,
    division: Division | None = None,
) -> Membership:
    """A person with an account and a role. Somebody who has an account already (by username) gets the role only."""
    _needs_division(role, division)
    person = Person.objects.filter(username=username).first()
    if person is None:
        person = Person.objects.create_user(username=username, password=password, full_name=full_name)
    if Membership.objects.of(agency).filter(person=person, until=None).exists():
        raise refuse(f"{person} อยู่ในหน่วยงานนี้แล้ว โปรดแก้ไขบทบาทแทน", f"{person} is in this agency already.")
    membership = Membership.objects.add(
        agency=agency, person=person, role=role, division=division, position=position, since=since
    )
    record(
        by=by, agency=agency, kind=EventKind.MEMBER_ADDED, subject=person, after={"role": role, "position": position}
    )
    return membership


@transaction.atomic
def change_member(
    *, by: Person, membership: Membership, role: str, position: str, division: Division | None
) -> Membership:
    """Another role, position or division for somebody who is there."""
    _needs_division(role, division)
    _keep_one_manager(membership, role)
    before = _told(membership)
    membership.role, membership.position, membership.division = role, position, division
    membership.save(update_fields=["role", "position", "division"])
    record(
        by=by,
        agency=membership.agency,
        kind=EventKind.MEMBER_CHANGED,
        subject=membership.person,
        before=before,
        after=_told(membership),
    )
    return membership


@transaction.atomic
def end_member(*, by: Person, membership: Membership, on: date) -> Membership:
    """The person leaves the agency; the name stays wherever the person acted."""
    _keep_one_manager(membership, "")
    membership.until = on
    membership.save(update_fields=["until"])
    record(
        by=by,
        agency=membership.agency,
        kind=EventKind.MEMBER_ENDED,
        subject=membership.person,
        before=_told(membership),
        after={"until": on.isoformat()},
    )
    return membership


def _told(membership: Membership) -> dict[str, Any]:
    division = membership.division.name if membership.division else None
    return {"role": membership.role, "position": membership.position, "division": division}


def _needs_division(role: str, division: Division | None) -> None:
    if ROLES[role].division_only and division is None:
        raise refuse(
            f"บทบาท{ROLES[role].name.th}ต้องระบุส่วนราชการ โปรดเลือกส่วนราชการ",
            f"The role “{ROLES[role].name.en}” belongs to a division. Please choose one.",
        )


def _keep_one_manager(membership: Membership, role: str) -> None:
    """An agency without anyone who can add people would be locked out of itself."""
    managers = {"coordinator", "administrator"}
    if membership.role not in managers or role in managers:
        return
    others = Membership.objects.of(membership.agency_id).filter(until=None, role__in=managers)
    if not others.exclude(pk=membership.pk).exists():
        raise refuse(
            "หน่วยงานต้องมีผู้ประสานงานหรือผู้ดูแลระบบอย่างน้อย ๑ คน โปรดเพิ่มผู้รับช่วงก่อน",
            "The agency needs at least one coordinator or administrator. Please add a successor first.",
        )
