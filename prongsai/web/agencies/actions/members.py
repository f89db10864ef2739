"""Who belongs to an agency, in which role."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from prongsai.core.access.roles import ROLES
from prongsai.core.events.vocabulary import EventKind
from prongsai.web.accounts.actions import open_account
from prongsai.web.accounts.models import Person
from prongsai.web.accounts.queries import account_named
from prongsai.web.agencies.models import Agency, Division, Membership
from prongsai.web.audit.actions import record
from prongsai.web.site.refusals import refuse


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
    must_change_password: bool = True,
) -> Membership:
    """A person with an account and a role. Somebody who has an account already (by user name) keeps the own password.

    ``must_change_password``: the password is the first one, which the person changes at the first sign-in.
    """
    _needs_division(role, division)
    _lock(agency.pk)
    person = _account_of(username, full_name) or open_account(
        by=by, username=username, full_name=full_name, password=password, must_change_password=must_change_password
    )
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
    """Another role, position or division for somebody who is there; Refused where the person has left meanwhile."""
    _needs_division(role, division)
    membership = _current(membership)
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
    """The person leaves the agency; the name stays wherever the person acted. Who has left cannot leave again."""
    membership = _current(membership)
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


def _lock(agency_id: int) -> None:
    """Whoever changes the people of an agency waits for the other: two who end each other would leave nobody."""
    Agency.objects.select_for_update().get(pk=agency_id)


def _current(membership: Membership) -> Membership:
    """The membership as it stands now, with nobody else changing the people of its agency."""
    _lock(membership.agency_id)
    rows = Membership.objects.of(membership.agency_id).filter(until=None)
    found = rows.select_related("agency", "person", "division").filter(pk=membership.pk).first()
    if found is None:
        raise refuse(
            "บุคคลนี้ออกจากหน่วยงานไปแล้ว โปรดเปิดหน้าบุคลากรใหม่",
            "This person has left the agency meanwhile. Please open the page of people anew.",
        )
    return found


def _account_of(username: str, full_name: str) -> Person | None:
    """The account of that user name, if it is the same person's: a namesake must not get into the agency by chance."""
    person = account_named(username)
    if person is not None and person.full_name.split() != full_name.split():
        raise refuse(
            f"ชื่อผู้ใช้ “{username}” มีผู้ใช้แล้ว โปรดใช้ชื่ออื่น หากเป็นคนเดียวกัน โปรดเขียนชื่อ-สกุลให้ตรงกับบัญชีเดิม",
            f"The user name “{username}” is taken. Please choose another; if it is the same person, please write the "
            "full name as the account has it.",
        )
    return person


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
