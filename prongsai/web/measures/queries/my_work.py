"""The measures of a division, the most urgent first, with what each needs next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Q, QuerySet

from prongsai.core.measures.chase import Missing
from prongsai.core.measures.lateness import Lateness, lateness
from prongsai.core.measures.urgency import urgency
from prongsai.core.reports.reading import Status
from prongsai.web.agencies.models import Agency, Division
from prongsai.web.measures.models import Measure, Plan, Round
from prongsai.web.measures.queries.measures import owned_by
from prongsai.web.measures.queries.rounds import Done, days_of, done_in, missing_of

#: Rows of a page.
PAGE = 25


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One measure as work: how late it is, and what the round that collects now still wants (None without a round)."""

    measure: Measure
    late: Lateness
    missing: Missing | None
    entries: int
    last_on: date | None

    @property
    def finished(self) -> bool:
        """Done, and nothing more is asked for."""
        return self.late is Lateness.DONE and self.missing in (None, Missing.NOTHING)


@dataclass(frozen=True, slots=True)
class Work:
    """Somebody's measures: what is to do, the most urgent first, and what is finished."""

    todo: tuple[WorkRow, ...]
    finished: tuple[WorkRow, ...]

    @property
    def more(self) -> int:
        """How many are to do beyond those that one page shows."""
        return max(0, len(self.todo) - PAGE)

    @property
    def late(self) -> int:
        """How many should have been done or begun."""
        return sum(row.late in (Lateness.OVERDUE, Lateness.LATE_START) for row in self.todo)


def plan_to_work_on(agency: Agency, year: int) -> Plan | None:
    """The plan of a year; where that has none, the newest before it."""
    plans = Plan.objects.of(agency).select_related("agency").filter(fiscal_year__lte=year)
    return plans.order_by("-fiscal_year").first()


def plan_of_year(agency: Agency, year: int) -> QuerySet[Plan]:
    """The plan of exactly that year, or nothing."""
    return Plan.objects.of(agency).select_related("agency").filter(fiscal_year=year)


def day_to_offer(round: Round | None, plan: Plan, today: date) -> date:
    """The day that a form offers: today, or the last of the days that the collecting round tells of."""
    return min(today, days_of(round, plan).end) if round else today


def work_of(plan: Plan, division: Division | None, round: Round | None, today: date) -> Work:
    """The measures of a division, or of all where it is None. Costs two queries whatever the data."""
    done: Done = done_in(plan, days_of(round, plan)) if round else {}
    measures = Measure.objects.of(plan.agency_id).filter(plan=plan, removed_at=None)
    if division is not None:
        measures = measures.filter(owned_by(division.pk))
    counting = Q(progress__replaced_by=None)
    found = measures.distinct().annotate(
        entries=Count("progress", filter=counting, distinct=True), last_on=Max("progress__on", filter=counting)
    )
    rows = [_row(one, one.entries, one.last_on, division, done if round else None, today) for one in found]
    return _sorted(rows)


def _row(
    measure: Measure, entries: int, last_on: date | None, division: Division | None, done: Done | None, today: date
) -> WorkRow:
    late = lateness(Status(measure.status), measure.starts_on, measure.ends_on, today)
    needs = None if done is None else missing_of(measure, division.pk if division else None, done)
    return WorkRow(measure, late, needs, entries, last_on)


def _sorted(rows: Sequence[WorkRow]) -> Work:
    def key(row: WorkRow) -> tuple[tuple[int, int], date, int, int]:
        one = row.measure
        return urgency(row.late, row.missing), one.ends_on or date.max, one.order, one.pk

    ordered = sorted(rows, key=key)
    return Work(tuple(row for row in ordered if not row.finished), tuple(row for row in ordered if row.finished))
