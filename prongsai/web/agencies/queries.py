"""What a person may see of agencies; ``Seat`` is a person's place in one."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from prongsai.core.access.decision import ALLOWED, Decision, refused
from prongsai.core.access.permissions import Permission
from prongsai.core.access.roles import ROLES, Role
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency, Division, Membership


@dataclass(frozen=True, slots=True)
class Seat:
    """A person at an agency: what every view works with. ``division`` is the person's own, if any."""

    person: Person
    agency: Agency
    role: Role
    division: Division | None
    position: str

    def may(self, permission: Permission) -> Decision:
        """Whether the role may do that at all; what it may do to one object, the object's own rules say."""
        if permission in self.role.permissions:
            return ALLOWED
        return refused(
            f"หน้าที่{self.role.name.th}ไม่มีสิทธิ์ทำรายการนี้ โปรดติดต่อผู้ประสานงาน ITA ของหน่วยงาน",
            f"As {self.role.name.en} you may not do this. Please ask the ITA coordinator of your agency.",
        )

    def writes_for(self, division_ids: set[int]) -> Decision:
        """Whether this person may write for something that these divisions are responsible for."""
        if not self.role.division_only:
            return ALLOWED
        if self.division is not None and self.division.pk in division_ids:
            return ALLOWED
        return refused(
            "รายการนี้เป็นของส่วนราชการอื่น ท่านบันทึกได้เฉพาะของส่วนราชการของท่าน",
            "This belongs to another division; you may write only for your own.",
        )


def seat_of(person: Person, slug: str) -> Seat | None:
    """The person's current place in the agency of that address, or None: then the agency is not there for them."""
    found = (
        Membership.unscoped.select_related("agency", "division")
        .filter(person=person, agency__slug=slug, until=None)
        .first()
    )
    if found is None:
        return None
    return Seat(person, found.agency, found.rules, found.division, found.position)


def memberships_of(person: Person) -> QuerySet[Membership]:
    """The current memberships of a person, agency by agency."""
    return (
        Membership.unscoped.select_related("agency", "division")
        .filter(person=person, until=None)
        .order_by("agency__name")
    )


def agencies_of(person: Person) -> list[Agency]:
    """The agencies in which the person is now, by name."""
    return [one.agency for one in memberships_of(person)]


def may_renew_password(by: Person, membership: Membership) -> Decision:
    """Whether ``by`` may give this member a new password: only where the account opens nothing but the own agency.

    Whoever gives a password could sign in with it. So nobody does it for an account that opens another agency too, or
    the whole installation: that is done at the server.
    """
    seat, person = seat_of(by, membership.agency.slug), membership.person
    if seat is None or membership.until is not None:
        return refused("บุคคลนี้ไม่อยู่ในหน่วยงานของท่าน", "This person is not in your agency.")
    if not seat.may(Permission.MANAGE_PEOPLE):
        return seat.may(Permission.MANAGE_PEOPLE)
    if person == by:
        return refused(
            "นี่คือบัญชีของท่าน โปรดเปลี่ยนรหัสผ่านในหน้า “บัญชีของฉัน”",
            "This is your own account. Please change the password on the page “My account”.",
        )
    if person.is_staff or person.is_superuser or len(agencies_of(person)) > 1:
        return refused(
            "บัญชีนี้ใช้กับหน่วยงานอื่นด้วย จึงออกรหัสผ่านจากที่นี่ไม่ได้ ให้เจ้าของบัญชีขอรหัสผ่านใหม่ทางอีเมล หรือติดต่อผู้ดูแลเซิร์ฟเวอร์",
            "This account opens more than your agency, so its password is not given here. The person can ask for a new "
            "one by e-mail, or turn to those who run the server.",
        )
    return ALLOWED


def divisions(agency: Agency, *, active_only: bool = True) -> QuerySet[Division]:
    """The divisions of an agency, in their order."""
    found = Division.objects.of(agency).order_by("order", "id")
    return found.filter(active=True) if active_only else found


def no_divisions() -> QuerySet[Division]:
    """None at all: what a chooser offers before it knows its agency."""
    return Division.unscoped.none()


def division_for(seat: Seat, pk: int) -> Division | None:
    """A division of the person's agency, in use or not; None where there is none of that number."""
    return Division.objects.of(seat.agency).filter(pk=pk).first()


def signers_of(agency: Agency) -> list[Seat]:
    """The usual chain of a report: heads of the clerk's office, clerks, then the chief executive, as seats in order."""
    order = {"division_head": 0, "clerk": 1, "executive": 2}
    found = Membership.objects.of(agency).filter(until=None, role__in=order).select_related("person", "division")
    heads = sorted(found, key=lambda one: (order[one.role], one.division.order if one.division else 0, one.pk))
    lead = next((one for one in heads if one.role == "division_head"), None)
    return [
        Seat(one.person, agency, one.rules, one.division, one.position)
        for one in heads
        if one.role != "division_head" or one is lead
    ]


def seats_of(agency: Agency) -> list[Seat]:
    """Everybody who is in the agency now, by role and name."""
    found = (
        Membership.objects.of(agency).filter(until=None, person__is_active=True).select_related("person", "division")
    )
    return [
        Seat(one.person, agency, one.rules, one.division, one.position)
        for one in sorted(found, key=lambda one: (list(ROLES).index(one.role), one.person.full_name))
    ]


def membership_for(seat: Seat, pk: int) -> Membership | None:
    """A current membership of the person's agency; None where there is none of that number."""
    return members_of(seat.agency).filter(pk=pk).first()


def members_of(agency: Agency) -> QuerySet[Membership]:
    """The current memberships of an agency, by role and name."""
    current = Membership.objects.of(agency).filter(until=None).select_related("person", "division", "agency")
    return current.order_by("role", "person__full_name")
