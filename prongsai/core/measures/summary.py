"""How a year stands: counts of measures, whole and by division and indicator, and what needs attention."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from prongsai.core.measures.lateness import Lateness
from prongsai.core.measures.workflow import PlanState
from prongsai.core.reports.reading import Status
from prongsai.core.reports.workflow import ReportState

#: What a measure is counted as in a bar: one that is overdue is shown as that, whatever its status.
KINDS = ("done", "in_progress", "not_started", "overdue")


@dataclass(frozen=True, slots=True)
class MeasureState:
    """One measure as figures: how far, how late, by whom, with how many results and pieces of evidence."""

    pk: int
    title: str
    status: Status
    late: Lateness
    ends_on: date | None = None
    indicator: int | None = None
    divisions: tuple[int, ...] = ()
    results: int = 0
    evidence: int = 0

    @property
    def kind(self) -> str:
        """One of KINDS."""
        return "overdue" if self.late is Lateness.OVERDUE else self.status.value

    @property
    def is_late(self) -> bool:
        """Overdue, or should have begun."""
        return self.late in (Lateness.OVERDUE, Lateness.LATE_START)

    @property
    def lacks_evidence(self) -> bool:
        """Something was done and nothing shows it."""
        return self.results > 0 and self.evidence == 0


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers at the head of the year. ``overdue`` ones are counted in ``in_progress`` or ``not_started`` too."""

    total: int
    done: int
    in_progress: int
    not_started: int
    overdue: int
    without_evidence: int
    without_result: int

    @property
    def percent_done(self) -> int:
        """Of a hundred, rounded down: 100 only when all are done."""
        return self.done * 100 // self.total if self.total else 0


def figures(states: Sequence[MeasureState]) -> Figures:
    """Count a year."""

    def count(test: Callable[[MeasureState], bool]) -> int:
        return sum(test(one) for one in states)

    return Figures(
        total=len(states),
        done=count(lambda one: one.status is Status.DONE),
        in_progress=count(lambda one: one.status is Status.IN_PROGRESS),
        not_started=count(lambda one: one.status is Status.NOT_STARTED),
        overdue=count(lambda one: one.late is Lateness.OVERDUE),
        without_evidence=count(lambda one: one.lacks_evidence),
        without_result=count(lambda one: one.results == 0),
    )


def by_division(
    states: Iterable[MeasureState], names: Sequence[tuple[int, str]], nobody: str
) -> list[tuple[str, tuple[int, ...]]]:
    """(name, counts in the order of KINDS) of each division that has measures, in the order of ``names`` (id, name).

    A measure of several divisions counts for each; ``nobody`` names the row of those without one.
    """
    known = list(states)
    rows = [(name, [one for one in known if pk in one.divisions]) for pk, name in names]
    rows.append((nobody, [one for one in known if not one.divisions]))
    return [(name, _counts(theirs)) for name, theirs in rows if theirs]


def by_indicator(
    states: Iterable[MeasureState], name_of: Callable[[int], str], nothing: str
) -> list[tuple[str, tuple[int, ...]]]:
    """(name, counts in the order of KINDS) of each indicator that has measures; ``nothing`` names the rest."""
    known = list(states)
    numbers = sorted({one.indicator for one in known if one.indicator})
    rows = [(name_of(number), [one for one in known if one.indicator == number]) for number in numbers]
    rows.append((nothing, [one for one in known if not one.indicator]))
    return [(name, _counts(theirs)) for name, theirs in rows if theirs]


def latest_first(states: Iterable[MeasureState]) -> list[MeasureState]:
    """What is late, overdue before late starts, the longest overdue first."""
    late = [one for one in states if one.is_late]
    return sorted(late, key=lambda one: (one.late is not Lateness.OVERDUE, one.ends_on or date.max, one.pk))


def _counts(states: Sequence[MeasureState]) -> tuple[int, ...]:
    return tuple(sum(one.kind == kind for one in states) for kind in KINDS)


class NextStep(StrEnum):
    """The next thing that the coordinator does in the yearly loop."""

    MAKE_PLAN = "make_plan"
    FILL_PLAN = "fill_plan"
    APPROVE_PLAN = "approve_plan"
    OPEN_ROUND = "open_round"
    CHASE = "chase"
    LOCK_ROUND = "lock_round"
    WRITE_REPORT = "write_report"
    AWAIT_SIGNATURES = "await_signatures"
    OPEN_NEXT_ROUND = "open_next_round"
    FINISH_YEAR = "finish_year"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class RoundState:
    """A round: locked or not, when due, how many measures still lack something, how far the report on it has come
    (None: not begun), and whether it goes on to the end of the year.
    """

    locked: bool
    due_on: date
    missing: int = 0
    report: ReportState | None = None
    to_the_end: bool = False


def next_step(plan: PlanState | None, *, measures: int, rounds: Sequence[RoundState], today: date) -> NextStep:
    """What comes next, from the plan's state and its rounds by due date."""
    if plan is None:
        return NextStep.MAKE_PLAN
    if plan is PlanState.CLOSED:
        return NextStep.NOTHING
    if plan is PlanState.DRAFT:
        return NextStep.APPROVE_PLAN if measures else NextStep.FILL_PLAN
    collecting = next((one for one in rounds if not one.locked), None)
    if collecting is not None:
        complete = collecting.missing == 0 or today > collecting.due_on
        return NextStep.LOCK_ROUND if complete else NextStep.CHASE
    return _after(rounds[-1]) if rounds else NextStep.OPEN_ROUND


def _after(last: RoundState) -> NextStep:
    """What comes after the last lock: the report, its signatures, then the next round or the end of the year."""
    if last.report is ReportState.SUBMITTED:
        return NextStep.AWAIT_SIGNATURES
    if last.report is ReportState.ACKNOWLEDGED:
        return NextStep.FINISH_YEAR if last.to_the_end else NextStep.OPEN_NEXT_ROUND
    return NextStep.WRITE_REPORT
