"""Who may see the results of which scope."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from prongsai.core.country.scope import Scope
from prongsai.core.events.vocabulary import EventKind
from prongsai.web.accounts.models import Person
from prongsai.web.country.actions.telling import tell
from prongsai.web.country.models import Oversight
from prongsai.web.site.refusals import refuse


@transaction.atomic
def grant_oversight(
    *, by: Person | None, person: Person, scope: Scope, since: date, until: date | None = None
) -> Oversight:
    """Leave to see the results of that scope from a day on; an earlier leave of the same scope ends there.

    Refused where it would end before it begins.
    """
    if until is not None and until <= since:
        raise refuse("วันสิ้นสุดต้องอยู่หลังวันเริ่ม โปรดแก้ไข", "The last day must come after the first. Please change it.")
    Oversight.objects.filter(person=person, reach=scope.reach, name=scope.name, until=None).update(until=since)
    made = Oversight.objects.create(person=person, reach=scope.reach, name=scope.name, since=since, until=until)
    last = until.isoformat() if until else None
    tell(by, EventKind.OVERSIGHT_GRANTED, str(person), scope=scope.key, since=since.isoformat(), until=last)
    return made


@transaction.atomic
def end_oversight(*, by: Person | None, person: Person, on: date) -> int:
    """All leaves of a person end on that day; says how many there were."""
    open_ones = Oversight.objects.filter(person=person, until=None) | Oversight.objects.filter(
        person=person, until__gt=on
    )
    ended = open_ones.update(until=on)
    if ended:
        tell(by, EventKind.OVERSIGHT_ENDED, str(person), until=on.isoformat())
    return ended
