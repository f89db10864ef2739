"""Examples to learn from: candidates of drawn lines, cut and measured by the reader itself, with what they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from prongsai.documents.readers.scan.digits.candidates import Candidate, candidates_of, features_of
from prongsai.documents.readers.scan.digits.model import ARABIC, BROKEN, SIGNS, THAI
from prongsai.documents.readers.scan.digits.pieces import WORKING_HEIGHT, ink_of
from tools.digit_training import words
from tools.digit_training.fonts import FAMILIES, Family
from tools.digit_training.lines import Drawn, Letter, draw
from tools.digit_training.scans import Picture, scanned

_LETTERS = "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮะาเแโใไๅฯๆ"
_LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
CLASSES = (*THAI, *ARABIC, *SIGNS, *_LETTERS, *_LATIN, *words.OTHER_SIGNS, BROKEN)

#: How far (in ordinary heights) a candidate may lie from a letter to be it; beyond the second, it is not.
_SAME, _OTHER = 0.15, 0.26

#: The share of broken candidates that is kept, of which there are far more than of letters.
_KEPT = 0.3


@dataclass(frozen=True, slots=True)
class Scan:
    """A made-up scan of one line: its picture, its text, its letters in px, and the fold of its font."""

    picture: Picture
    text: str
    letters: tuple[Letter, ...]
    fold: int


@dataclass(frozen=True, slots=True)
class Examples:
    """A row of features, a class (a place in ``CLASSES``) and the fold of the font for each candidate."""

    features: NDArray[np.float16]
    classes: NDArray[np.int16]
    folds: NDArray[np.int8]


_NONE = Examples(np.zeros((0, 0), np.float16), np.zeros(0, np.int16), np.zeros(0, np.int8))


def scan(seed: int, alone: bool) -> Scan:
    """A scan of a number alone, cropped as the page reader crops it, or of a line of mixed text."""
    chance = np.random.default_rng(seed)
    family = _family(chance)
    text = words.number(chance) if alone else words.line(chance, int(chance.integers(3, 10)))
    drawn = draw(text, family, float(np.exp(chance.uniform(np.log(20), np.log(62)))), chance)
    drawn = _cropped(drawn, chance) if drawn.letters else drawn
    return Scan(scanned(drawn.ink, chance), text, drawn.letters, family.fold)


def fold_of(seed: int) -> int:
    """The fold of the font in which the scan of this seed is drawn."""
    return _family(np.random.default_rng(seed)).fold


def _family(chance: words.Chance) -> Family:
    shares = np.array([family.share for family in FAMILIES])
    return FAMILIES[int(chance.choice(len(FAMILIES), p=shares / shares.sum()))]


def _cropped(drawn: Drawn, chance: words.Chance) -> Drawn:
    """The line with a margin of a few px."""
    letters = drawn.letters
    left, right = min(x.left for x in letters), max(x.right for x in letters)
    inked = np.flatnonzero(drawn.ink.max(axis=1) > 60)
    margins = [int(m) for m in chance.integers(1, 9, 4)]
    x, y = max(0, left - margins[0]), max(0, int(inked[0]) - margins[1])
    ink = drawn.ink[y : int(inked[-1]) + 1 + margins[3], x : right + margins[2]]
    moved = tuple(Letter(a.char, a.left - x, a.top - y, a.right - x, a.bottom - y) for a in letters)
    return Drawn(np.ascontiguousarray(ink), moved)


def examples(seed: int, alone: bool) -> Examples:
    """The examples of one made-up scan."""
    made = scan(seed, alone)
    chance = np.random.default_rng([seed, 1])
    ink = ink_of(made.picture, float(chance.normal(0, 12)))
    if ink is None:
        return _NONE
    kinds = [(c, _kind(c, made.letters, ink.scale)) for c in candidates_of(ink.pieces)]
    broken = len(CLASSES) - 1
    kept = [(c, kind) for c, kind in kinds if kind is not None and (kind != broken or chance.random() < _KEPT)]
    if not kept:
        return _NONE
    features = features_of(ink, [c for c, _ in kept]).astype(np.float16)
    return Examples(features, np.array([kind for _, kind in kept], np.int16), np.full(len(kept), made.fold, np.int8))


def _kind(candidate: Candidate, letters: Sequence[Letter], scale: float) -> int | None:
    """What the candidate truly is; None where that is a matter of taste."""
    middle = (candidate.left + candidate.right) / 2 / scale
    near = [x for x in letters if x.left - 6 <= middle <= x.right + 6]
    nearest = min(near, key=lambda x: _distance(candidate, x, scale), default=None)
    if nearest is None or (distance := _distance(candidate, nearest, scale)) > _OTHER:
        return len(CLASSES) - 1
    return CLASSES.index(nearest.char) if distance <= _SAME and nearest.char in CLASSES else None


def _distance(candidate: Candidate, letter: Letter, scale: float) -> float:
    """The farthest that a side of the one lies from the same side of the other, in ordinary heights."""
    ours = (candidate.left, candidate.top, candidate.right, candidate.bottom)
    theirs = (letter.left, letter.top, letter.right, letter.bottom)
    return max(abs(a - b * scale) for a, b in zip(ours, theirs, strict=True)) / WORKING_HEIGHT
