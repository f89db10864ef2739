"""Measures of former years that dealt with a weak point, found by indicator and by words."""

from __future__ import annotations

from collections.abc import Iterable
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


class FormerMeasures:
    """Measures of earlier plans, made ready to be compared with many weak points."""

    def __init__(self, measures: Iterable[FormerMeasure]) -> None:
        self._ready = [_Ready.of(one) for one in measures]

    def alike(self, point: WeakPoint) -> tuple[FormerMeasure, ...]:
        """At most three that dealt with the same, the most alike first, of those equally alike the newest."""
        name = needle(point.name)
        runs = _runs(name)
        rated = [(_alikeness(name, runs, point.indicator, one), one.measure) for one in self._ready]
        fitting = sorted((one for one in rated if one[0] >= _ALIKE), key=lambda one: (-one[0], -one[1].year, one[1].id))
        return tuple(measure for _rate, measure in fitting[:_MOST])


@dataclass(frozen=True, slots=True)
class _Ready:
    """A measure with its text as it is searched, and the runs of three letters of its title."""

    measure: FormerMeasure
    text: str
    runs: frozenset[str]

    @classmethod
    def of(cls, measure: FormerMeasure) -> _Ready:
        content = measure.content
        return cls(measure, needle(" ".join((content.title, *content.steps))), _runs(needle(content.title)))


def _alikeness(name: str, runs: frozenset[str], indicator: int, other: _Ready) -> float:
    same = _SAME_INDICATOR if other.measure.content.indicator == indicator else 0.0
    if name and name in other.text:
        return 1.0 + same
    return _dice(runs, other.runs) + same


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    """How many runs of three letters two texts share, 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _runs(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 3] for at in range(len(text) - 2))
