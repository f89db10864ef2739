"""The list of a plan: a measure is taken out, put back, moved."""

from __future__ import annotations

from typing import Literal

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from prongsai.core.access.decision import demand
from prongsai.core.events.vocabulary import EventKind
from prongsai.core.measures.planning import may_change_list
from prongsai.core.measures.workflow import PlanState
from prongsai.web.accounts.models import Person
from prongsai.web.audit.actions import record
from prongsai.web.measures import keeping
from prongsai.web.measures.actions.measures import locked, still_there
from prongsai.web.measures.models import Measure, Plan
from prongsai.web.site.refusals import refuse


@transaction.atomic
def remove_measure(*, by: Person, measure: Measure, reason: str = "") -> None:
    """Take a measure out of its plan; it keeps its history and can be put back. Twice is once."""
    current = locked(measure)
    demand(may_change_list(PlanState(current.plan.state), reason=reason))
    if current.removed_at is not None:
        return
    _set_removed(current, removed=True)
    before = {"title": current.title}
    record(
        by=by,
        agency=current.agency,
        kind=EventKind.MEASURE_REMOVED,
        subject=current,
        before=before,
        reason=reason.strip(),
    )


@transaction.atomic
def restore_measure(*, by: Person, measure: Measure, reason: str = "") -> None:
    """Put a removed measure back in its old place."""
    current = locked(measure)
    demand(may_change_list(PlanState(current.plan.state), reason=reason))
    if current.removed_at is None:
        return
    _set_removed(current, removed=False)
    after = {"title": current.title}
    record(
        by=by, agency=current.agency, kind=EventKind.MEASURE_ADDED, subject=current, after=after, reason=reason.strip()
    )


@transaction.atomic
def move_measure(*, by: Person, measure: Measure, way: Literal["up", "down"]) -> None:
    """Let a measure of a draft change places with its neighbour; at the end of the list nothing happens."""
    current = locked(measure)
    if current.plan.state != Plan.State.DRAFT:
        raise refuse(
            "จัดลำดับได้เฉพาะเมื่อแผนยังเป็นร่าง ลำดับของแผนที่อนุมัติแล้วคงเดิม",
            "The order changes only in a draft; that of an approved plan stays.",
        )
    still_there(current)
    order = keeping.order_of(current.plan)
    place = order.index(current.pk)
    other = place - 1 if way == "up" else place + 1
    if not 0 <= other < len(order):
        return
    order[place], order[other] = order[other], order[place]
    keeping.set_order(current.plan, order)
    after = {"place": other + 1}
    record(
        by=by,
        agency=current.agency,
        kind=EventKind.MEASURE_CHANGED,
        subject=current,
        before={"place": place + 1},
        after=after,
    )


def _set_removed(current: Measure, *, removed: bool) -> None:
    """In a draft the numbers close up again; an approved plan keeps those that were approved."""
    moment = timezone.now() if removed else None
    Measure.objects.of(current.agency_id).filter(pk=current.pk).update(removed_at=moment, version=F("version") + 1)
    if current.plan.state == Plan.State.DRAFT:
        keeping.set_order(current.plan)
