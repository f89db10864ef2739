"""What the scan reader asks: the number in a crop, and the digits in a line of text."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from prongsai.documents.readers.scan.digits.candidates import Candidate, candidates_of, features_of
from prongsai.documents.readers.scan.digits.lattice import Lattice
from prongsai.documents.readers.scan.digits.model import ARABIC, BROKEN, SIGNS, THAI, Model, shipped
from prongsai.documents.readers.scan.digits.pieces import Ink, Picture, ink_of

Floats = NDArray[np.float64]

#: A digit of a line is told from this confidence on: of those told, at least 98 in 100 are right on a font never seen.
SURE = 0.9

#: How much rarer a letter is than a digit in a crop that is said to hold a number, as a logarithm.
_RARE_LETTER = -3.0

#: No candidate may weigh more than this (a logarithm): nobody is that sure of a shape never seen before.
_MOST = 9.0


@dataclass(frozen=True, slots=True)
class Number:
    """The text of a crop that holds one number; ``confidence`` 0–1 that all is right. "" and 0 where none is seen."""

    text: str
    confidence: float


@dataclass(frozen=True, slots=True)
class FoundDigit:
    """A digit in a line; the box is in px of the crop that was given, right and bottom outside."""

    char: str
    confidence: float
    left: int
    top: int
    right: int
    bottom: int


def read_number(picture: Picture, model: Model | None = None) -> Number:
    """The number in a grey crop (dark on light, any size), with its dots, commas, dashes, slashes and brackets."""
    model = model or shipped()
    ink = ink_of(picture)
    if ink is None:
        return Number("", 0.0)
    candidates = candidates_of(ink.pieces)
    odds = _odds(model, ink, candidates)
    lattice = Lattice(candidates, len(ink.pieces))
    letters = _summed(
        odds, [i for i, name in enumerate(model.classes) if name not in THAI + ARABIC + SIGNS and name != BROKEN]
    )
    scripts = [_Script(model, odds, digits + SIGNS) for digits in (THAI, ARABIC)]
    (weight, row), script = max(((lattice.best(s.best), s) for s in scripts), key=lambda found: found[0][0])
    if not row:
        return Number("", 0.0)
    everything = np.logaddexp.reduce([lattice.total(np.logaddexp(s.sum, letters + _RARE_LETTER))[-1] for s in scripts])
    text = "".join(script.names[script.choice[candidate]] for candidate in row)
    return Number(text, _calibrated(weight - float(everything), model.calibration[0]))


def find_digits(line: Picture, model: Model | None = None, least: float = SURE) -> list[FoundDigit]:
    """The digits of a grey crop of one line of mixed text, from left to right: only those of ``least`` confidence."""
    model = model or shipped()
    ink = ink_of(line)
    if ink is None:
        return []
    candidates = candidates_of(ink.pieces)
    odds = _odds(model, ink, candidates)
    whole = _summed(odds, [i for i, name in enumerate(model.classes) if name != BROKEN])
    shares = Lattice(candidates, len(ink.pieces)).shares(whole)
    names = [(i, name) for i, name in enumerate(model.classes) if name in THAI + ARABIC]
    digits = odds[:, [i for i, _ in names]]
    choice = digits.argmax(axis=1)
    likely = shares * np.exp(digits.max(axis=1) - whole)
    found = []
    for candidate, index, share in zip(candidates, choice, likely, strict=True):
        confidence = _calibrated(float(np.log(max(share, 1e-12))), model.calibration[1])
        if share > 0.5 and confidence >= least:
            found.append(_found(ink, candidate, names[index][1], confidence))
    return found


class _Script:
    """The candidates read with the digits of one script and the signs alone."""

    def __init__(self, model: Model, odds: Floats, allowed: str) -> None:
        columns = [i for i, name in enumerate(model.classes) if name in allowed]
        self.names = [model.classes[i] for i in columns]
        self.choice = odds[:, columns].argmax(axis=1)
        self.best = odds[:, columns].max(axis=1)
        self.sum = _summed(odds, columns)


def _odds(model: Model, ink: Ink, candidates: list[Candidate]) -> Floats:
    return np.minimum(model.log_odds(features_of(ink, candidates)).astype(np.float64), _MOST)


def _summed(odds: Floats, columns: list[int]) -> Floats:
    return np.asarray(np.logaddexp.reduce(odds[:, columns], axis=1))


def _found(ink: Ink, candidate: Candidate, char: str, confidence: float) -> FoundDigit:
    box = (candidate.left, candidate.top, candidate.right, candidate.bottom)
    left, top, right, bottom = (round(side / ink.scale) for side in box)
    return FoundDigit(char, confidence, left, top, right, bottom)


def _calibrated(log_share: float, line: tuple[float, float]) -> float:
    """The share of a reading among all readings → how often readings with such a share are right."""
    share = min(max(np.exp(log_share), 1e-9), 1 - 1e-9)
    slope, offset = line
    return float(1 / (1 + np.exp(-(slope * np.log(share / (1 - share)) + offset))))
