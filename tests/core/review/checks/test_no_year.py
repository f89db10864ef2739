"""The paper does not say of which fiscal year it is."""

from __future__ import annotations

from prongsai.core.review.checks import no_year as check
from tests.core.review.papers import look, measure


def test_it_finds_a_paper_without_a_year() -> None:
    assert [one.path for one in look(check, measure(), fiscal_year=None)] == ["fiscal_year"]


def test_it_passes_a_year_and_an_empty_paper() -> None:
    assert not look(check, measure())
    assert not look(check, fiscal_year=None)
