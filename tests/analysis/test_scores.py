"""All agencies at once get what the core gives each of them alone, to the last digit."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from prongsai.analysis.scoring.build import is_plain
from prongsai.analysis.scoring.evidence import NOT_APPLICABLE, Evidence
from prongsai.analysis.scoring.one import one_by_one
from prongsai.analysis.scoring.rounding import NONE
from prongsai.analysis.scoring.scores import scores
from prongsai.core.framework.framework import Framework, KindWeight
from prongsai.core.framework.rules import (
    Choice,
    Dependence,
    DisclosureMean,
    Half,
    LevelsCompare,
    Mechanics,
    RoundingMethod,
)
from prongsai.frameworks.loader import load
from tests.analysis.made import FRAMEWORK, changed, evidence


def agree(framework: Framework, given: Evidence) -> None:
    """Every figure of every agency; where the core tells no total, it tells no instrument either."""
    found = scores(framework, given)
    indicators, instruments, totals, levels = one_by_one(framework, given)
    np.testing.assert_array_equal(found.indicators, indicators)
    np.testing.assert_array_equal(found.totals, totals)
    np.testing.assert_array_equal(found.levels, levels)
    told = totals != NONE
    np.testing.assert_array_equal(found.instruments[told], instruments[told])
    assert told.sum() > len(told) // 2


@pytest.mark.parametrize("year", [2563, 2566, 2568])
def test_it_agrees_with_the_core_in_years_with_other_items(year: int) -> None:
    framework = load("ita", year)
    assert sum(len(one.keys) for one in framework.questions) == 70
    agree(framework, evidence(framework))


@pytest.mark.parametrize("method", list(RoundingMethod))
@pytest.mark.parametrize("half", list(Half))
def test_it_rounds_as_the_core_does(method: RoundingMethod, half: Half) -> None:
    framework = changed(FRAMEWORK, method=method, half=half, places=1)
    agree(framework, evidence(framework, 12))


def test_it_agrees_where_levels_compare_exact_figures_and_indicators_are_means_of_items() -> None:
    framework = changed(FRAMEWORK, levels_compare=LevelsCompare.EXACT, disclosure_mean=DisclosureMean.ITEMS)
    agree(framework, evidence(framework))


def test_it_agrees_where_weights_entries_and_points_differ() -> None:
    questions = tuple(
        replace(one, mechanics=Mechanics(weight=Decimal("1.5"), not_for=("university",))) if one.code == "i2" else one
        for one in FRAMEWORK.questions
    )
    items = tuple(
        replace(one, mechanics=Mechanics(weight=Decimal("0.5"), not_for=("university",) if one.code == "O2" else ()))
        if one.code in ("O1", "O2", "O40")
        else one
        for one in FRAMEWORK.items
    )
    eit = next(one for one in FRAMEWORK.instruments if one.code == "EIT")
    weighed = replace(eit, weights=(KindWeight("university", Decimal("0.20")),))
    instruments = tuple(weighed if one is eit else one for one in FRAMEWORK.instruments)
    subs = tuple(replace(one, most=Decimal(75)) if one.code == "9.1" else one for one in FRAMEWORK.sub_indicators)
    scales = tuple(replace(one, choices=tuple(map(_thirds, one.choices))) for one in FRAMEWORK.scales)
    framework = replace(
        FRAMEWORK, questions=questions, items=items, instruments=instruments, sub_indicators=subs, scales=scales
    )
    agree(framework, evidence(framework))


def _thirds(choice: Choice) -> Choice:
    return replace(choice, points={33: Decimal("33.33"), 67: Decimal("66.67")}.get(int(choice.points), choice.points))


def test_entries_that_hang_on_others_or_take_points_off_go_through_the_core() -> None:
    items = tuple(
        replace(one, mechanics=Mechanics(penalty=Decimal(20)))
        if one.code == "O3"
        else replace(one, mechanics=Mechanics(depends_on=Dependence("O1", (Decimal(100),))))
        if one.code == "O2"
        else one
        for one in FRAMEWORK.items
    )
    framework = replace(FRAMEWORK, items=items)
    given = evidence(framework, 6)
    assert is_plain(FRAMEWORK)
    assert not is_plain(framework)
    plain, hanging = scores(FRAMEWORK, given), scores(framework, given)
    assert (plain.indicators[:, 8] != hanging.indicators[:, 8]).any()


def test_a_tie_stays_a_tie_until_it_is_rounded() -> None:
    """Indicator 9 is 97.50 and 10 is 93.75: their mean, 95.625, is published as 95.63, and half-even as 95.62."""
    given = evidence(FRAMEWORK, 6).rows(np.arange(6) == 0)
    items = {code: np.full(1, 10_000, np.int32) for code in given.items}
    items["O11"][0] = items["O31"][0] = 0
    tied = replace(given, items=items, answers={key: counts + 1 for key, counts in given.answers.items()})
    oit = [one.code for one in FRAMEWORK.instruments].index("OIT")
    assert scores(FRAMEWORK, tied).indicators[0, 8:].tolist() == [9750, 9375]
    assert scores(FRAMEWORK, tied).instruments[0, oit] == 9563
    assert scores(changed(FRAMEWORK, half=Half.EVEN), tied).instruments[0, oit] == 9562
    agree(FRAMEWORK, tied)


def test_whoever_has_no_answers_or_no_items_has_no_total() -> None:
    given = evidence(FRAMEWORK, 6)
    found = scores(FRAMEWORK, given)
    assert found.totals[3] == found.totals[5] == NONE
    assert found.levels[3] == NONE
    assert found.indicators[5, 8] == NONE
    assert found.indicators[5, 0] != NONE


def test_a_sub_indicator_of_which_no_item_applies_is_left_out() -> None:
    given = evidence(FRAMEWORK, 6)
    assert all(given.items[one.code][4] == NOT_APPLICABLE for one in FRAMEWORK.items_of("9.3"))
    assert scores(FRAMEWORK, given).indicators[4, 8] != NONE


def test_large_offices_overflow_nothing() -> None:
    """With so many answers exact whole numbers would not fit: ties are then reckoned in fractions."""
    given = evidence(FRAMEWORK, 6).rows(np.arange(6) < 3)
    dice = np.random.default_rng(1)
    many = {key: dice.integers(1, 30_000_000, counts.shape).astype(np.int32) for key, counts in given.answers.items()}
    agree(FRAMEWORK, replace(given, answers=many))
    even = {key: np.ones_like(counts) * 7_000_001 for key, counts in given.answers.items()}
    agree(FRAMEWORK, replace(given, answers=even))
