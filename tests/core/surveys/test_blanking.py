"""Rows of a file keep their choices only where at least five rows look the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from random import Random

import pytest

from prongsai.core.surveys.anonymity import LEAST
from prongsai.core.surveys.blanking import kept


def shown(rows: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    return [row[:many] for row, many in zip(rows, kept(rows), strict=True)]


def test_what_five_share_is_kept() -> None:
    assert kept([(1, 2)] * 5) == [2] * 5


def test_a_small_group_loses_its_choice() -> None:
    rows = [(1,)] * 7 + [(2,)] * 6 + [(3,)] * 5 + [(4,)] * 2 + [(5,)] * 3
    assert shown(rows) == [(1,)] * 7 + [(2,)] * 6 + [(3,)] * 5 + [()] * 5


def test_those_who_lose_theirs_are_not_few_either() -> None:
    rows = [(1,)] * 9 + [(2,)] * 6 + [(3,)] * 2
    assert shown(rows) == [(1,)] * 9 + [()] * 8, "two without a choice would be known by it"


def test_the_second_choice_is_judged_among_those_of_the_first() -> None:
    rows = [(1, 1)] * 5 + [(1, 2)] * 5 + [(2, 1)] * 5 + [(2, 2)] * 4
    assert shown(rows) == [(1, 1)] * 5 + [(1, 2)] * 5 + [(2,)] * 9


@pytest.mark.parametrize("seed", range(20))
def test_no_row_ever_stands_with_fewer_than_five(seed: int) -> None:
    chance = Random(seed)  # noqa: S311  # made-up rows, the same in every run
    rows = [
        (chance.randint(1, 3), chance.choice([1, 1, 2]), chance.randint(1, 4)) for _ in range(chance.randint(5, 90))
    ]
    assert min(Counter(shown(rows)).values()) >= LEAST
