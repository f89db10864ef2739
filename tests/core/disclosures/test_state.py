"""The state of a disclosure, from every combination of its facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from prongsai.core.disclosures.state import (
    WHY,
    WORDS,
    Due,
    Facts,
    Reason,
    Standing,
    State,
    condition_of,
)

TODAY = date(2023, 3, 20)
WHOLE = Facts(True, Standing.SHOWN, components=2, ticked=2)
EVERY = [
    Facts(content, standing, differs, broken, 0, other, 2, ticked)
    for content, standing, differs, broken, other, ticked in product(
        (False, True), Standing, (False, True), (0, 1), (False, True), (0, 2)
    )
]


def test_every_state_and_every_reason_has_words_and_is_reached() -> None:
    assert set(WORDS) == set(State) and set(WHY) == set(Reason)
    found = [condition_of(replace(one, doubtful=1, has_owner=False), TODAY) for one in EVERY]
    assert {one.state for one in found} == set(State)
    assert {reason for one in found for reason in one.reasons} == set(Reason)


@pytest.mark.parametrize("facts", EVERY)
def test_the_first_of_the_precedence_that_holds_is_the_state(facts: Facts) -> None:
    ladder = (
        (State.MISSING, not facts.has_content and facts.standing is not Standing.SHOWN),
        (State.BROKEN, facts.broken > 0),
        (State.STALE, facts.other_period),
        (State.DRAFTED, facts.standing is not Standing.SHOWN),
        (State.PUBLISHED, True),
    )
    assert condition_of(facts, TODAY).state is next(state for state, holds in ladder if holds)


@pytest.mark.parametrize("facts", EVERY)
def test_only_what_is_public_whole_and_right_is_settled(facts: Facts) -> None:
    good = facts.standing is Standing.SHOWN and not facts.broken and not facts.other_period and facts.ticked == 2
    assert condition_of(facts, TODAY).is_settled is good


def test_changes_that_wait_leave_it_public_and_are_told() -> None:
    found = condition_of(replace(WHOLE, differs=True), TODAY)
    assert (found.state, found.reasons, found.is_settled) == (State.PUBLISHED, (Reason.CHANGED_SINCE,), True)
    assert "ยังไม่เผยแพร่" in WHY[Reason.CHANGED_SINCE].th
    assert (
        Reason.CHANGED_SINCE not in condition_of(replace(WHOLE, differs=True, standing=Standing.NEVER), TODAY).reasons
    )


def test_a_withdrawn_item_is_a_draft_again_or_missing() -> None:
    found = condition_of(replace(WHOLE, standing=Standing.WITHDRAWN), TODAY)
    assert (found.state, found.reasons) == (State.DRAFTED, (Reason.WITHDRAWN,))
    assert condition_of(Facts(False, Standing.WITHDRAWN), TODAY).state is State.MISSING


def test_what_is_missing_is_not_blamed_for_its_components_too() -> None:
    assert condition_of(Facts(False, components=3), TODAY).reasons == (Reason.NOTHING_TO_SHOW,)


@pytest.mark.parametrize(
    ("due_on", "settled", "due"),
    [
        (None, False, Due.NO_DAY),
        (None, True, Due.NO_DAY),
        (date(2023, 3, 19), False, Due.LATE),
        (date(2023, 3, 20), False, Due.SOON),
        (date(2023, 4, 3), False, Due.SOON),
        (date(2023, 4, 4), False, Due.LATER),
        (date(2023, 3, 19), True, Due.MET),
    ],
)
def test_lateness_is_told_beside_the_state(due_on: date | None, settled: bool, due: Due) -> None:
    facts = replace(WHOLE, due_on=due_on, ticked=2 if settled else 1)
    found = condition_of(facts, TODAY)
    assert (found.due, found.is_late) == (due, due is Due.LATE)
    assert found.state is State.PUBLISHED
