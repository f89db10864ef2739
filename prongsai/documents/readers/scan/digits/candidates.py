"""Runs of neighbouring pieces that may be one letter, and what the classifier is told of each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from statistics import median

import cv2
import numpy as np
from numpy.typing import NDArray

from prongsai.documents.readers.scan.digits.pieces import WORKING_HEIGHT, Ink, Piece

Features = NDArray[np.float32]

#: Sides in px of the picture of a glyph, of its coarse twin and of the picture of its surroundings.
GLYPH, COARSE, AROUND = 24, 12, 12
CELL, ORIENTATIONS, SHAPE = 4, 8, 14

#: Length of a candidate's features.
LENGTH = (GLYPH // CELL) ** 2 * ORIENTATIONS + COARSE**2 + AROUND**2 + SHAPE

#: Pieces of one glyph at most, its greatest width, and the gap that a broken glyph may have, in ordinary heights.
MOST_IN_RUN, WIDEST, GAP = 6, 1.7, 0.12


@dataclass(frozen=True, slots=True)
class Candidate:
    """Pieces ``first`` to ``last - 1`` of the line taken as one glyph, with their common box in working px."""

    first: int
    last: int
    left: int
    top: int
    right: int
    bottom: int


def candidates_of(pieces: Sequence[Piece]) -> list[Candidate]:
    """Every run of neighbouring pieces narrow enough for one glyph, in the order of their first piece."""
    return [run for first in range(len(pieces)) for run in _runs_from(pieces, first)]


def _runs_from(pieces: Sequence[Piece], first: int) -> list[Candidate]:
    found: list[Candidate] = []
    for last in range(first + 1, min(first + MOST_IN_RUN, len(pieces)) + 1):
        run = pieces[first:last]
        left, right = min(p.left for p in run), max(p.right for p in run)
        if last > first + 1 and (right - left > WIDEST * WORKING_HEIGHT or _apart(run[-1], run[:-1])):
            break
        found.append(Candidate(first, last, left, min(p.top for p in run), right, max(p.bottom for p in run)))
    return found


def _apart(piece: Piece, before: Sequence[Piece]) -> bool:
    return piece.left - max(other.right for other in before) > GAP * WORKING_HEIGHT


def features_of(ink: Ink, candidates: Sequence[Candidate]) -> Features:
    """A row of ``LENGTH`` numbers for each candidate: its strokes, picture, surroundings, shape and place."""
    padded = np.pad(ink.grey, _PAD)
    lines = _Lines(ink.pieces)
    sums = np.asarray(cv2.integral(ink.grey), np.float64)
    glyphs = np.zeros((len(candidates), GLYPH, GLYPH), np.float32)
    around = np.zeros((len(candidates), AROUND * AROUND), np.float32)
    shapes = np.zeros((len(candidates), SHAPE), np.float32)
    for row, candidate in enumerate(candidates):
        picture = _picture(ink, candidate)
        glyphs[row] = _fitted(picture)
        top, base = lines.at((candidate.left + candidate.right) / 2)
        around[row] = _surroundings(padded, candidate, (top + base) / 2)
        shapes[row] = _shape(ink, sums, candidate, picture, top, base)
    coarse = glyphs.reshape(-1, COARSE, GLYPH // COARSE, COARSE, GLYPH // COARSE).mean(axis=(2, 4))
    return np.concatenate([_strokes(glyphs), coarse.reshape(len(candidates), -1), around, shapes], axis=1)


_PAD = round(1.3 * WORKING_HEIGHT)


_STROKES = (GLYPH // CELL) ** 2 * ORIENTATIONS

#: For every px of a glyph, where the directions of its cell begin.
_CELLS = np.add.outer(np.arange(GLYPH) // CELL * (GLYPH // CELL), np.arange(GLYPH) // CELL) * ORIENTATIONS


class _Lines:
    """Where the letters around a place stand: tops and feet of the marks that are as tall as letters."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        tall = [piece for piece in pieces if piece.bottom - piece.top >= 0.6 * WORKING_HEIGHT] or list(pieces)
        self._x = [(piece.left + piece.right) / 2 for piece in tall]
        starts = range(max(1, len(tall) - 8))
        self._tops = [median(piece.top for piece in tall[start : start + 9]) for start in starts]
        self._feet = [median(piece.bottom for piece in tall[start : start + 9]) for start in starts]

    def at(self, x: float) -> tuple[float, float]:
        """Middle top and middle foot of the nine marks nearest to ``x``, in working px."""
        start = min(max(bisect_left(self._x, x) - 4, 0), len(self._tops) - 1)
        return self._tops[start], self._feet[start]


def _picture(ink: Ink, candidate: Candidate) -> NDArray[np.uint8]:
    """The ink of the candidate alone, 0 paper … 255 ink: what belongs to other marks is paper."""
    run = ink.pieces[candidate.first : candidate.last]
    area = (slice(candidate.top, candidate.bottom), slice(candidate.left, candidate.right))
    labels = ink.labels[area]
    mask = labels == run[0].label
    for label in {piece.label for piece in run[1:]} - {run[0].label}:
        mask |= labels == label
    soft = cv2.dilate(mask.astype(np.uint8), _CROSS)
    return np.asarray(ink.grey[area] * soft, np.uint8)


