"""Figures on a scale for the pictures of the country, as SVG writes numbers; each picture has a table twin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.core.country.hundredths import FULL, shown

#: The field of a drawing, in its own units.
WIDTH, HEIGHT = 640, 220
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 12, 16, 30
#: Nearly all totals lie above; those below stand in one bar.
_LOWEST_POINT = 60
_POINTS_A_BAR = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A bar of the histogram: what it counts, its rectangle, and the word below it, if any."""

    label: str
    count: int
    x: str
    y: str
    width: str
    height: str
    middle: str
    mark: str


def histogram(counts: Sequence[int]) -> list[Column]:
    """Counts by whole points (0 to 99) as bars of two points; those under 60 as one."""
    low = sum(counts[:_LOWEST_POINT])
    steps = range(_LOWEST_POINT, len(counts), _POINTS_A_BAR)
    bars = [(f"0–{_LOWEST_POINT}", low, f"<{_LOWEST_POINT}")] + [
        (f"{at}–{at + _POINTS_A_BAR}", sum(counts[at : at + _POINTS_A_BAR]), str(at) if at % 10 == 0 else "")
        for at in steps
    ]
    bars[1] = (*bars[1][:2], "")  # the bar beside it says the same
    most = max((count for _label, count, _mark in bars), default=0) or 1
    slot = (WIDTH - _LEFT - _RIGHT) / len(bars)
    high = HEIGHT - _TOP - _BOTTOM
    return [
        Column(
            label,
            count,
            x=f"{_LEFT + at * slot + 1:.1f}",
            y=f"{_TOP + high * (1 - count / most):.1f}",
            width=f"{slot - 2:.1f}",
            height=f"{high * count / most:.1f}",
            middle=f"{_LEFT + (at + 0.5) * slot:.1f}",
            mark=mark,
        )
        for at, (label, count, mark) in enumerate(bars)
    ]


@dataclass(frozen=True, slots=True)
class Spots:
    """Scores as spots on one scale, from ``low`` points to 100; ``places`` are x of 0 to 98, empty without a score.

    A bar has to begin at nothing, and means of 93 and 94 would look the same: a spot may begin anywhere.
    """

    low: int
    places: tuple[str, ...]


def spots(values: Sequence[int | None]) -> Spots:
    """The spots of scores in hundredths; the scale begins at the ten points below the lowest."""
    low = min((one for one in values if one is not None), default=0) // 1000 * 1000
    low = min(low, FULL - 1000)
    places = ("" if one is None else f"{98 * (one - low) / (FULL - low):.1f}" for one in values)
    return Spots(low // 100, tuple(places))


@dataclass(frozen=True, slots=True)
class Point:
    """A value of a year: where it stands, and the words above it."""

    x: str
    y: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of values over the years; ``path`` joins them, with gaps where a year has none."""

    kind: str
    label: str
    path: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """Lines over the years, on one scale. ``years`` and ``grid`` are (place, words)."""

    lines: tuple[Line, ...]
    years: tuple[tuple[str, str], ...]
    grid: tuple[tuple[str, str], ...]


def trend(years: Sequence[int], lines: Sequence[tuple[str, str, Sequence[int | None]]]) -> Trend:
    """Lines of (kind, label, value of each year in hundredths) as a drawing."""
    values = [one for _kind, _label, row in lines for one in row if one is not None]
    low = max(0, min(values, default=0) // 1000 * 1000 - 500)
    slot = (WIDTH - _LEFT - _RIGHT) / max(len(years), 1)
    xs = [_LEFT + (at + 0.5) * slot for at in range(len(years))]

    def y(value: int) -> float:
        return _TOP + (HEIGHT - _TOP - _BOTTOM) * (FULL - value) / (FULL - low or 1)

    drawn = []
    for kind, label, row in lines:
        points = [
            Point(f"{x:.1f}", f"{y(one):.1f}", shown(one)) for x, one in zip(xs, row, strict=True) if one is not None
        ]
        drawn.append(Line(kind, label, _path(xs, [None if one is None else y(one) for one in row]), tuple(points)))
    step = 1000 if FULL - low > 3000 else 500
    first = -(-low // step) * step
    grid = tuple((f"{y(at):.1f}", str(at // 100)) for at in range(first, FULL + 1, step))
    return Trend(tuple(drawn), tuple((f"{x:.1f}", str(year)) for x, year in zip(xs, years, strict=True)), grid)


def _path(xs: Sequence[float], ys: Sequence[float | None]) -> str:
    parts, pen_down = [], False
    for x, y in zip(xs, ys, strict=True):
        if y is not None:
            parts.append(f"{'L' if pen_down else 'M'}{x:.1f} {y:.1f}")
        pen_down = y is not None
    return " ".join(parts)
