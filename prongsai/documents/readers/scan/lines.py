"""The lines of text in a part of a page, each with its letters and the marks that belong to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from prongsai.documents.readers.scan.ink import Box, Mask, Picture, pieces

#: Marks stand at most this many heights of a letter above and below the letters.
_ABOVE, _BELOW = 1.15, 0.8
#: A gap as wide as so many heights of a letter parts two stretches of a line while lines are looked for.
_REACH = 2.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text. ``box`` holds all of its ink, ``top`` and ``base`` are the edges of its letters without marks.

    ``labels`` are the pieces of ink that are its own, in no order.
    """

    box: Box
    top: int
    base: int
    labels: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Inked:
    """A part of a page: its ink, and the pieces of it."""

    mask: Mask
    labels: NDArray[np.int32]
    stats: NDArray[np.int32]


def inked(mask: Mask) -> Inked:
    """The ink with its pieces."""
    labels, stats = pieces(mask)
    return Inked(mask, labels, stats)


def lines(found: Inked, own: NDArray[np.bool_], letter: int) -> list[Line]:
    """The lines from top to bottom among the pieces ``own``; ``letter`` is the height of letters in pixels.

    Letters (not marks) are smeared sideways into bands; bands at one height are one line; then every piece goes to
    the line that is nearest to it.
    """
    stats = found.stats
    base = own & (stats[:, 3] >= 0.6 * letter) & (stats[:, 3] <= 2.6 * letter) & (stats[:, 2] >= 0.1 * letter)
    if not base.any():
        return []
    bands = _bands(found, base, letter)
    if not bands:
        return []
    owner = np.where(own, _owners(stats, bands, letter), -1)
    made = []
    for at, (top, bottom) in enumerate(bands):
        labels = np.flatnonzero(owner == at)
        if len(labels):
            made.append(Line(around(stats[labels]), top, bottom, tuple(int(one) for one in labels)))
    return made


def _bands(found: Inked, base: NDArray[np.bool_], letter: int) -> list[tuple[int, int]]:
    """Top and bottom of the letters of every line."""
    part = around(found.stats[base])
    letters = np.where(base[part.cut(found.labels)], np.uint8(255), np.uint8(0))
    smeared = cv2.morphologyEx(letters, cv2.MORPH_CLOSE, np.ones((1, max(3, round(_REACH * letter))), np.uint8))
    # What is left of tails and of marks that stick out is thin.
    thin = np.ones((max(3, round(0.3 * letter)), max(3, round(0.5 * letter))), np.uint8)
    _, stats = pieces(np.asarray(cv2.morphologyEx(smeared, cv2.MORPH_OPEN, thin), dtype=np.uint8))
    rows: list[list[NDArray[np.int32]]] = []
    # The heaviest first: a band near a heavier one is marks above or below its letters.
    for one in sorted(stats[1:], key=lambda one: -int(one[4])):
        near = [row for row in rows if abs(_middle([one]) - _middle(row)) < 1.2 * max(letter, int(row[0][3]))]
        if not near:
            rows.append([one])
        elif abs(_middle([one]) - _middle(near[0])) < 0.5 * letter:
            near[0].append(one)
    rows.sort(key=_middle)
    edges = [_edges(letters, row) for row in rows]
    return [(part.top + top, part.top + bottom) for top, bottom in edges]


def _middle(row: Sequence[NDArray[np.int32]]) -> float:
    weights = [float(one[2]) for one in row]
    return float(np.average([one[1] + one[3] / 2 for one in row], weights=weights))


def _edges(letters: Mask, row: Sequence[NDArray[np.int32]]) -> tuple[int, int]:
    """Where the letters of a row begin and end: between the rows of pixels that are half as full as its fullest."""
    top, bottom = min(int(one[1]) for one in row), max(int(one[1] + one[3]) for one in row)
    left, right = min(int(one[0]) for one in row), max(int(one[0] + one[2]) for one in row)
    sums = (letters[top:bottom, left:right] > 0).sum(axis=1).astype(np.float64)
    full = np.flatnonzero(sums >= 0.4 * np.sort(sums)[-3:].min())
    return top + int(full[0]), top + int(full[-1]) + 1


def _owners(stats: NDArray[np.int32], bands: Sequence[tuple[int, int]], letter: int) -> NDArray[np.int64]:
    """The line of every piece; -1 for one that belongs to none: the paper, dirt, drawings."""
    top, height = stats[:, 1].astype(np.float64), stats[:, 3].astype(np.float64)
    middle = top + height / 2
    begins = np.asarray([band[0] for band in bands], dtype=np.float64)[:, None]
    ends = np.asarray([band[1] for band in bands], dtype=np.float64)[:, None]
    far = np.maximum(np.maximum(begins - middle, 0) / _ABOVE, np.maximum(middle - ends, 0) / _BELOW)
    owner = far.argmin(axis=0)
    lost = (far.min(axis=0) > letter) | (height > 3 * letter) | (stats[:, 4] < max(3, letter // 5))
    lost[0] = True
    owner = np.where(lost, -1, owner)
    for at in np.flatnonzero((owner >= 0) & (height < 0.75 * letter)):
        owner[at] = _hangs_on(int(at), stats, owner, begins[:, 0], ends[:, 0], letter)
    return owner


def _hangs_on(
    at: int,
    stats: NDArray[np.int32],
    owner: NDArray[np.int64],
    begins: NDArray[np.float64],
    ends: NDArray[np.float64],
    letter: int,
) -> int:
    """The line of a mark between two lines: that of the piece which it is nearer to, above or below.

    Lines may stand so close that a tone mark on a vowel is nearer to the foot of the line above than to its own line.
    """
    left, top, width, height, _ = stats[at].tolist()
    middle = top + height / 2
    above, below = int((ends <= middle).sum()) - 1, int((begins < middle).sum())
    if above < 0 or below >= len(begins) or above + 1 != below:
        return int(owner[at])
    reach = letter // 5
    beside = (stats[:, 0] <= left + width + reach) & (stats[:, 0] + stats[:, 2] >= left - reach) & (owner >= 0)
    beside[at] = False
    feet = (stats[:, 1] + stats[:, 3])[beside & (owner == above) & (stats[:, 1] < top)]
    heads = stats[:, 1][beside & (stats[:, 1] + stats[:, 3] > top + height) & (stats[:, 1] >= ends[above])]
    up = top - int(feet.max()) if len(feet) else 10 * letter
    down = int(heads.min()) - top - height if len(heads) else 10 * letter
    return above if abs(up) < abs(down) else below if abs(down) < abs(up) else int(owner[at])


def around(stats: NDArray[np.int32]) -> Box:
    """The box around pieces of ink."""
    right, bottom = stats[:, 0] + stats[:, 2], stats[:, 1] + stats[:, 3]
    return Box(int(stats[:, 0].min()), int(stats[:, 1].min()), int(right.max()), int(bottom.max()))


def line_picture(page: Picture, found: Inked, line: Line, margin: int) -> tuple[Picture, Box]:
    """The line alone on white, and where on the page that picture is; other lines and drawings are painted over."""
    box = Box(
        max(0, line.box.left - margin),
        max(0, line.box.top - margin),
        min(page.shape[1], line.box.right + margin),
        min(page.shape[0], line.box.bottom + margin),
    )
    own = np.isin(box.cut(found.labels), np.asarray(line.labels))
    kept = cv2.dilate(own.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    other = (box.cut(found.mask) > 0) & ~own
    return np.where(kept & ~other, box.cut(page), np.uint8(255)), box
