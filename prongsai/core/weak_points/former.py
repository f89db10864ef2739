"""Measures of former years that dealt with a weak point, found by indicator and by words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.core.measures.content import MeasureContent
from prongsai.core.measures.search import needle
from prongsai.core.weak_points.point import WeakPoint

#: How alike texts must be, 0 to 1, and how many measures are told.
_ALIKE, _MOST = 0.35, 3
#: What the same indicator adds: words alone may meet by chance.
_SAME_INDICATOR = 0.2


@dataclass(frozen=True, slots=True)
class FormerMeasure:
    """A measure of an earlier plan: its id, fiscal year, what it said, and whether it was done."""

    id: int
    year: int
    content: MeasureContent
    done: bool


def former_for(point: WeakPoint, measures: Sequence[FormerMeasure]) -> tuple[FormerMeasure, ...]:
    """At most three that dealt with the same, the most alike first, of those equally alike the newest."""
    rated = [(_alikeness(point, one), one.year, one) for one in measures]
    fitting = sorted((one for one in rated if one[0] >= _ALIKE), key=lambda one: (-one[0], -one[1], one[2].id))
    return tuple(one for _rate, _year, one in fitting[:_MOST])


def _alikeness(point: WeakPoint, measure: FormerMeasure) -> float:
    same = _SAME_INDICATOR if measure.content.indicator == point.indicator else 0.0
    name = needle(point.name)
    title, whole = needle(measure.content.title), needle(" ".join((measure.content.title, *measure.content.steps)))
    if name and name in whole:
        return 1.0 + same
    return _dice(name, title) + same


def _dice(one: str, other: str) -> float:
    """How many pairs of neighbouring letters two texts share, 0 to 1."""
    left, right = _pairs(one), _pairs(other)
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
