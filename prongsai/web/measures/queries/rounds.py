"""Rounds of a plan: which are open or locked, and what each division still owes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import BooleanField, Count, ExpressionWrapper, Prefetch, Q, QuerySet
from django.shortcuts import get_object_or_404

from prongsai.core.measures.chase import Missing, Wanted, missing
from prongsai.core.measures.rounds import LockedRound
from prongsai.core.reports.reading import Status
from prongsai.core.thai.fiscal import RoundKind, round_dates
from prongsai.core.thai.period import Period
from prongsai.web.agencies.models import Agency, Division
from prongsai.web.agencies.queries import Seat, divisions
from prongsai.web.measures.models import Measure, Plan, Progress, Responsible, RoundException
from prongsai.web.measures.models import Round as Round
from prongsai.web.site import clock


@dataclass(frozen=True, slots=True)
class DivisionRow:
    """What one division has done and owes in a round. ``division`` is None for measures that name no known one.

    ``late`` is True where something is missing and the round's day has passed.
    """

    division: Division | None
    measures: int
    with_progress: int
    without_evidence: int
    wanted: tuple[Wanted, ...]
    late: bool

    @property
    def complete(self) -> bool:
        """Nothing is missing."""
        return not self.wanted


def round_for(seat: Seat, pk: int) -> Round:
    """A round of the seat's agency, with its plan; 404 for any other."""
    return get_object_or_404(Round.objects.of(seat.agency).select_related("plan", "agency"), pk=pk)


def plan_of_round(agency: Agency, pk: int) -> Plan | None:
    """The plan that a round of the agency belongs to; None where the agency has no such round."""
    found = Round.objects.of(agency).select_related("plan").filter(pk=pk).first()
    return found.plan if found else None


def rounds_of(plan: Plan) -> QuerySet[Round]:
    """The rounds of a plan by due date, each with its exceptions."""
    leave = Prefetch("exceptions", RoundException.objects.of(plan.agency_id).select_related("division"))
    return Round.objects.of(plan.agency_id).filter(plan=plan).prefetch_related(leave)


def collecting_round(plan: Plan) -> Round | None:
    """The round that divisions write for now: the first that is not locked."""
    return Round.objects.of(plan.agency_id).filter(plan=plan, locked_at=None).first()


def days_of(round: Round, plan: Plan) -> Period:
    """First and last day that a round of this plan tells of."""
    return round_dates(plan.fiscal_year, RoundKind(round.kind))


def locked_rounds(plan: Plan) -> tuple[LockedRound, ...]:
    """The locked rounds of a plan as the rules take them, with who may write all the same."""
    return tuple(
        LockedRound(days_of(one, plan), {leave.division_id: leave.until for leave in one.exceptions.all()})
        for one in rounds_of(plan).exclude(locked_at=None)
    )


#: (measure, division or None) to (results, pieces of evidence) inside the days of a round.
Done = Mapping[tuple[int, int | None], tuple[int, int]]


def done_in(plan: Plan, period: Period) -> Done:
    """What was recorded inside a period, counted by measure and division in one query."""
    return done_in_and_out(plan, period)[0]


def done_in_and_out(plan: Plan, period: Period | None) -> tuple[Done, Done]:
    """What was recorded inside a period, and what outside of it, in one query; without a period all is outside."""
    within = Q(on__range=(period.start, period.end)) if period else Q(pk=None)
    found = (
        Progress.objects.of(plan.agency_id)
        .filter(measure__plan=plan, replaced_by=None)
        .order_by()
        .annotate(within=ExpressionWrapper(within, BooleanField()))
        .values_list("measure_id", "division_id", "within")
        .annotate(
            results=Count("pk", distinct=True),
            pieces=Count("evidence", filter=Q(evidence__removed_at=None), distinct=True),
        )
    )
    inside: dict[tuple[int, int | None], tuple[int, int]] = {}
    outside = dict(inside)
    for measure, division, is_within, results, pieces in found:
        (inside if is_within else outside)[measure, division] = (results, pieces)
    return inside, outside


def missing_of(measure: Measure, division: int | None, done: Done) -> Missing:
    """What a round still needs of a measure from a division; an entry that names no division serves all."""
    counts = [done.get((measure.pk, whose), (0, 0)) for whose in {division, None}]
    results, evidence = sum(count[0] for count in counts), sum(count[1] for count in counts)
    return missing(results=results, evidence=evidence, status=Status(measure.status))


def completeness(plan: Plan, round: Round, today: date | None = None) -> tuple[DivisionRow, ...]:
    """Division by division, in their order: its measures, what it recorded in the round's days, what is missing.

    A measure of several divisions is expected of each. Costs five queries whatever the data.
    """
    done = done_in(plan, days_of(round, plan))
    late = (today or clock.today()) > round.due_on
    owners = _owners(plan)
    measures = Measure.objects.of(plan.agency_id).filter(plan=plan, removed_at=None)
    theirs: dict[Division | None, list[Measure]] = defaultdict(list)
    for measure in measures:
        for division in owners.get(measure.pk, [None]):
            theirs[division].append(measure)
    ordered = sorted(theirs, key=lambda one: (one is None, one.order if one else 0, one.pk if one else 0))
    return tuple(_row(division, theirs[division], done, late) for division in ordered)


def _owners(plan: Plan) -> dict[int, list[Division | None]]:
    """The known divisions of every measure, lead first, each once; all of them where everyone is responsible."""
    rows = Responsible.objects.of(plan.agency_id).filter(measure__plan=plan).exclude(division=None, everyone=False)
    known = list(rows.select_related("division"))
    everyone = list(divisions(plan.agency)) if any(row.everyone for row in known) else []
    found: dict[int, list[Division | None]] = defaultdict(list)
    for row in known:
        for division in everyone if row.everyone else [row.division]:
            if division not in found[row.measure_id]:
                found[row.measure_id].append(division)
    return found


def _row(division: Division | None, measures: list[Measure], done: Done, late: bool) -> DivisionRow:
    states = [(measure, missing_of(measure, division.pk if division else None, done)) for measure in measures]
    counts = Counter(state for _, state in states)
    wanted = tuple(Wanted(measure.title, state) for measure, state in states if state is not Missing.NOTHING)
    with_progress = len(measures) - counts[Missing.PROGRESS]
    return DivisionRow(division, len(measures), with_progress, counts[Missing.EVIDENCE], wanted, late and bool(wanted))


def round_of_year(seat: Seat, year: int, pk: int) -> Round:
    """A round of the seat's agency in the plan of that year; 404 for any other."""
    rows = Round.objects.of(seat.agency).select_related("plan", "plan__agency", "agency")
    return get_object_or_404(rows, plan__fiscal_year=year, pk=pk)


def exceptions_of(round: Round) -> QuerySet[RoundException]:
    """Who may write after the lock, and until when."""
    return RoundException.objects.of(round.agency_id).filter(round=round).select_related("division").order_by("until")
