"""The numbers in a line of text: digits that our own reader is sure of, with the signs between and behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from prongsai.documents.readers.scan.digits import FoundDigit, find_digits, read_number
from prongsai.documents.readers.scan.ink import Box, Picture, ink, pieces

_SIGNS = ".,/()-:"


@dataclass(frozen=True, slots=True)
class SeenNumber:
    """A number in the picture of a line: its text, how sure the reader is, and where it stands there."""

    text: str
    confidence: float
    box: Box


def numbers(line: Picture, letter: int) -> list[SeenNumber]:
    """The numbers of a line from left to right; ``letter`` is the height of letters in pixels."""
    found = find_digits(line)
    if not found:
        return []
    _, stats = pieces(ink(line, letter))
    runs = [run for run in _runs(found, letter) if not _is_letter_o(run, stats[1:], letter)]
    signs = _signs(stats[1:], [digit for run in runs for digit in run], letter)
    return [_number(line, group, signs, letter) for group in _with_signs(runs, signs, letter)]


def _runs(found: Sequence[FoundDigit], letter: int) -> list[list[FoundDigit]]:
    """Digits that stand close together."""
    runs: list[list[FoundDigit]] = []
    for digit in sorted(found, key=lambda digit: digit.left):
        if runs and digit.left - runs[-1][-1].right <= 0.35 * letter:
            runs[-1].append(digit)
        else:
            runs.append([digit])
    return runs


def _is_letter_o(run: Sequence[FoundDigit], stats: NDArray[np.int32], letter: int) -> bool:
    """Whether a lone nought stands inside a word: it is the o of ``No`` and ``Policy``."""
    if len(run) != 1 or run[0].char not in "๐0":
        return False
    digit, near = run[0], 0.25 * letter
    left, right, high = stats[:, 0], stats[:, 0] + stats[:, 2], stats[:, 3] >= 0.6 * letter
    before = high & (right <= digit.left + 2) & (right >= digit.left - near)
    behind = high & (left >= digit.right - 2) & (left <= digit.right + near)
    return bool(before.any() or behind.any())


def _signs(stats: NDArray[np.int32], digits: Sequence[FoundDigit], letter: int) -> list[Box]:
    """Pieces of ink that can be a dot, a dash, a slash or a bracket: low, or high and narrow."""
    made = []
    for left, top, width, height, area in stats.tolist():
        middle = left + width / 2
        low = height <= 0.5 * letter and width <= 0.9 * letter
        narrow = height >= 1.05 * letter and width <= 0.65 * letter
        free = not any(digit.left <= middle <= digit.right for digit in digits)
        if area >= 3 and free and (low or narrow):
            made.append(Box(left, top, left + width, top + height))
    return sorted(made, key=lambda box: box.left)


@dataclass(frozen=True, slots=True)
class _Group:
    """Runs of digits with signs between them."""

    runs: tuple[list[FoundDigit], ...]
    box: Box


def _with_signs(runs: Sequence[list[FoundDigit]], signs: Sequence[Box], letter: int) -> list[_Group]:
    groups: list[_Group] = []
    for run in runs:
        box = _box(run)
        if groups and (between := _between(groups[-1].box.right, box.left, signs, letter)):
            last = groups.pop()
            groups.append(_Group((*last.runs, run), _joined([last.box, *between, box])))
        else:
            groups.append(_Group((run,), box))
    return groups


def _between(right: int, left: int, signs: Sequence[Box], letter: int) -> list[Box]:
    """The sign between two runs with nothing but it between them."""
    found = [sign for sign in signs if right - 2 <= sign.left and sign.right <= left + 2]
    return found if len(found) == 1 and left - right <= found[0].width + 0.7 * letter else []


def _number(line: Picture, group: _Group, signs: Sequence[Box], letter: int) -> SeenNumber:
    """The number read as a whole, with the signs around it where that reads the same digits; else digit by digit."""
    digits = [digit for run in group.runs for digit in run]
    near = 0.3 * letter
    behind = [sign for sign in signs if 0 <= sign.left - group.box.right + 2 <= near + 2][:1]
    before = [sign for sign in signs if 0 <= group.box.left - sign.right + 2 <= near + 2 and sign.height > letter][-1:]
    wide = _joined([*before, group.box, *behind])
    for box in (wide, group.box):
        seen = read_number(_crop(line, box))
        if [char for char in seen.text if char not in _SIGNS] == [digit.char for digit in digits]:
            return SeenNumber(seen.text, seen.confidence, box)
    return SeenNumber("".join(digit.char for digit in digits), min(digit.confidence for digit in digits), group.box)


def _crop(line: Picture, box: Box) -> Picture:
    margin = 3
    height, width = line.shape
    inside = Box(
        max(0, box.left - 1), max(0, box.top - margin), min(width, box.right + 1), min(height, box.bottom + margin)
    )
    return np.pad(inside.cut(line), ((0, 0), (margin, margin)), constant_values=255)


def _box(run: Sequence[FoundDigit]) -> Box:
    return _joined([Box(digit.left, digit.top, digit.right, digit.bottom) for digit in run])


def _joined(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
