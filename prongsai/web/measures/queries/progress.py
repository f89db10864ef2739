"""What was recorded: the entries that count, and their evidence."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from prongsai.core.thai.period import Period
from prongsai.web.evidence.queries import Evidence
from prongsai.web.measures.models import Measure, Plan, Progress


def counted(measure: Measure) -> QuerySet[Progress]:
    """The entries of a measure that no correction has replaced, newest first."""
    return Progress.objects.of(measure.agency_id).filter(measure=measure, replaced_by=None)


def sent_before(measure: Measure, key: UUID | None) -> Progress | None:
    """The entry that the same form has made already, if any."""
    if key is None:
        return None
    return Progress.objects.of(measure.agency_id).filter(measure=measure, key=key).first()


def evidence_ids(agency_id: int, entries: Iterable[int]) -> set[int]:
    """The pieces of evidence, not taken off, that these entries have."""
    found = Evidence.objects.of(agency_id).filter(progress__in=tuple(entries), removed_at=None)
    return set(found.values_list("pk", flat=True))


def progress_in(plan: Plan, period: Period) -> QuerySet[Progress]:
    """The entries of a plan that count, dated inside the period: measure by measure, oldest first, with evidence."""
    return (
        Progress.objects.of(plan.agency_id)
        .filter(measure__plan=plan, measure__removed_at=None, replaced_by=None, on__range=(period.start, period.end))
        .select_related("division", "by")
        .prefetch_related(Prefetch("evidence", Evidence.objects.of(plan.agency_id).filter(removed_at=None)))
        .order_by("measure__order", "measure_id", "on", "id")
    )


def evidence_in(plan: Plan, period: Period) -> QuerySet[Evidence]:
    """The evidence of those entries, each piece once, in the order in which it was added."""
    entries = progress_in(plan, period).order_by().values("pk")
    return Evidence.objects.of(plan.agency_id).filter(progress__in=entries, removed_at=None).distinct().order_by("id")
