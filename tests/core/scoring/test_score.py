"""From indicators to instruments, total and level."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.scoring.score import level_of, score
from tests.core.framework.small import SMALL

SCORES = st.lists(st.decimals(0, 100, places=2), min_size=4, max_size=4)


def result(*scores: Decimal | str) -> tuple[str, str]:
    """Total and level of the four indicators."""
    found = score(SMALL, {number: Decimal(one) for number, one in enumerate(scores, start=1)})
    assert found is not None
    return str(found.total), found.level.name


def test_it_weighs_the_plain_means_of_instruments() -> None:
    found = score(SMALL, {1: Decimal(80), 2: Decimal(90), 3: Decimal(100), 4: Decimal(50)})
    assert found is not None
    assert found.instruments == {"ASK": Decimal("90.00"), "SEE": Decimal("50.00")}
    assert found.total == Decimal("62.00")


def test_it_rounds_each_weighted_instrument_half_up_before_adding() -> None:
    # ASK weighs 9.925 exactly, though its mean 33.08333… has no end; SEE weighs 0.007.
    assert result("33.00", "33.00", "33.25", "0.01") == ("9.94", "ปรับปรุง")


@pytest.mark.parametrize(
    ("scores", "total", "level"),
    [
        (("90", "90", "90", "90"), "90.00", "เยี่ยม"),
        (("89.99", "89.99", "89.99", "100"), "97.00", "ผ่าน"),
        (("50", "50", "50", "50"), "50.00", "ผ่าน"),
        (("50", "50", "50", "49.98"), "49.99", "ปรับปรุง"),
        (("0", "0", "0", "0"), "0.00", "ปรับปรุง"),
    ],
)
def test_it_tries_levels_from_the_top(scores: tuple[str, ...], total: str, level: str) -> None:
    assert result(*scores) == (total, level)


def test_it_gives_nothing_where_an_indicator_is_missing() -> None:
    assert score(SMALL, {1: Decimal(1), 2: Decimal(1), 3: Decimal(1)}) is None


def test_it_gives_the_lowest_level_where_no_other_fits() -> None:
    assert level_of(SMALL, Decimal(-1), {}).name == "ปรับปรุง"


@given(SCORES)
def test_it_stays_within_a_cent_of_the_exact_sum(scores: list[Decimal]) -> None:
    exact = sum(map(Fraction, scores[:3]), Fraction(0)) / 10 + Fraction(scores[3]) * Fraction(7, 10)
    assert abs(Fraction(Decimal(result(*scores)[0])) - exact) <= Fraction(1, 100)


@given(SCORES, st.integers(0, 3))
def test_it_never_falls_when_an_indicator_rises(scores: list[Decimal], which: int) -> None:
    risen = [Decimal(100) if place == which else one for place, one in enumerate(scores)]
    assert Decimal(result(*risen)[0]) >= Decimal(result(*scores)[0])
