"""A new way in for somebody who has lost the password, the phone or the key."""

from __future__ import annotations

from django.db import transaction

from prongsai.core.access.decision import demand
from prongsai.core.events.vocabulary import EventKind
from prongsai.web.accounts.actions import give_password, remove_second_step
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency, Membership
from prongsai.web.agencies.queries import agencies_of, may_renew_password
from prongsai.web.audit.actions import record


@transaction.atomic
def renew_password(*, by: Person, membership: Membership, second_step_is_lost: bool = False) -> str:
    """A one-time password for a member of the own agency; Refused says why not. It is told once and kept nowhere.

    The second step is taken off only together with the password: whoever found the lost phone may be signed in there,
    and with the new password every session ends.
    """
    demand(may_renew_password(by, membership))
    return _renew(by, membership.person, [membership.agency], second_step_is_lost, through="")


@transaction.atomic
def renew_password_at_the_server(*, by: None, person: Person, second_step_is_lost: bool, through: str) -> str:
    """The same for anybody, by whoever holds the server; every agency of the person reads of it in its history."""
    return _renew(by, person, agencies_of(person), second_step_is_lost, through=through)


def _renew(by: Person | None, person: Person, agencies: list[Agency], second_step_is_lost: bool, through: str) -> str:
    kinds = [EventKind.MEMBER_PASSWORD_GIVEN]
    if second_step_is_lost and remove_second_step(by=by, person=person):
        kinds.append(EventKind.MEMBER_SECOND_STEP_REMOVED)
    password = give_password(by=by, person=person)
    for agency in agencies:
        for kind in kinds:
            record(by=by, agency=agency, kind=kind, subject=person, through=through)
    return password
