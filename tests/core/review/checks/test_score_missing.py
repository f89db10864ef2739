"""Scores of some indicators only."""

from __future__ import annotations

from prongsai.core.reports.reading import Scores
from prongsai.core.review.checks import score_missing as check
from tests.core.review.papers import look


def test_it_names_the_indicators_without_a_score() -> None:
    found = look(check, scores=Scores({str(at): 90.0 for at in range(1, 10)}))
    assert [one.quote for one in found] == ["10"]


def test_it_passes_all_ten_and_a_total_alone() -> None:
    assert not look(check, scores=Scores({str(at): 90.0 for at in range(1, 11)}))
    assert not look(check, scores=Scores({}, 90.0))
