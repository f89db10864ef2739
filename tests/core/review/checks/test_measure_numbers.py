"""Numbers of measures that skip, repeat or go back."""

from __future__ import annotations

from prongsai.core.review.checks import measure_numbers as check
from tests.core.review.papers import look, measure


def test_it_finds_a_number_that_is_left_out() -> None:
    found = look(check, measure(number=1), measure(number=2), measure(number=4), measure(number=5))
    assert [one.path for one in found] == ["measures[2].number"]


def test_it_passes_a_count_a_second_count_and_no_numbers() -> None:
    assert not look(check, *(measure(number=at) for at in (1, 2, 3, 1, 2)))
    assert not look(check, measure(), measure())
    assert not look(check, measure(number=7), measure(number=9))
