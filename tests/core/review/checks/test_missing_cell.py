"""A measure lacks what the others have: title, steps, who is responsible, period."""

from __future__ import annotations

from typing import Any

import pytest

from prongsai.core.review.checks import missing_cell as check
from tests.core.review.papers import look, measure


@pytest.mark.parametrize(("name", "empty"), [("title", None), ("procedure", ()), ("responsible", ()), ("period", None)])
def test_it_finds_what_a_measure_lacks(name: str, empty: Any) -> None:
    assert [one.path for one in look(check, measure(), measure(**{name: empty}))] == [f"measures[1].{name}"]


def test_it_tells_once_of_a_column_that_is_not_there() -> None:
    found = look(check, measure(period=None), measure(period=None))
    assert [(one.path, one.quote) for one in found] == [(None, "ระยะเวลา")]


def test_it_passes_a_whole_measure_and_a_paper_without_any() -> None:
    assert not look(check, measure())
    assert not look(check)
