"""The year in figures: each measure once in the numbers, for each of its divisions in the bars."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.core.measures.lateness import Lateness
from prongsai.core.measures.summary import (
    MeasureState,
    NextStep,
    RoundState,
    by_division,
    by_indicator,
    figures,
    latest_first,
    next_step,
)
from prongsai.core.measures.workflow import PlanState
from prongsai.core.reports.reading import Status
from prongsai.core.reports.workflow import ReportState

STATES = [
    MeasureState(1, "ก", Status.DONE, Lateness.DONE, None, 1, (7,), results=2, evidence=1),
    MeasureState(2, "ข", Status.IN_PROGRESS, Lateness.OVERDUE, date(2026, 3, 31), 1, (7, 8), results=1),
    MeasureState(3, "ค", Status.NOT_STARTED, Lateness.OVERDUE, date(2025, 12, 31), None, ()),
    MeasureState(4, "ง", Status.NOT_STARTED, Lateness.LATE_START, date(2026, 9, 30), 10, (8,)),
]
DAY = date(2026, 3, 31)


def test_it_counts_every_measure_once() -> None:
    found = figures(STATES)
    assert (found.total, found.done, found.in_progress, found.not_started) == (4, 1, 1, 2)
    assert (found.overdue, found.without_evidence, found.without_result, found.percent_done) == (2, 1, 2, 25)
    assert figures([]).percent_done == 0


def test_bars_show_overdue_apart_and_leave_out_who_has_nothing() -> None:
    rows = by_division(STATES, [(8, "กองช่าง"), (7, "กองคลัง"), (9, "กองการศึกษา")], "ยังไม่ระบุ")
    assert rows == [("กองช่าง", (0, 0, 1, 1)), ("กองคลัง", (1, 0, 0, 1)), ("ยังไม่ระบุ", (0, 0, 0, 1))]
    assert by_indicator(STATES, str, "อื่น") == [("1", (1, 0, 0, 1)), ("10", (0, 0, 1, 0)), ("อื่น", (0, 0, 0, 1))]


def test_the_longest_overdue_comes_first() -> None:
    assert [one.pk for one in latest_first(STATES)] == [3, 2, 4]


@pytest.mark.parametrize(
    ("plan", "measures", "rounds", "step"),
    [
        (None, 0, [], NextStep.MAKE_PLAN),
        (PlanState.DRAFT, 0, [], NextStep.FILL_PLAN),
        (PlanState.DRAFT, 3, [], NextStep.APPROVE_PLAN),
        (PlanState.APPROVED, 3, [], NextStep.OPEN_ROUND),
        (PlanState.APPROVED, 3, [RoundState(False, DAY, 2)], NextStep.CHASE),
        (PlanState.APPROVED, 3, [RoundState(False, DAY, 0)], NextStep.LOCK_ROUND),
        (PlanState.APPROVED, 3, [RoundState(False, date(2026, 3, 1), 2)], NextStep.LOCK_ROUND),
        (PlanState.APPROVED, 3, [RoundState(True, DAY)], NextStep.WRITE_REPORT),
        (PlanState.APPROVED, 3, [RoundState(True, DAY, report=ReportState.DRAFT)], NextStep.WRITE_REPORT),
        (PlanState.APPROVED, 3, [RoundState(True, DAY, report=ReportState.SUBMITTED)], NextStep.AWAIT_SIGNATURES),
        (PlanState.APPROVED, 3, [RoundState(True, DAY, report=ReportState.ACKNOWLEDGED)], NextStep.OPEN_NEXT_ROUND),
        (
            PlanState.APPROVED,
            3,
            [RoundState(True, DAY, report=ReportState.ACKNOWLEDGED, to_the_end=True)],
            NextStep.FINISH_YEAR,
        ),
        (PlanState.APPROVED, 3, [RoundState(True, DAY), RoundState(False, date(2026, 9, 30), 1)], NextStep.CHASE),
        (PlanState.CLOSED, 3, [RoundState(True, DAY)], NextStep.NOTHING),
    ],
)
def test_each_state_of_the_year_has_its_next_step(
    plan: PlanState | None, measures: int, rounds: list[RoundState], step: NextStep
) -> None:
    assert next_step(plan, measures=measures, rounds=rounds, today=date(2026, 3, 10)) is step
