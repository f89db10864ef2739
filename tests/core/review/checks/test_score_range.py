"""A score that is none: below 0 or above 100."""

from __future__ import annotations

from prongsai.core.reports.reading import Scores
from prongsai.core.review.checks import score_range as check
from tests.core.review.papers import look


def test_it_finds_a_score_without_its_point() -> None:
    assert [one.path for one in look(check, scores=Scores({"1": 9789.0, "2": 97.0}, -1.0))] == [
        "scores.indicators.1",
        "scores.total",
    ]


def test_it_passes_both_ends() -> None:
    assert not look(check, scores=Scores({"1": 0.0, "2": 100.0}, 100.0))
