"""The total is not what the indicator scores give."""

from __future__ import annotations

import pytest

from prongsai.core.reports.reading import Scores
from prongsai.core.review.checks import score_total as check
from tests.core.review.papers import look

TEN = {str(at): value for at, value in enumerate((100, 97.89, 99.83, 98.77, 99.56, 98.32, 97.65, 98.25, 100, 100), 1)}


def test_it_finds_a_total_that_the_indicators_do_not_give() -> None:
    found = look(check, scores=Scores(TEN, 99.81))
    assert [one.path for one in found] == ["scores.total"]
    assert "99.18" in found[0].what.th


@pytest.mark.parametrize("total", [99.18, 99.19, None])
def test_it_passes_rounding_and_no_total(total: float | None) -> None:
    assert not look(check, scores=Scores(TEN, total))


def test_it_passes_where_an_indicator_is_missing() -> None:
    assert not look(check, scores=Scores({"1": 90.0}, 50.0))
    assert not look(check)
