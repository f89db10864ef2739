"""The ink of a line, cut into pieces: connected marks, and parts of marks that may be several letters grown together.

Nothing is decided here. A wide mark is cut wherever the ink is thin; which pieces belong together is found later, by
reading every run of neighbours (candidates.py) and taking the likeliest row of them (lattice.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]

#: Height in px to which an ordinary mark of the line is brought, whatever the resolution of the scan.
WORKING_HEIGHT = 22.0

#: A crop is brought to at most this size before anything else, so that a huge picture costs no more than a large one.
LARGEST_HEIGHT, LARGEST_WIDTH = 400, 12_000

#: Grey levels between paper and ink, below which a crop is taken for blank paper with noise.
LEAST_CONTRAST = 40.0

#: Least width in px of what is cut off.
_LEAST = round(0.16 * WORKING_HEIGHT)

#: Marks of one crop; a crop with more is a photograph, a screen of dots or noise, and no line of text.
MOST_PIECES = 1500


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of one connected mark in working px, right and bottom outside. ``cut_*``: that side was cut."""

    label: int
    left: int
    top: int
    right: int
    bottom: int
    cut_left: bool = False
    cut_right: bool = False


@dataclass(frozen=True, slots=True)
class Ink:
    """A line ready to be read. ``grey``: 0 paper … 255 ink; ``labels``: number of the mark at every px, 0 paper;
    ``scale``: working px for each px of the crop that came in."""

    grey: Picture
    labels: NDArray[np.int32]
    pieces: tuple[Piece, ...]
    scale: float


def ink_of(picture: Picture, shift: float = 0.0) -> Ink | None:
    """The ink of a crop of one line (grey, dark on light); None where there is none.

    ``shift`` moves the threshold between paper and ink, in grey levels: training makes thin and fat ink with it.
    """
    if picture.ndim != 2 or min(picture.shape) < 4:
        return None
    first = min(1.0, LARGEST_HEIGHT / picture.shape[0], LARGEST_WIDTH / picture.shape[1])
    small = _resized(picture, first)
    grey = _stretched(small)
    if grey is None:
        return None
    height = _ordinary_height(_marks(grey, shift)[1])
    if height is None:
        return None
    factor = float(np.clip(WORKING_HEIGHT / height, 0.05, 4.0))
    factor = min(factor, LARGEST_WIDTH / small.shape[1])
    grey = _resized(grey, factor)
    labels, stats = _marks(grey, shift)
    pieces = _pieces(grey, labels, stats)
    return Ink(grey, labels, pieces, first * factor) if 0 < len(pieces) <= MOST_PIECES else None


def _resized(picture: Picture, factor: float) -> Picture:
    height, width = (max(4, round(side * factor)) for side in picture.shape)
    how = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(picture, (width, height), interpolation=how), np.uint8)


def _stretched(picture: Picture) -> Picture | None:
    """0 paper … 255 ink, with paper and ink at the ends of the scale; None for blank paper."""
    smooth = cv2.GaussianBlur(picture, (3, 3), 0)
    dark, light = np.percentile(smooth, (0.5, 80))
    if light - dark < LEAST_CONTRAST:
        return None
    return np.asarray(np.clip((light - smooth.astype(np.float32)) * (255 / (light - dark)), 0, 255), np.uint8)


