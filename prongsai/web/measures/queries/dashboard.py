"""The year in figures, in a number of queries that does not grow with the data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q

from prongsai.core.measures.chase import Missing
from prongsai.core.measures.lateness import lateness
from prongsai.core.measures.summary import MeasureState
from prongsai.core.reports.reading import Status
from prongsai.core.reports.workflow import ReportState
from prongsai.web.agencies.queries import divisions
from prongsai.web.measures.models import Measure, Plan, Round
from prongsai.web.measures.queries.rounds import Done, days_of, done_in_and_out, missing_of

#: How many reports of each state a round has: reports stand above measures, so they are asked for through the round.
_REPORTS = {f"reports_{state}": Count("reports", filter=Q(reports__state=state.value)) for state in ReportState}

_OF_MEASURE = ("id", "title", "status", "starts_on", "ends_on", "indicator")
_OF_OWNER = (_DIVISION, _EVERYONE) = ("responsibles__division_id", "responsibles__everyone")


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


@dataclass(frozen=True, slots=True)
class Year:
    """A plan in figures: its measures, its rounds by due date, and how complete the round is that collects.

    ``reports`` is how far the report on each round has come, by the round's id; the furthest where there are several.
    """

    states: tuple[MeasureState, ...]
    rounds: tuple[Round, ...]
    collected: RoundFigures | None
    reports: Mapping[int, ReportState]


def year_of(plan: Plan, today: date) -> Year:
    """The measures and rounds of a plan as figures, in four queries at the most."""
    found = Round.objects.of(plan.agency_id).filter(plan=plan).annotate(**_REPORTS).order_by("due_on", "id")
    rounds = tuple(found)
    collecting = next((one for one in rounds if one.locked_at is None), None)
    inside, outside = done_in_and_out(plan, days_of(collecting, plan) if collecting else None)
    states = _states(plan, today, (inside, outside))
    collected = _figures(collecting, states, inside) if collecting else None
    return Year(states, rounds, collected, {one.pk: state for one in found if (state := _furthest(one))})


def _furthest(round: Round) -> ReportState | None:
    """The state of the report on a round that has come furthest; ``_REPORTS`` counted them."""
    return next((state for state in reversed(ReportState) if getattr(round, f"reports_{state}")), None)


def _states(plan: Plan, today: date, done: Sequence[Done]) -> tuple[MeasureState, ...]:
    """Every measure with its owners, in one query: the row of a measure stands once for each that is responsible."""
    counts = _by_measure(done)
    found = Measure.objects.of(plan.agency_id).filter(plan=plan, removed_at=None)
    rows = list(
        found.order_by("order", "id", "responsibles__order", "responsibles__id").values(*_OF_MEASURE, *_OF_OWNER)
    )
    owners = _owners(plan, rows)
    measures = {row["id"]: row for row in rows}.values()
    return tuple(
        MeasureState(
            pk=one["id"],
            title=one["title"],
            status=Status(one["status"]),
            late=lateness(Status(one["status"]), one["starts_on"], one["ends_on"], today),
            ends_on=one["ends_on"],
            indicator=one["indicator"],
            divisions=tuple(owners[one["id"]]),
            results=counts[one["id"]][0],
            evidence=counts[one["id"]][1],
        )
        for one in measures
    )


def _by_measure(done: Sequence[Done]) -> dict[int, tuple[int, int]]:
    """Measure to its numbers of results and of pieces of evidence over all divisions and days."""
    counts: dict[int, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for part in done:
        for (measure, _), (results, pieces) in part.items():
            counts[measure] = (counts[measure][0] + results, counts[measure][1] + pieces)
    return counts


def _owners(plan: Plan, rows: Sequence[Mapping[str, Any]]) -> dict[int, list[int]]:
    """The divisions of every measure, lead first; all of them where everyone is responsible."""
    of_all = divisions(plan.agency).values_list("pk", flat=True) if any(row[_EVERYONE] for row in rows) else ()
    everyone = list(of_all)
    owners: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        division, known = row[_DIVISION], owners[row["id"]]
        theirs = everyone if row[_EVERYONE] else [division] if division is not None else []
        known += [one for one in theirs if one not in known]
    return owners


def _figures(round: Round, states: tuple[MeasureState, ...], done: Done) -> RoundFigures:
    """How complete a round is."""
    expected = complete = 0
    for state in states:
        measure = Measure(pk=state.pk, status=state.status.value)
        for division in state.divisions or (None,):
            expected += 1
            complete += missing_of(measure, division, done) is Missing.NOTHING
    return RoundFigures(round, expected, complete)
