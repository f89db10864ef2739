"""A period from which no dates can be made."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import period_unreadable as check
from tests.core.review.papers import look, measure


def test_it_finds_a_period_without_dates() -> None:
    assert [one.quote for one in look(check, measure(period="๗.๑. ๒๕๖๘ ๗.๒."))] == ["๗.๑. ๒๕๖๘ ๗.๒."]


@pytest.mark.parametrize("period", ["ก.พ...- ก.ย.๖๖", "ตลอดปีงบประมาณ", None])
def test_it_passes_odd_but_readable_ones(period: str | None) -> None:
    assert not look(check, measure(period=period))


def test_it_leaves_periods_that_run_backwards_to_their_own_check() -> None:
    assert not look(check, measure(period="ก.ย. ๖๖ - ก.พ. ๖๖"))
