"""The table of a contest is complete: from every state there is a way, and no answer without sending."""

from __future__ import annotations

from prongsai.core.contests.workflow import CONTEST, INSIDE_THE_WINDOW, ContestState


def test_every_state_has_a_name_and_a_way_on() -> None:
    assert set(CONTEST.labels) == set(ContestState)
    assert {old for old, _new in CONTEST.table} == set(ContestState)


def test_an_answer_follows_only_on_what_was_sent() -> None:
    answers = {ContestState.ACCEPTED, ContestState.REJECTED}
    assert {old for old, new in CONTEST.table if new in answers} == {ContestState.SENT}
    assert not CONTEST.allows(ContestState.DRAFT, ContestState.ACCEPTED)


def test_nothing_is_sent_without_a_reason() -> None:
    assert not CONTEST.allows(ContestState.DRAFT, ContestState.SENT, reason="  ")
    assert CONTEST.allows(ContestState.DRAFT, ContestState.SENT, reason="แสดงไว้แล้ว")


def test_only_steps_of_the_table_are_bound_to_the_window() -> None:
    assert set(CONTEST.table) >= INSIDE_THE_WINDOW
