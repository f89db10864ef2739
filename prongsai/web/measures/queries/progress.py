"""What was recorded: the entries that count, and their evidence."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet
from django.shortcuts import get_object_or_404

from prongsai.core.thai.period import Period
from prongsai.web.agencies.queries import Seat
from prongsai.web.evidence.queries import Evidence
from prongsai.web.measures.models import Measure as Measure
from prongsai.web.measures.models import Plan, Step
from prongsai.web.measures.models import Progress as Progress
from prongsai.web.site.numbers import number_in


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


def measure_to_record(seat: Seat, year: int, pk: int) -> Measure:
    """A measure of the seat's agency in the plan of that year; 404 for any other, and for one that was taken out."""
    rows = Measure.objects.of(seat.agency).select_related("plan", "agency").filter(removed_at=None)
    return get_object_or_404(rows, plan__fiscal_year=year, pk=pk)


def entry_for(measure: Measure, pk: str) -> Progress | None:
    """The entry of a measure to correct; None where no number is given, 404 where the measure has no such entry."""
    if not pk:
        return None
    return get_object_or_404(Progress.objects.of(measure.agency_id).filter(measure=measure), pk=number_in(pk))


def steps_of(measure: Measure) -> QuerySet[Step]:
    """The steps of a measure in order."""
    return Step.objects.of(measure.agency_id).filter(measure=measure)


def latest(measure: Measure, most: int = 3) -> QuerySet[Progress]:
    """The newest entries that count, with how many pieces of evidence each has."""
    pieces = Count("evidence", filter=Q(evidence__removed_at=None), distinct=True)
    return counted(measure).select_related("division", "by").annotate(pieces=pieces)[:most]


def entries_with(evidence: Evidence) -> tuple[Progress, ...]:
    """The entries, corrected ones too, that a piece of evidence was attached to."""
    rows = Progress.objects.of(evidence.agency_id).filter(evidence=evidence)
    return tuple(rows.select_related("measure__plan", "measure__agency", "division"))
