"""What may be done to a plan, by its state."""

from __future__ import annotations

import pytest

from prongsai.core.access.permissions import Permission
from prongsai.core.measures.filters import Attention, Filters
from prongsai.core.measures.lateness import Lateness
from prongsai.core.measures.planning import (
    is_amendment,
    may_approve,
    may_carry_over,
    may_change,
    may_change_list,
    may_plan_year,
    needed_to_edit,
)
from prongsai.core.measures.workflow import PlanState
from prongsai.core.reports.reading import Status


@pytest.mark.parametrize(("year", "allowed"), [(2549, False), (2550, True), (2571, True), (2572, False), (2026, False)])
def test_a_plan_is_made_for_years_that_people_plan_for(year: int, allowed: bool) -> None:
    assert bool(may_plan_year(year, this_year=2569)) is allowed


@pytest.mark.parametrize(
    ("state", "measures", "allowed"),
    [("draft", 1, True), ("draft", 0, False), ("approved", 3, False), ("closed", 3, False)],
)
def test_only_a_draft_with_measures_is_approved(state: str, measures: int, allowed: bool) -> None:
    assert bool(may_approve(PlanState(state), measures=measures)) is allowed


@pytest.mark.parametrize(
    ("state", "source", "allowed"),
    [("draft", 2568, True), ("draft", 2569, False), ("draft", None, False), ("approved", 2568, False)],
)
def test_measures_come_from_an_earlier_plan_into_a_draft(state: str, source: int | None, allowed: bool) -> None:
    assert bool(may_carry_over(PlanState(state), 2569, source)) is allowed


@pytest.mark.parametrize(
    ("state", "names", "reason", "allowed"),
    [
        ("draft", ("title",), "", True),
        ("approved", ("title",), "", False),
        ("approved", ("responsible",), " ", False),
        ("approved", ("period", "steps"), "นายกสั่งการ", True),
        ("approved", ("steps", "monitoring", "outcome", "suggestion"), "", True),
        ("closed", ("steps",), "เหตุผล", False),
    ],
)
def test_what_was_approved_changes_only_with_a_reason(
    state: str, names: tuple[str, ...], reason: str, allowed: bool
) -> None:
    assert bool(may_change(PlanState(state), names, reason=reason)) is allowed


def test_the_list_of_an_approved_plan_changes_only_with_a_reason() -> None:
    assert may_change_list(PlanState.DRAFT, reason="")
    assert not may_change_list(PlanState.APPROVED, reason="")
    assert is_amendment(PlanState.APPROVED, ("title",))
    assert not is_amendment(PlanState.DRAFT, ("title",))


def test_a_draft_is_edited_and_an_approved_plan_amended() -> None:
    assert needed_to_edit(PlanState.DRAFT) is Permission.EDIT_PLAN
    assert needed_to_edit(PlanState.APPROVED) is Permission.AMEND_PLAN


def test_filters_take_what_is_a_choice_and_forget_the_rest() -> None:
    values = {
        "division": "3",
        "indicator": "4",
        "status": "done",
        "late": "overdue",
        "attention": "no_owner",
        "q": " ก ",
    }
    chosen = Filters.read(values)
    assert chosen == Filters(3, 4, Status.DONE, Lateness.OVERDUE, Attention.NO_OWNER, "ก")
    assert Filters.read(chosen.query()) == chosen
    wrong = {"division": "x", "indicator": "11", "status": "?", "late": "", "attention": "1", "q": ""}
    assert Filters.read(wrong) == Filters()
    assert Filters().query() == {}
