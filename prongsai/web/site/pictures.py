"""Bars, as figures on a scale: what the templates draw with SVG, without a script and without inline styles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

#: The width of a whole bar in the units of its drawing.
SCALE = 100


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a bar: where it begins and how wide it is, on the scale, as SVG writes numbers."""

    kind: str
    x: str
    width: str
    label: str
    value: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A named bar: its drawn parts, the counts of all kinds in their order, and their sum."""

    name: str
    pieces: tuple[Piece, ...]
    counts: tuple[float, ...]
    total: float


def bars(
    rows: Iterable[tuple[str, Sequence[float]]], kinds: Sequence[tuple[str, str]], most: float | None = None
) -> list[Bar]:
    """Bars on one scale: ``most`` fills it, by default the longest bar. ``kinds`` are (class, word)."""
    given = [(str(name), tuple(counts)) for name, counts in rows]
    full = most or max((sum(counts) for _name, counts in given), default=0) or 1
    return [Bar(name, _pieces(counts, kinds, full), counts, sum(counts)) for name, counts in given]


def _pieces(counts: Sequence[float], kinds: Sequence[tuple[str, str]], full: float) -> tuple[Piece, ...]:
    pieces, x = [], 0.0
    for count, (kind, label) in zip(counts, kinds, strict=True):
        width = min(count * SCALE / full, SCALE - x)
        if width > 0:
            pieces.append(Piece(kind, f"{x:.2f}", f"{width:.2f}", label, count))
        x += width
    return tuple(pieces)
