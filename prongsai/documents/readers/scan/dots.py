"""Full stops and dashes by their look: tesseract takes the dots of ``ก.ย.`` for the vowel ``ุ``, dashes for ``=``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from prongsai.documents.readers.scan.ink import Box
from prongsai.documents.readers.scan.lines import Inked, Line

#: What tesseract makes of a dot, and of a dash.
_TAKEN_FOR = {".": ".,ฺุู", "-": "-=~+–—_:"}
_OFTEN_WRONG = frozenset("".join(_TAKEN_FOR.values()))
_BELOW = "ฺุู"
#: How sure a dot or a dash is that tesseract did not see.
_INSERTED = 0.9


@dataclass(frozen=True, slots=True)
class Sign:
    """A piece of text as it comes out of one of the readers, and where it is on the page, from left to right.

    ``exact``: it stands just there, not about there. ``spaced``: the reader has a space before it.
    """

    text: str
    confidence: float
    box: Box
    exact: bool = True
    spaced: bool = False


def dots_of(found: Inked, line: Line, letter: int) -> list[Box]:
    """The full stops of a line: small and round, on the line, close behind a letter, nothing like them above."""
    stats = found.stats[np.asarray(line.labels)]
    top, width, height = (stats[:, at] for at in (1, 2, 3))
    small = (height <= 0.36 * letter) & (width <= 0.36 * letter) & (width >= 2) & (height >= 2)
    level = abs(top + height - line.base) <= 0.18 * letter
    letters = stats[height >= 0.6 * letter]
    return [
        Box(int(x), int(y), int(x + wide), int(y + high))
        for x, y, wide, high, _ in stats[small & level]
        if _is_behind_letter(int(x), letters, letter) and not _is_colon(int(x + wide / 2), stats[small], line, letter)
    ]


def _is_behind_letter(x: int, letters: NDArray[np.int32], letter: int) -> bool:
    ends = letters[:, 0] + letters[:, 2]
    return bool(((ends <= x + 2) & (ends >= x - 0.5 * letter)).any())


def _is_colon(x: int, small: NDArray[np.int32], line: Line, letter: int) -> bool:
    middle = small[:, 0] + small[:, 2] / 2
    above = small[:, 1] + small[:, 3] < line.base - 0.3 * letter
    return bool((above & (small[:, 1] >= line.top - 2) & (abs(middle - x) <= 2)).any())


def dashes_of(found: Inked, line: Line, letter: int) -> list[Box]:
    """The dashes of a line: low, wide, at the middle of its letters, with nothing above or below."""
    stats = found.stats[np.asarray(line.labels)]
    return [
        Box(x, y, x + wide, y + high)
        for x, y, wide, high, _ in stats.tolist()
        if is_dash(Box(x, y, x + wide, y + high), line, letter) and _is_free(x, x + wide, stats)
    ]


def is_dash(box: Box, line: Line, letter: int) -> bool:
    """Whether a piece of ink looks like a dash of that line."""
    level = line.top + 0.25 * letter < box.middle[1] < line.base - 0.15 * letter
    return level and box.height <= 0.36 * letter and max(1.6 * box.height, 0.25 * letter) <= box.width < 1.6 * letter


def _is_free(left: int, right: int, stats: NDArray[np.int32]) -> bool:
    return int(((stats[:, 0] < right) & (stats[:, 0] + stats[:, 2] > left)).sum()) == 1


def with_marks(signs: Sequence[Sign], found: Inked, line: Line, letter: int) -> list[Sign]:
    """The signs with each dot and dash at its place; what tesseract had in their stead goes."""
    made = [one for sign in signs for one in _single(sign)]
    for box in dots_of(found, line, letter):
        _put(made, ".", box, letter)
    for box in dashes_of(found, line, letter):
        _put(made, "-" if box.width < 0.7 * letter else "–", box, letter)
    return [sign for at, sign in enumerate(made) if not _is_ghost(at, made, found, line, letter)]


def _put(signs: list[Sign], text: str, box: Box, letter: int) -> None:
    """Put a mark into the signs, in place of what stands there or between two of them."""
    x = box.middle[0]
    if any(sign.exact and sign.box.left - 2 <= x <= sign.box.right + 2 for sign in signs):
        return
    taken_for = _TAKEN_FOR["." if text == "." else "-"]
    near = {
        at: abs(sign.box.middle[0] - x) + (0.0 if sign.text == text else 0.3 * letter)
        for at, sign in enumerate(signs)
        if sign.text in taken_for and not sign.exact and abs(sign.box.middle[0] - x) <= 0.9 * letter
    }
    if near:
        best = min(near, key=lambda at: near[at])
        signs[best] = replace(signs[best], text=text, box=box, exact=True)
    else:
        signs.insert(sum(sign.box.middle[0] < x for sign in signs), Sign(text, _INSERTED, box))


def _is_ghost(at: int, signs: Sequence[Sign], found: Inked, line: Line, letter: int) -> bool:
    """Whether beside a dot a vowel below the letters is said to stand where there is no ink, or a dash twice."""
    if signs[at].exact:
        return False
    beside = [signs[other] for other in (at - 1, at + 1) if 0 <= other < len(signs)]
    exact = {sign.text for sign in beside if sign.exact}
    if signs[at].text in _BELOW:
        return "." in exact and not _has_foot(signs[at], found, line, letter)
    return signs[at].text in _TAKEN_FOR["-"] and bool(exact & {"-", "–"})


def _single(sign: Sign) -> list[Sign]:
    """The letters of a sign one by one where a dot may be among them, each with its share of the width."""
    count = len(sign.text)
    if sign.exact or count < 2 or not _OFTEN_WRONG & set(sign.text):
        return [sign]
    edges = np.linspace(sign.box.left, sign.box.right, count + 1).round().astype(int).tolist()
    boxes = [Box(left, sign.box.top, right, sign.box.bottom) for left, right in pairwise(edges)]
    return [
        Sign(char, sign.confidence, box, spaced=sign.spaced and not at, exact=False)
        for at, (char, box) in enumerate(zip(sign.text, boxes, strict=True))
    ]


def _has_foot(sign: Sign, found: Inked, line: Line, letter: int) -> bool:
    """Whether there is ink below the letters where a vowel below them is said to be."""
    stats = found.stats[np.asarray(line.labels)]
    low = stats[:, 1] + stats[:, 3] > line.base + 0.22 * letter
    beside = (stats[:, 0] <= sign.box.right + 0.3 * letter) & (
        stats[:, 0] + stats[:, 2] >= sign.box.left - 0.3 * letter
    )
    return bool((low & beside).any())
