"""A picture as the scanner gave it → the page as it is kept and shown: upright, straight, its paper white."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from prongsai.documents.readers.scan.ink import Mask, Picture, even, ink, letter_height, pieces
from prongsai.documents.readers.scan.lines import inked, lines

#: Pages lie this much askew at most, in degrees; what is found is right to a twentieth of one.
MOST_ASKEW = 5.0
_FINE = 0.05
_POINTS = 120_000
_MOST_PIXELS = 16_000_000


def clean(picture: Picture) -> Picture:
    """The page upright and straight on white paper. Places in what is read refer to this picture."""
    return straight(_upright(even(_small(picture))))


def _small(picture: Picture) -> Picture:
    """The picture with no more pixels than reading needs: an A4 page of 300 dots an inch has 9 million."""
    scale = (_MOST_PIXELS / picture.size) ** 0.5 if picture.size else 1.0
    if scale >= 1:
        return picture
    return np.asarray(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def straight(page: Picture) -> Picture:
    """The page turned so that its lines are level."""
    angle, _ = askew(_letters(ink(page)))
    return page if abs(angle) < _FINE else _turned(page, angle)


def askew(letters: Mask) -> tuple[float, float]:
    """By how many degrees the lines of text rise to the right, and how clearly lines are seen at that angle.

    The rows of a page that is straight are either full of ink or empty: the angle is that at which the sums along
    the rows differ most.
    """
    points = np.argwhere(letters)
    if len(points) < 200:
        return 0.0, 0.0
    if len(points) > _POINTS:
        points = points[np.random.default_rng(0).choice(len(points), _POINTS, replace=False)]
    y, x = points[:, 0].astype(np.float64), points[:, 1].astype(np.float64)
    coarse = max(np.arange(-MOST_ASKEW, MOST_ASKEW + 0.1, 0.2), key=lambda angle: _contrast(x, y, angle))
    best = max(np.arange(coarse - 0.25, coarse + 0.26, _FINE), key=lambda angle: _contrast(x, y, angle))
    return float(best), _contrast(x, y, best)


def _contrast(x: NDArray[np.float64], y: NDArray[np.float64], angle: float) -> float:
    turn = np.deg2rad(angle)
    rows = np.round(y * np.cos(turn) + x * np.sin(turn)).astype(np.int64)
    sums = np.bincount(rows - rows.min()).astype(np.float64)
    return float((np.diff(sums) ** 2).sum() / len(x))


def _letters(mask: Mask) -> Mask:
    """The ink without rules, drawings and dark edges, which say little about lines of text."""
    labels, stats = pieces(mask)
    most = max(mask.shape) // 25
    small = (stats[:, 2] <= most) & (stats[:, 3] <= most) & (stats[:, 4] >= 4)
    small[0] = False
    return mask if small.sum() < 30 else np.where(small[labels], np.uint8(255), np.uint8(0))


def _turned(page: Picture, angle: float) -> Picture:
    """The page turned clockwise by ``angle`` degrees, larger by what its corners need."""
    height, width = page.shape
    turn = abs(np.deg2rad(angle))
    wide, high = (
        round(width * np.cos(turn) + height * np.sin(turn)),
        round(height * np.cos(turn) + width * np.sin(turn)),
    )
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -angle, 1)
    matrix[:, 2] += ((wide - width) / 2, (high - height) / 2)
    return np.asarray(
        cv2.warpAffine(
            page, matrix, (wide, high), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=(255,)
        ),
        dtype=np.uint8,
    )


def _upright(page: Picture) -> Picture:
    """The page turned by 90, 180 or 270 degrees so that its text can be read."""
    letters = _letters(ink(page))
    _, across = askew(letters)
    _, down = askew(np.ascontiguousarray(np.rot90(letters)))
    if down > 1.3 * across:
        page = np.ascontiguousarray(np.rot90(page))
    return np.ascontiguousarray(np.rot90(page, 2)) if _is_upside_down(page) else page


def _is_upside_down(page: Picture) -> bool:
    """Whether more small pieces hang below the lines of text than stand above: Thai has its marks mostly above."""
    mask = _letters(ink(straight(page)))
    found = inked(mask)
    letter = letter_height(found.stats)
    if letter is None:
        return False
    own = np.ones(len(found.stats), dtype=bool)
    own[0] = False
    above = below = 0
    for line in lines(found, own, letter):
        stats = found.stats[np.asarray(line.labels)]
        small = stats[(stats[:, 3] < 0.6 * letter) & (stats[:, 3] >= 0.12 * letter) & (stats[:, 2] > 0.2 * letter)]
        middle = small[:, 1] + small[:, 3] / 2
        above += int((middle < line.top).sum())
        below += int((middle > line.base).sum())
    return below > 10 and below > 1.5 * above
