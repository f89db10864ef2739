"""The line of a measure's year in the units of its picture."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language

from prongsai.core.measures.timeline import Timeline
from prongsai.core.thai.months import SHORT

#: The picture is so wide; a month has a twelfth of it.
WIDTH = 360
_ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Drawing:
    """Places from the left as text of numbers, ready for SVG; ``bar`` is (from, width)."""

    months: tuple[tuple[str, str], ...]
    bar: tuple[str, str] | None
    marks: tuple[str, ...]
    today: str | None


def drawn(line: Timeline) -> Drawing:
    """The line in picture units, months in the reader's language."""
    names = _ENGLISH if (get_language() or "th").startswith("en") else SHORT
    bar = None
    if line.period is not None:
        start, end = line.period
        bar = (_at(start), _at(max(end - start, 0.004)))  # a single day can still be seen
    return Drawing(
        months=tuple((names[month.month - 1], _at(place)) for month, place in line.months),
        bar=bar,
        marks=tuple(_at(place) for place in line.marks),
        today=None if line.today is None else _at(line.today),
    )


def _at(place: float) -> str:
    return f"{place * WIDTH:.1f}"
