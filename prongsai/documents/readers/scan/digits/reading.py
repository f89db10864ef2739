"""What the scan reader asks: the number in a crop, and the digits in a line of text."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from prongsai.documents.readers.scan.digits.candidates import Candidate, candidates_of, features_of
from prongsai.documents.readers.scan.digits.lattice import Lattice
from prongsai.documents.readers.scan.digits.model import ARABIC, BROKEN, SIGNS, THAI, Model, shipped
from prongsai.documents.readers.scan.digits.neighbours import fit_neighbours
from prongsai.documents.readers.scan.digits.pieces import Ink, Picture, ink_of

Floats = NDArray[np.float64]

#: A digit of a line is told from this confidence on: of those told, at least 98 in 100 are right on a font never seen.
SURE = 0.9

#: How much rarer a letter is than a digit in a crop that is said to hold a number, as a logarithm.
_RARE_LETTER = -3.0

#: What it costs (a logarithm) to pass over a piece of a crop that is said to hold a number and nothing else.
_PASSED = 1.5

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
    paid = np.array([_PASSED * (candidate.last - candidate.first) for candidate in candidates])
    scripts = [_Script(model, odds + paid[:, None], digits + SIGNS) for digits in (THAI, ARABIC)]
    (weight, row), script = max(((lattice.best(s.best), s) for s in scripts), key=lambda found: found[0][0])
    if not row:
        return Number("", 0.0)
    everything = np.logaddexp.reduce(
        [lattice.total(np.logaddexp(s.sum, letters + paid + _RARE_LETTER))[-1] for s in scripts]
    )
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
    columns = [i for i, name in enumerate(model.classes) if name != BROKEN]
    whole = _summed(odds, columns)
    lattice = Lattice(candidates, len(ink.pieces))
    shares = lattice.shares(whole) * np.exp(odds.max(axis=1) - whole)
    _, row = lattice.best(whole)
    chars = [model.classes[columns[int(odds[candidate, columns].argmax())]] for candidate in row]
    fitting = fit_neighbours([candidates[candidate] for candidate in row], chars)
    found = []
    for candidate, char, fits in zip(row, chars, fitting, strict=True):
        confidence = _calibrated(float(np.log(max(shares[candidate], 1e-12))), model.calibration[1])
        if char in THAI + ARABIC and fits and confidence >= least:
            found.append(_found(ink, candidates[candidate], char, confidence))
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
    odds = model.log_odds(features_of(ink, candidates)).astype(np.float64)
    return np.asarray(odds - np.maximum(odds.max(axis=1, keepdims=True) - _MOST, 0.0))


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
    odds = slope * np.log(share / (1 - share)) + offset
    return float(1 / (1 + np.exp(-np.clip(odds, -30, 30))))
