"""How well a model reads made-up scans that it did not learn from, and how its confidence is to be taken."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from prongsai.documents.readers.scan.digits.model import ARABIC, THAI, Model
from prongsai.documents.readers.scan.digits.reading import FoundDigit, find_digits, read_number
from tools.digit_training.examples import Scan, scan
from tools.digit_training.lines import Letter

Line = tuple[float, float]

_SCANS = 600


def figures(model: Model, first: int, fold: int | None) -> Iterator[str]:
    """Lines of print: whole numbers, and digits of mixed lines, of the fonts of a fold or of all."""
    right = [right for _, right in _numbers(model, first, fold)]
    yield f"whole numbers read right: {sum(right)} of {len(right)} ({np.mean(right):.1%})"
    told, true, there = 0, 0, 0
    for made in _scans(first, fold, alone=False):
        found = find_digits(made.picture, model)
        told, true = told + len(found), true + sum(is_right(digit, made.letters) for digit in found)
        there += sum(letter.char in THAI + ARABIC for letter in made.letters)
    yield f"digits of lines: {true} right of {told} told ({true / told:.1%}), of {there} there ({true / there:.1%})"


def calibration(model: Model, first: int, fold: int) -> tuple[Line, Line]:
    """Slope and offset that turn log-odds into confidence, for whole numbers and for digits of lines."""
    digits = [
        (digit.confidence, is_right(digit, made.letters))
        for made in _scans(first, fold, alone=False)
        for digit in find_digits(made.picture, model, least=0.02)
    ]
    return _line(list(_numbers(model, first, fold))), _line(digits)


def is_right(digit: FoundDigit, letters: tuple[Letter, ...]) -> bool:
    """Whether the line has that digit there."""
    middle = (digit.left + digit.right) / 2
    return any(x.char == digit.char and x.left - 1 <= middle <= x.right + 1 for x in letters)


def _numbers(model: Model, first: int, fold: int | None) -> Iterator[tuple[float, bool]]:
    for made in _scans(first, fold, alone=True):
        read = read_number(made.picture, model)
        yield read.confidence, read.text == made.text.replace(" ", "")


def _scans(first: int, fold: int | None, alone: bool) -> Iterator[Scan]:
    number = first
    for _ in range(_SCANS):
        made = scan(number, alone)
        while fold not in (None, made.fold):
            number += 1
            made = scan(number, alone)
        number += 1
        yield made


def _line(pairs: list[tuple[float, bool]]) -> Line:
    """The logistic regression of right or wrong on the log-odds of the confidence, by Newton's way."""
    shares = np.clip([confidence for confidence, _ in pairs], 1e-9, 1 - 1e-9)
    inputs = np.stack([np.log(shares / (1 - shares)), np.ones(len(pairs))], axis=1)
    right = np.array([right for _, right in pairs], np.float64)
    found: NDArray[np.float64] = np.array([1.0, 0.0])
    for _ in range(25):
        guess = 1 / (1 + np.exp(-inputs @ found))
        slant = inputs.T @ (inputs * (guess * (1 - guess))[:, None]) + np.eye(2) * 1e-3
        found = found + np.linalg.solve(slant, inputs.T @ (right - guess))
    return float(found[0]), float(found[1])
