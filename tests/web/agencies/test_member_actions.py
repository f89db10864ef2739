"""Changing who belongs to an agency: two at the same moment, and somebody who has left meanwhile."""

from __future__ import annotations

from datetime import date
from threading import Barrier, Thread
from time import sleep

import pytest
from django.db import OperationalError, connection

from prongsai.core.access.decision import Refused
from prongsai.web.accounts.models import Person
from prongsai.web.agencies import actions
from prongsai.web.agencies.models import Agency, Membership
from prongsai.web.audit.models import Event
from tests.cast import SINCE, Cast, assemble

DAY = date(2026, 3, 2)


def _seat(agency: Agency, person: Person) -> Membership:
    return Membership.objects.of(agency).get(person=person)


def test_who_has_left_neither_leaves_again_nor_gets_another_role(cast: Cast) -> None:
    seen_before = _seat(cast.agency, cast.wichai)
    actions.end_member(by=cast.somying, membership=_seat(cast.agency, cast.wichai), on=DAY)
    with pytest.raises(Refused, match="ออกจากหน่วยงานไปแล้ว"):
        actions.end_member(by=cast.somying, membership=seen_before, on=date(2026, 9, 9))
    with pytest.raises(Refused, match="ออกจากหน่วยงานไปแล้ว"):
        actions.change_member(by=cast.somying, membership=seen_before, role="auditor", position="", division=None)
    kept = _seat(cast.agency, cast.wichai)
    assert (kept.until, kept.role) == (DAY, "officer")
    assert Event.objects.of(cast.agency).filter(kind="member_ended").count() == 1


def test_the_history_tells_from_what_it_was_changed_not_from_what_was_seen(cast: Cast) -> None:
    seen_before = _seat(cast.agency, cast.malee)
    for membership, role in ((_seat(cast.agency, cast.malee), "clerk"), (seen_before, "auditor")):
        actions.change_member(by=cast.somying, membership=membership, role=role, position="ใหม่", division=None)
    last = Event.objects.of(cast.agency).filter(kind="member_changed").order_by("-id")[0]
    assert (last.before, last.after) == ({"role": "clerk"}, {"role": "auditor"})


@pytest.mark.django_db(transaction=True)
def test_two_coordinators_who_end_each_other_at_the_same_moment_leave_one() -> None:
    cast = assemble()
    Membership.objects.add(agency=cast.agency, person=cast.somsak, role="coordinator", since=SINCE)
    seats = [_seat(cast.agency, person) for person in (cast.somying, cast.somsak)]
    together, refused = Barrier(2), list[Refused]()

    def end(by: Person, membership: Membership) -> None:
        together.wait()
        try:
            _end(by, membership)
        except Refused as refusal:
            refused.append(refusal)
        finally:
            connection.close()

    threads = [Thread(target=end, args=(seats[1 - at].person, seats[at])) for at in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 1
    assert Membership.objects.of(cast.agency).filter(role="coordinator", until=None).count() == 1


def _end(by: Person, membership: Membership) -> None:
    """SQLite in memory does not wait for a lock: the test does."""
    while True:
        try:
            actions.end_member(by=by, membership=membership, on=DAY)
        except OperationalError as busy:
            if "locked" not in str(busy):
                raise
            sleep(0.01)
        else:
            return
