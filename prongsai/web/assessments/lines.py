"""Scores over years as a line, on a scale of SVG: drawn by templates, without a script and without inline styles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

#: The drawing, in units of SVG: room for letters stands at the edges.
WIDTH, HEIGHT = 320, 120
_LEFT, _RIGHT, _TOP, _BOTTOM = 24, 24, 26, 24


@dataclass(frozen=True, slots=True)
class Point:
    """A score of a year: where it is drawn, and its words."""

    x: str
    y: str
    year: int
    score: str
    label_y: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A piece of line between two years that follow on each other."""

    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Points and the strokes between them; ``beside`` are strokes of what is compared with."""

    points: list[Point]
    strokes: list[Stroke]
    beside: list[Stroke]
    width: int = WIDTH
    height: int = HEIGHT


def chart(years: Sequence[int], scores: Sequence[Decimal | None], beside: Sequence[Decimal | None] = ()) -> Chart:
    """Scores of years; a year without a score breaks the line. The scale ends at 100 and begins below the least."""
    shown = [score for score in (*scores, *beside) if score is not None]
    least = min([*shown, Decimal(90)])
    floor = max(Decimal(0), least - 5)
    places = _places(years)
    return Chart(
        [
            Point(f"{places[year]:.1f}", f"{_y(score, floor):.1f}", year, f"{score:.2f}", f"{_y(score, floor) - 9:.1f}")
            for year, score in zip(years, scores, strict=True)
            if score is not None
        ],
        _strokes(years, scores, places, floor),
        _strokes(years, beside, places, floor) if beside else [],
    )


def _places(years: Sequence[int]) -> dict[int, float]:
    if not years:
        return {}
    span = max(years) - min(years)
    room = WIDTH - _LEFT - _RIGHT
    return {year: _LEFT + (room * (year - min(years)) / span if span else room / 2) for year in years}


def _y(score: Decimal, floor: Decimal) -> float:
    return float(HEIGHT - _BOTTOM - (score - floor) / (100 - floor) * (HEIGHT - _TOP - _BOTTOM))


def _strokes(
    years: Sequence[int], scores: Sequence[Decimal | None], places: dict[int, float], floor: Decimal
) -> list[Stroke]:
    return [
        Stroke(f"{places[a]:.1f}", f"{_y(first, floor):.1f}", f"{places[b]:.1f}", f"{_y(second, floor):.1f}")
        for (a, first), (b, second) in pairwise(zip(years, scores, strict=True))
        if first is not None and second is not None and b - a == 1
    ]
