"""Indicators of which the report says nothing."""

from __future__ import annotations

from prongsai.core.review.checks import coverage as check
from tests.core.review.papers import item, look, measure


def test_it_tells_which_indicators_are_missing() -> None:
    found = look(check, *(measure(indicator=at) for at in (1, 2, 3, 4)))
    assert len(found) == 1
    assert "๑๐ การป้องกันการทุจริต" in found[0].quote


def test_it_passes_all_ten_and_items_in_place_of_nine_and_ten() -> None:
    assert not look(check, *(measure(indicator=at) for at in range(1, 11)))
    assert not look(check, *(measure(indicator=at) for at in range(1, 9)), item("O1"), item("O43"))


def test_it_passes_a_paper_that_is_not_by_indicators() -> None:
    assert not look(check, measure(), measure(indicator=1))
