"""Measures: one, those of a plan, and what each says as a value of the core."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Prefetch, Q, QuerySet
from django.shortcuts import get_object_or_404

from prongsai.core.measures.content import MeasureContent
from prongsai.core.reports.reading import ReadMeasure, Status
from prongsai.core.thai.period import Period
from prongsai.web.agencies.models import Agency, Division
from prongsai.web.agencies.queries import Seat, divisions
from prongsai.web.measures.models import Measure, Plan, Progress, Responsible, Step


def with_parts(rows: QuerySet[Measure], agency_id: int) -> QuerySet[Measure]:
    """The measures with steps and responsible units, in two more queries whatever the data."""
    return rows.prefetch_related(
        Prefetch("steps", Step.objects.of(agency_id)),
        Prefetch("responsibles", Responsible.objects.of(agency_id).select_related("division")),
    )


def owned_by(division: int) -> Q:
    """For measures: that a division is responsible, by name or as one of all."""
    return Q(responsibles__division=division) | Q(responsibles__everyone=True)


def division_ids(measure: Measure) -> set[int]:
    """The divisions that are responsible for a measure, as far as they are known."""
    rows = list(measure.responsibles.all())
    if any(row.everyone for row in rows):
        return set(divisions(measure.agency).values_list("pk", flat=True))
    return {row.division_id for row in rows if row.division_id is not None}


def lead_of(measure: Measure) -> Division | None:
    """The first division that is named; None where none is known."""
    return next((row.division for row in measure.responsibles.all() if row.division), None)


def measures_in(plan: Plan) -> QuerySet[Measure]:
    """The measures of a plan in order, with their parts, without those that were removed."""
    return with_parts(Measure.objects.of(plan.agency_id).filter(plan=plan, removed_at=None), plan.agency_id)


def before(agency: Agency, year: int) -> QuerySet[Measure]:
    """The measures of all plans before a fiscal year with their parts, without those that were removed."""
    rows = Measure.objects.of(agency).filter(plan__fiscal_year__lt=year, removed_at=None)
    return with_parts(rows.select_related("plan"), agency.pk)


def ids_in(plan: Plan) -> list[int]:
    """The ids of its measures, in the order of ``as_read``."""
    return list(Measure.objects.of(plan.agency_id).filter(plan=plan, removed_at=None).values_list("pk", flat=True))


def removed_from(plan: Plan) -> QuerySet[Measure]:
    """What was taken out of a plan and can be put back, the latest first."""
    return Measure.objects.of(plan.agency_id).filter(plan=plan).exclude(removed_at=None).order_by("-removed_at")


def measure_for(seat: Seat, pk: int, year: int | None = None) -> Measure:
    """A measure of the seat's agency with plan, agency and parts, also a removed one; 404 for any other."""
    rows = Measure.objects.of(seat.agency).select_related("plan", "agency")
    rows = rows if year is None else rows.filter(plan__fiscal_year=year)
    return get_object_or_404(with_parts(rows, seat.agency.pk), pk=pk)


def content_of(measure: Measure) -> MeasureContent:
    """What a measure says. Costs no query where its parts were fetched with it."""
    return MeasureContent(
        number=measure.number,
        indicator=measure.indicator,
        title=measure.title,
        steps=tuple(step.text for step in measure.steps.all()),
        responsible=tuple(one.text for one in measure.responsibles.all()),
        period=measure.period,
        monitoring=tuple(measure.monitoring),
        outcome=tuple(measure.outcome),
        suggestion=measure.suggestion,
    )


def as_read(plan: Plan, period: Period) -> tuple[ReadMeasure, ...]:
    """The measures of a plan as a report of that period holds them, in four queries whatever the data.

    Results are the texts of progress inside the period in order; the status is as of its end.
    """
    measures = list(measures_in(plan))
    entries = (
        Progress.objects.of(plan.agency_id)
        .filter(measure__plan=plan, replaced_by=None)
        .order_by("on", "id")
        .only("measure_id", "on", "text", "status")
    )
    theirs: dict[int, list[Progress]] = {measure.pk: [] for measure in measures}
    for entry in entries:
        theirs.get(entry.measure_id, []).append(entry)
    return tuple(_row(measure, theirs[measure.pk], period) for measure in measures)


def _row(measure: Measure, entries: list[Progress], period: Period) -> ReadMeasure:
    result = [entry.text for entry in entries if period.start <= entry.on <= period.end]
    return content_of(measure).to_read(status=status_on(measure, entries, period), result=result)


def status_on(measure: Measure, entries: Iterable[Progress], period: Period) -> Status:
    """The status at the end of a period: that of the last entry until then; without any entry, the measure's own."""
    known = list(entries)
    until = [entry.status for entry in known if entry.on <= period.end]
    if until:
        return Status(until[-1])
    return Status.NOT_STARTED if known else Status(measure.status)