_CROSS = np.ones((3, 3), np.uint8)


def _fitted(picture: NDArray[np.uint8]) -> NDArray[np.float32]:
    """The picture brought to the middle of a square of ``GLYPH`` px, its longer side 22 px, 0 paper … 1 ink."""
    height, width = picture.shape
    factor = (GLYPH - 2) / max(height, width)
    wide, high = max(1, round(width * factor)), max(1, round(height * factor))
    small = cv2.resize(picture, (wide, high), interpolation=cv2.INTER_AREA if factor < 1 else cv2.INTER_LINEAR)
    square = np.zeros((GLYPH, GLYPH), np.float32)
    top, left = (GLYPH - high) // 2, (GLYPH - wide) // 2
    square[top : top + high, left : left + wide] = small / np.float32(255)
    return square


def _strokes(glyphs: NDArray[np.float32]) -> Features:
    """Histograms of the directions of edges, a cell of 4 x 4 px at a time, each glyph's brought to the same length."""
    across = np.zeros_like(glyphs)
    down = np.zeros_like(glyphs)
    across[:, :, 1:-1] = glyphs[:, :, 2:] - glyphs[:, :, :-2]
    down[:, 1:-1] = glyphs[:, 2:] - glyphs[:, :-2]
    strength = np.hypot(across, down)
    place = (np.arctan2(down, across) / (2 * np.pi) % 1.0) * ORIENTATIONS
    lower = np.floor(place).astype(np.int32) % ORIENTATIONS
    share = place - np.floor(place)
    places = _CELLS + np.arange(len(glyphs), dtype=np.int64)[:, None, None] * _STROKES
    planes = np.bincount((places + lower).ravel(), (strength * (1 - share)).ravel(), len(glyphs) * _STROKES)
    planes += np.bincount((places + (lower + 1) % ORIENTATIONS).ravel(), (strength * share).ravel(), len(planes))
    flat = np.sqrt(planes.reshape(len(glyphs), -1))
    return np.asarray(flat / (np.linalg.norm(flat, axis=1, keepdims=True) + 1e-3) * 6, np.float32)


def _surroundings(padded: NDArray[np.uint8], candidate: Candidate, middle: float) -> NDArray[np.float32]:
    """What stands around the candidate, level with its line: a coarse square of 2.4 ordinary heights."""
    x = round((candidate.left + candidate.right) / 2) + _PAD
    y = int(np.clip(round(middle), 0, padded.shape[0] - 2 * _PAD)) + _PAD
    half = round(1.2 * WORKING_HEIGHT)
    window = padded[y - half : y + half, x - half : x + half]
    small = cv2.resize(window, (AROUND, AROUND), interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.float32).reshape(-1) / np.float32(255)


def _shape(
    ink: Ink, sums: NDArray[np.float64], candidate: Candidate, picture: NDArray[np.uint8], top: float, base: float
) -> list[float]:
    """Size and place in ordinary heights, how full the box is, how it was cut, and what stands above and below it."""
    run = ink.pieces[candidate.first : candidate.last]
    high, wide = (candidate.bottom - candidate.top), (candidate.right - candidate.left)
    reach = round(0.8 * WORKING_HEIGHT)
    above = _mean(sums, candidate, max(0, candidate.top - reach), candidate.top)
    below = _mean(sums, candidate, candidate.bottom, min(len(sums) - 1, candidate.bottom + reach))
    unit = WORKING_HEIGHT
    return [
        high / unit,
        wide / unit,
        _within(log(wide / high), 2),
        _within((candidate.bottom - base) / unit, 2),
        _within((candidate.top - top) / unit, 2),
        _within((candidate.top - base) / unit, 3),
        (base - top) / unit,
        cv2.mean(picture)[0] / 128,
        len(run) / 2.0,
        len({piece.label for piece in run}) - 1.0,
        _cut_thickness(picture[:, :1], run[0].cut_left),
        _cut_thickness(picture[:, -1:], run[-1].cut_right),
        above / 64,
        below / 64,
    ]


def _cut_thickness(column: NDArray[np.uint8], cut: bool) -> float:
    """0 for a side that was not cut, else 0.5 and the ink that the cut went through, in ordinary heights."""
    return 0.5 + float(column.sum()) / 255 / WORKING_HEIGHT * 2 if cut else 0.0


def _within(value: float, limit: float) -> float:
    return max(-limit, min(limit, value))


def _mean(sums: NDArray[np.float64], candidate: Candidate, top: int, bottom: int) -> float:
    """The mean ink between two rows, above or below a candidate, from the sums of all px above and left of each."""
    left, right = candidate.left, candidate.right
    if bottom <= top:
        return 0.0
    total = sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left]
    return float(total) / ((bottom - top) * (right - left))
