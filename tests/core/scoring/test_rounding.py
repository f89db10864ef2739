"""Where and how figures are rounded is a rule of the year."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from prongsai.core.framework.rules import Half, LevelsCompare, RoundingMethod, Rules
from prongsai.core.scoring.rounding import rounded
from prongsai.core.scoring.score import score
from tests.core.framework.small import SMALL


@pytest.mark.parametrize(
    ("value", "half", "shown"),
    [
        ("99.185", Half.UP, "99.19"),
        ("99.185", Half.EVEN, "99.18"),
        ("99.195", Half.EVEN, "99.20"),
        ("99.1849", Half.UP, "99.18"),
        ("100", Half.UP, "100.00"),
        ("0", Half.EVEN, "0.00"),
    ],
)
def test_a_tie_goes_where_the_rules_say(value: str, half: Half, shown: str) -> None:
    assert str(rounded(Fraction(value), Rules(half=half))) == shown


@pytest.mark.parametrize(("places", "shown"), [(0, "67"), (1, "66.7"), (3, "66.667")])
def test_it_keeps_the_places_of_the_rules(places: int, shown: str) -> None:
    assert str(rounded(Fraction(200, 3), Rules(places=places))) == shown


@pytest.mark.parametrize(
    ("method", "total"),
    [
        # ASK: 33.083…, of which the share is 9.925 exactly; SEE: 0.01, of which the share is 0.007.
        (RoundingMethod.WEIGHTED_INSTRUMENTS, "9.94"),  # 9.93 + 0.01
        (RoundingMethod.INSTRUMENTS, "9.93"),  # 33.08 × 0.3 + 0.01 × 0.7 = 9.931
        (RoundingMethod.TOTAL, "9.93"),  # 9.932
    ],
)
def test_the_step_of_rounding_is_a_rule(method: RoundingMethod, total: str) -> None:
    framework = replace(SMALL, rules=replace(SMALL.rules, method=method))
    found = score(framework, {1: Decimal(33), 2: Decimal(33), 3: Decimal("33.25"), 4: Decimal("0.01")})
    assert found is not None
    assert str(found.total) == total
    assert found.figure.value == Fraction("9.932"), "the exact value is kept whatever is shown"


@pytest.mark.parametrize(("compare", "level"), [(LevelsCompare.ROUNDED, "ผ่าน"), (LevelsCompare.EXACT, "ปรับปรุง")])
def test_levels_look_at_what_is_published_or_at_the_exact_figures(compare: LevelsCompare, level: str) -> None:
    framework = replace(SMALL, rules=replace(SMALL.rules, levels_compare=compare))
    found = score(framework, {1: Decimal(50), 2: Decimal(50), 3: Decimal(50), 4: Decimal("49.995")})
    assert found is not None
    assert (found.figure.value, found.total, found.level.name) == (Fraction("49.9965"), Decimal("50.00"), level)
