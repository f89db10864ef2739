"""The year in figures, in a number of queries that does not grow with the data."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from prongsai.core.measures.chase import Missing
from prongsai.core.measures.lateness import lateness
from prongsai.core.measures.summary import MeasureState
from prongsai.core.reports.reading import Status
from prongsai.web.agencies.queries import divisions
from prongsai.web.measures.models import Measure, Plan, Progress, Responsible, Round
from prongsai.web.measures.queries.rounds import days_of, done_in, missing_of


@dataclass(frozen=True, slots=True)
class RoundFigures:
    """The round that collects: what it expects (each measure once for each of its divisions), and what is complete."""

    round: Round
    expected: int
    complete: int

    @property
    def missing(self) -> int:
        """What still lacks a result or its evidence."""
        return self.expected - self.complete

    @property
    def percent(self) -> int:
        """Complete of a hundred, rounded down."""
        return self.complete * 100 // self.expected if self.expected else 100


def states_of(plan: Plan, today: date) -> tuple[MeasureState, ...]:
    """The measures of a plan as figures, in four queries at the most."""
    agency = plan.agency_id
    owners = _owners(plan)
    done = _done(plan)
    found = Measure.objects.of(agency).filter(plan=plan, removed_at=None)
    return tuple(
        MeasureState(
            pk=one.pk,
            title=one.title,
            status=Status(one.status),
            late=lateness(Status(one.status), one.starts_on, one.ends_on, today),
            ends_on=one.ends_on,
            indicator=one.indicator,
            divisions=tuple(owners[one.pk]),
            results=done.get(one.pk, (0, 0))[0],
            evidence=done.get(one.pk, (0, 0))[1],
        )
        for one in found.only("title", "status", "starts_on", "ends_on", "indicator", "order")
    )


def _owners(plan: Plan) -> dict[int, list[int]]:
    """The divisions of every measure, lead first; all of them where everyone is responsible."""
    rows = Responsible.objects.of(plan.agency_id).filter(measure__plan=plan).exclude(division=None, everyone=False)
    known = list(rows.order_by("order", "id").values_list("measure_id", "division_id", "everyone"))
    of_all = divisions(plan.agency).values_list("pk", flat=True) if any(row[2] for row in known) else ()
    everyone = list(of_all)
    owners: dict[int, list[int]] = defaultdict(list)
    for measure, division, all_are in known:
        theirs = everyone if all_are else [division] if division is not None else []
        owners[measure] += [one for one in theirs if one not in owners[measure]]
    return owners


def _done(plan: Plan) -> dict[int, tuple[int, int]]:
    """Measure to its numbers of results and of pieces of evidence."""
    counted = Progress.objects.of(plan.agency_id).filter(measure__plan=plan, replaced_by=None).order_by()
    found = counted.values_list("measure_id").annotate(
        results=Count("pk", distinct=True),
        pieces=Count("evidence", filter=Q(evidence__removed_at=None), distinct=True),
    )
    return {measure: (results, pieces) for measure, results, pieces in found}


def rounds_by_day(plan: Plan) -> list[Round]:
    """The rounds of a plan by due date, without their exceptions: one query."""
    return list(Round.objects.of(plan.agency_id).filter(plan=plan))


def round_figures(plan: Plan, round: Round, states: tuple[MeasureState, ...]) -> RoundFigures:
    """How complete a round is, in one query more."""
    done = done_in(plan, days_of(round, plan))
    expected = complete = 0
    for state in states:
        measure = Measure(pk=state.pk, status=state.status.value)
        for division in state.divisions or (None,):
            expected += 1
            complete += missing_of(measure, division, done) is Missing.NOTHING
    return RoundFigures(round, expected, complete)
