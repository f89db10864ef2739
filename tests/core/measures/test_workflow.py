"""What the tables of measures and plans say."""

from __future__ import annotations

import itertools

from prongsai.core.measures.workflow import MEASURE, PLAN, may_set_status
from prongsai.core.reports.reading import Status


def test_it_knows_a_label_for_every_state_in_the_tables() -> None:
    for workflow in (MEASURE, PLAN):
        named = {state for pair in workflow.table for state in pair}
        assert named <= set(workflow.labels)


def test_it_never_goes_back_to_not_started() -> None:
    assert not [pair for pair in MEASURE.table if pair[1] is Status.NOT_STARTED]


def test_it_asks_for_a_result_and_evidence_before_done() -> None:
    for old in (Status.NOT_STARTED, Status.IN_PROGRESS):
        assert not may_set_status(old, Status.DONE, results=0, evidence=1)
        assert not may_set_status(old, Status.DONE, results=1, evidence=0)
        assert may_set_status(old, Status.DONE, results=1, evidence=1)


def test_it_asks_for_a_reason_to_open_what_was_done() -> None:
    assert not may_set_status(Status.DONE, Status.IN_PROGRESS, results=1, evidence=1, reason="  ")
    assert may_set_status(Status.DONE, Status.IN_PROGRESS, results=1, evidence=1, reason="ยังขาดภาพ")


def test_it_answers_every_pair_with_a_decision_that_explains_itself() -> None:
    for old, new in itertools.product(Status, Status):
        decision = may_set_status(old, new, results=0, evidence=0)
        assert decision or (decision.why is not None and decision.why.th and decision.why.en)


def test_it_draws_every_transition_in_the_diagram() -> None:
    drawn = MEASURE.diagram()
    assert all(f"{old} --> {new}" in drawn for old, new in MEASURE.table)
