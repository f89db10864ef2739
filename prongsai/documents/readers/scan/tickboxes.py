"""Boxes to tick, by their look: four straight sides about as high as a letter, empty or with ink inside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from prongsai.documents.readers.scan.ink import Box
from prongsai.documents.readers.scan.lines import Inked

#: So much of the inside is ink where somebody has ticked; dirt and noise leave less.
_TICKED = 0.10


@dataclass(frozen=True, slots=True)
class TickBox:
    """A box: the piece of ink that it is, where it stands, and whether it is ticked."""

    label: int
    box: Box
    ticked: bool


def tick_boxes(found: Inked, letter: int) -> list[TickBox]:
    """The boxes among the pieces of ink; ``letter`` is the height of letters in pixels."""
    return list(_boxes(found, letter))


def _boxes(found: Inked, letter: int) -> Iterator[TickBox]:
    for label, (left, top, width, height, _) in enumerate(found.stats.tolist()):
        if label and 0.6 * letter <= min(width, height) and max(width, height) <= 2.6 * letter:
            own = found.labels[top : top + height, left : left + width] == label
            square = _square(own, letter)
            if square is None:
                continue
            place = Box(left + square.left, top + square.top, left + square.right, top + square.bottom)
            yield TickBox(label, place, _is_ticked(found, place))


def _square(own: NDArray[np.bool_], letter: int) -> Box | None:
    """The four sides within a piece, which may have a tick that reaches out of them."""
    least = 0.55 * letter
    rows, columns = _sides(own, least), _sides(own.T, least)
    if rows is None or columns is None:
        return None
    box = Box(columns[0], rows[0], columns[1] + 1, rows[1] + 1)
    if not (0.85 <= box.width / box.height <= 1.18 and 0.85 * letter <= box.height <= 1.9 * letter):
        return None
    inside = box.cut(own)
    # Round letters have ink on all four sides too, but little of it is straight; corners lose a little on paper.
    edge = max(2, round(box.height * 0.16))
    sides = (inside[:edge], inside[-edge:], inside.T[:edge], inside.T[-edge:])
    whole = all(_longest(np.asarray(side.any(axis=0))) >= 0.95 * side.shape[1] for side in sides)
    straight = all(max(map(_longest, side)) >= 0.62 * side.shape[1] for side in sides)
    corners = (inside[:4, :4], inside[:4, -4:], inside[-4:, :4], inside[-4:, -4:])
    return box if whole and straight and all(corner.mean() >= 0.3 for corner in corners) else None


def _sides(own: NDArray[np.bool_], least: float) -> tuple[int, int] | None:
    """The first and the last row that has an unbroken run of ink as long as a side."""
    rows = [at for at, row in enumerate(own) if _longest(row) >= least]
    return (rows[0], rows[-1]) if rows and rows[-1] - rows[0] >= 0.8 * least else None


def _longest(row: NDArray[np.bool_]) -> int:
    """The length of the longest run of ink in a row."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], row.astype(np.int8), [0]))))
    return int((edges[1::2] - edges[::2]).max()) if len(edges) else 0


def _is_ticked(found: Inked, box: Box) -> bool:
    inset = max(3, round(box.height * 0.24))
    inner = Box(box.left + inset, box.top + inset, box.right - inset, box.bottom - inset)
    return bool((inner.cut(found.mask) > 0).mean() >= _TICKED) if inner.width > 0 and inner.height > 0 else False


def is_tick(own: NDArray[np.bool_]) -> bool:
    """Whether one piece of ink is a tick: down a little, then up to the right and higher than it began."""
    height, width = own.shape
    columns = np.flatnonzero(own.any(axis=0))
    if width < 5 or height < 5 or len(columns) < width or own.mean() > 0.5:
        return False
    middle = np.array([np.flatnonzero(own[:, at]).mean() for at in range(width)])
    lowest = int(middle.argmax())
    if not 0.08 * width <= lowest <= 0.65 * width:
        return False
    fall, rise = middle[lowest] - middle[: lowest + 1].min(), middle[lowest] - middle[lowest:].min()
    steps = np.diff(middle[lowest:])
    return bool(rise >= 0.6 * height and 0.12 * height <= fall <= 0.8 * rise and (steps <= 1).mean() > 0.9)
