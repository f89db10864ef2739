"""Writing the history: called inside the transaction of the action that it tells of."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.utils import timezone

from prongsai.core.events.vocabulary import EventKind
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.audit.models import Event


def record(
    *,
    by: Person | None,
    agency: Agency,
    kind: EventKind,
    subject: Model,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    reason: str = "",
    through: str = "",
) -> Event:
    """Keep one event. ``before`` and ``after`` are plain JSON values, only of what changed."""
    before, after = before or {}, after or {}
    same = {key for key in before.keys() & after.keys() if before[key] == after[key]}
    return Event.objects.add(
        agency=agency,
        at=timezone.now(),
        by=by,
        through=through,
        kind=kind.value,
        subject_type=subject._meta.label_lower,
        subject_id=subject.pk,
        subject=str(subject)[:300],
        before={key: value for key, value in before.items() if key not in same},
        after={key: value for key, value in after.items() if key not in same},
        reason=reason,
    )
