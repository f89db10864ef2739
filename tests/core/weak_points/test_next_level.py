"""What is missing to the next level, and the fewest changes that reach it."""

from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import pytest

from prongsai.core.framework.rules import LevelsCompare, RoundingMethod
from prongsai.core.scoring.what_if import what_if
from prongsai.core.weak_points.next_level import FULL, fewest_to_next, missing_to, next_level
from prongsai.core.weak_points.ranking import weakness_of
from tests.core.weak_points.results import FRAMEWORK, TEN, B, even


def test_above_the_best_there_is_no_level():
    best = FRAMEWORK.levels[0]
    assert next_level(FRAMEWORK, best) is None
    assert next_level(FRAMEWORK, FRAMEWORK.levels[-1]) is FRAMEWORK.levels[-2]
    assert fewest_to_next(FRAMEWORK, weakness_of(FRAMEWORK, even(99)).result, ()) is None


def test_what_is_missing_is_told_for_the_total_and_for_each_instrument():
    weakness = weakness_of(FRAMEWORK, B)
    missing = missing_to(FRAMEWORK, next_level(FRAMEWORK, weakness.result.level), weakness.result)
    assert (missing.level.name, missing.total) == ("ผ่านดี", 0)
    assert missing.instruments == {"IIT": Decimal("9.60"), "EIT": Decimal("4.65")}


def test_no_changes_are_the_present():
    weakness = weakness_of(FRAMEWORK, B)
    assert what_if(FRAMEWORK, weakness.result, {}) == weakness.result


@pytest.mark.parametrize("ten", [TEN, {**TEN, 9: Decimal(40), 10: Decimal(30)}, even(90).indicators])
def test_no_smaller_number_of_full_marks_would_reach_the_level(ten):
    weakness = weakness_of(FRAMEWORK, replace(B, indicators=ten))
    found = fewest_to_next(FRAMEWORK, weakness.result, weakness.points)
    assert found.reached
    assert found.result.level.name == found.level.name
    for fewer in combinations(weakness.points, len(found.points) - 1):
        level = what_if(FRAMEWORK, weakness.result, {one.code: FULL for one in fewer}).level
        assert FRAMEWORK.levels.index(level) > FRAMEWORK.levels.index(found.level)


def test_a_total_that_is_only_published_as_enough_is_not_reached_where_exact_figures_are_compared():
    """49.9975 is published as 50.00, and lacks a quarter of a hundredth of 50."""
    exact = replace(
        FRAMEWORK,
        rules=replace(FRAMEWORK.rules, levels_compare=LevelsCompare.EXACT, method=RoundingMethod.TOTAL),
        levels=(replace(FRAMEWORK.levels[-1], name="ครึ่ง", total=Decimal(50)), FRAMEWORK.levels[-1]),
    )
    known = replace(B, indicators={number: Decimal(50) for number in TEN} | {10: Decimal("49.9875")}, total=None)
    weakness = weakness_of(exact, known)
    assert weakness.result.total == 50
    assert weakness.result.level is exact.levels[-1]
    assert missing_to(exact, exact.levels[0], weakness.result).total == Decimal("0.01")
    found = fewest_to_next(exact, weakness.result, weakness.points)
    assert found.reached and found.points and found.result.level.name == "ครึ่ง"


def test_a_level_that_cannot_be_reached_is_told_so():
    weakness = weakness_of(FRAMEWORK, B)
    found = fewest_to_next(FRAMEWORK, weakness.result, weakness.points[:1])
    assert not found.reached
