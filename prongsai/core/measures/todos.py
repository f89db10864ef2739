"""What a measure of a plan still lacks: gentle reminders, none of which keeps a plan from being approved."""

from __future__ import annotations

from enum import StrEnum

from prongsai.core.measures.carry import names_year
from prongsai.core.measures.content import MeasureContent


class Todo(StrEnum):
    """One thing that somebody should look at."""

    NO_DIVISION = "no_division"  # nobody's list of work will show it
    NO_DATES = "no_dates"  # it cannot be late, and has no place in the year
    NO_INDICATOR = "no_indicator"
    OLD_YEAR = "old_year"  # it was carried over and still names the year that it came from


def todos_of(
    content: MeasureContent, *, has_division: bool, has_dates: bool, came_from: int | None = None
) -> tuple[Todo, ...]:
    """What to look at in a measure; ``came_from`` is the fiscal year that it was carried over from."""
    found = {
        Todo.NO_DIVISION: not has_division,
        Todo.NO_DATES: not has_dates,
        Todo.NO_INDICATOR: content.indicator is None,
        Todo.OLD_YEAR: came_from is not None and names_year(content, came_from),
    }
    return tuple(todo for todo, is_so in found.items() if is_so)
