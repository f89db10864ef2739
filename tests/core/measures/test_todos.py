"""A plan says what is still to be looked at."""

from __future__ import annotations

from prongsai.core.measures.content import MeasureContent
from prongsai.core.measures.todos import Todo, todos_of


def test_it_names_all_that_is_missing() -> None:
    bare = MeasureContent(title="แผน ๒๕๖๘")
    assert todos_of(bare, has_division=False, has_dates=False, came_from=2568) == tuple(Todo)


def test_a_complete_measure_has_nothing_to_do() -> None:
    whole = MeasureContent(title="แผน ๒๕๖๘", indicator=4)
    assert todos_of(whole, has_division=True, has_dates=True) == ()
