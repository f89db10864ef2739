"""What a person may see of agencies; ``Seat`` is a person's place in one."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from prongsai.core.access.decision import ALLOWED, Decision, refused
from prongsai.core.access.permissions import Permission
from prongsai.core.access.roles import Role
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


def divisions(agency: Agency, *, active_only: bool = True) -> QuerySet[Division]:
    """The divisions of an agency, in their order."""
    found = Division.objects.of(agency).order_by("order", "id")
    return found.filter(active=True) if active_only else found