def _marks(grey: Picture, shift: float) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Labels of connected marks, and a row (left, top, width, height, area) for each; row 0 is the paper."""
    level, _ = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    black = (grey > level + shift).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(black, connectivity=8)
    return labels.astype(np.int32), stats.astype(np.int32)


def _ordinary_height(stats: NDArray[np.int32]) -> float | None:
    """Height in px that the middle of the ink has; None where there is no mark that could be a letter."""
    heights, widths, areas = stats[1:, 3], stats[1:, 2], stats[1:, 4]
    letters = ~_frames(stats)[1:] & (areas >= 4) & (heights >= 3) & (widths < 12 * heights) & (heights < 12 * widths)
    if not letters.any():
        return None
    heights, areas = heights[letters], np.minimum(areas[letters], np.median(areas[letters]) * 4)
    order = np.argsort(heights, kind="stable")
    middle = np.searchsorted(np.cumsum(areas[order]), areas.sum() / 2)
    return float(heights[order][min(int(middle), len(order) - 1)])


def _frames(stats: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Which marks are the frame of a cell: hardly any ink in their box, and another mark in the midst of it."""
    lefts, tops, widths, heights, areas = stats.T
    frames = areas < 0.2 * widths * heights
    frames[0] = False
    for one in np.flatnonzero(frames):
        inside = (lefts > lefts[one]) & (tops > tops[one]) & (heights > 0.1 * heights[one])
        inside &= (lefts + widths < lefts[one] + widths[one]) & (tops + heights < tops[one] + heights[one])
        frames[one] = inside.any()
    return np.asarray(frames, np.bool_)


def _pieces(grey: Picture, labels: NDArray[np.int32], stats: NDArray[np.int32]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for label in np.flatnonzero(~_frames(stats))[1:].tolist():
        left, top, width, height, area = (int(value) for value in stats[label])
        rule = width > 9 * WORKING_HEIGHT or height > 4 * WORKING_HEIGHT
        if area >= 8 and not rule:
            found += _cut(grey, labels, label, (left, top, left + width, top + height))
    return tuple(sorted(found, key=lambda piece: (piece.left + piece.right, piece.top)))


def _cut(grey: Picture, labels: NDArray[np.int32], label: int, box: tuple[int, int, int, int]) -> list[Piece]:
    """The mark as it is, or its parts between the columns where its ink is thin."""
    left, top, right, bottom = box
    if right - left <= 0.55 * WORKING_HEIGHT or bottom - top <= 0.35 * WORKING_HEIGHT:
        return [Piece(label, left, top, right, bottom)]
    mask = labels[top:bottom, left:right] == label
    thickness = np.where(mask, grey[top:bottom, left:right], 0).sum(axis=0) / 255
    edges = [0, *_apart([*_thin_columns(thickness), *_waists(mask)]), right - left]
    return [_part(mask, label, box, start, end) for start, end in pairwise(edges)]


def _thin_columns(thickness: NDArray[np.float64]) -> list[int]:
    """Columns (px from the left of the mark) with less ink than their neighbours, the thinnest first."""
    inner = range(_LEAST, len(thickness) - _LEAST)
    thin = [x for x in inner if thickness[x] <= min(thickness[x - 2 : x + 3].min(), 0.5 * WORKING_HEIGHT)]
    return sorted(thin, key=lambda x: (thickness[x], x))


def _waists(mask: NDArray[np.bool_]) -> list[int]:
    """Columns where the mark is less tall than on both sides, the least tall first: two bowls touch there."""
    inked = mask.any(axis=0)
    tall = np.where(inked, mask.shape[0] - mask[::-1].argmax(axis=0) - mask.argmax(axis=0), 0)
    reach = round(0.4 * WORKING_HEIGHT)
    waists = [
        x
        for x in range(_LEAST, len(tall) - _LEAST)
        if tall[x] <= tall[x - 2 : x + 3].min()
        and tall[x] <= 0.75 * min(tall[max(0, x - reach) : x].max(), tall[x + 1 : x + 1 + reach].max())
    ]
    return sorted(waists, key=lambda x: (tall[x], x))


def _apart(columns: list[int]) -> list[int]:
    """The columns in their order on the line, without those too near to one that came first."""
    taken: list[int] = []
    for column in columns:
        if all(abs(column - other) >= _LEAST for other in taken):
            taken.append(column)
    return sorted(taken)


def _part(mask: NDArray[np.bool_], label: int, box: tuple[int, int, int, int], start: int, end: int) -> Piece:
    left, top, right, bottom = box
    rows = np.flatnonzero(mask[:, start:end].any(axis=1))
    first, last = (int(rows[0]), int(rows[-1]) + 1) if rows.size else (0, bottom - top)
    return Piece(label, left + start, top + first, left + end, top + last, start > 0, left + end < right)
