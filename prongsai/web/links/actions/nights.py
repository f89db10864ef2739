"""Whose night it is: of several servers one opens the links of the installation, and another goes on if it dies."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from prongsai.web.links.models import Night

#: A server that has not been heard of for so long has died: another goes on with what is left.
HOLD = timedelta(minutes=10)


@transaction.atomic
def hold_night(*, day: date, holder: str) -> Night | None:
    """The night of that day, for ``holder`` alone; None while another holds it. Called again to go on holding it."""
    now = timezone.now()
    Night.objects.get_or_create(day=day, defaults={"holder": holder, "held_until": now})
    night = Night.objects.select_for_update().get(day=day)
    if night.holder != holder and night.held_until > now:
        return None
    night.holder, night.held_until = holder, now + HOLD
    night.save(update_fields=["holder", "held_until"])
    return night


@transaction.atomic
def finish_night(*, day: date, opened: int) -> None:
    """All links of that night have been opened, so many by the server that finished it."""
    Night.objects.filter(day=day, finished_at=None).update(finished_at=timezone.now(), opened=opened)
