"""How well a model reads made-up scans that it did not learn from, and how its confidence is to be taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count, islice, pairwise

import numpy as np
from numpy.typing import NDArray

from prongsai.documents.readers.scan.digits.model import ARABIC, THAI, Model
from prongsai.documents.readers.scan.digits.reading import SURE, FoundDigit, find_digits, read_number
from tests.factories.numbers import is_there, lines, numbers
from tools.digit_training.examples import Scan, fold_of, scan
from tools.digit_training.lines import Letter

Line = tuple[float, float]

_SCANS = 600


def figures(model: Model, first: int, fold: int | None) -> Iterator[str]:
    """Lines of print: whole numbers, and digits of mixed lines, of the fonts of a fold or of all."""
    yield _of_numbers(list(_numbers(model, first, fold)))
    lines = list(_scans(first, fold, alone=False))
    told = [is_right(digit, made.letters) for made in lines for digit in find_digits(made.picture, model)]
    yield _of_lines(told, sum(letter.char in THAI + ARABIC for made in lines for letter in made.letters))


def of_sarabun(model: Model) -> Iterator[str]:
    """The same for the font of the tests, of which nothing was learnt."""
    for name, thai in (("Thai", True), ("Arabic", False)):
        read = [(read_number(crop.picture, model), crop.text) for crop in numbers(1500, seed=21, thai=thai)]
        pairs = [(number.confidence, number.text == text) for number, text in read]
        yield f"{name}: {_of_numbers(pairs)}"
        yield from _by_confidence(pairs)
    crops = lines(150, seed=22)
    found = [(digit, crop) for crop in crops for digit in find_digits(crop.picture, model, least=0.02)]
    yield _of_lines([is_there(a, b) for a, b in found if a.confidence >= SURE], sum(len(c.digits) for c in crops))
    yield from _by_confidence([(a.confidence, is_there(a, b)) for a, b in found])


def _of_numbers(pairs: Sequence[tuple[float, bool]]) -> str:
    right = [right for _, right in pairs]
    return f"whole numbers read right: {sum(right)} of {len(right)} ({np.mean(right):.1%})"


def _of_lines(told: Sequence[bool], there: int) -> str:
    right = sum(told)
    share = f"{right / max(1, len(told)):.1%}"
    return f"digits of lines: {right} right of {len(told)} told ({share}), of {there} there ({right / there:.1%})"


def _by_confidence(pairs: Sequence[tuple[float, bool]]) -> Iterator[str]:
    for low, high in pairwise((0.0, 0.5, 0.8, 0.9, 0.95, 0.99, 1.01)):
        right = [right for confidence, right in pairs if low <= confidence < high]
        if right:
            yield f"    confidence {low:.2f} to {min(high, 1):.2f}: {np.mean(right):.1%} of {len(right)} right"


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
    seeds = (seed for seed in count(first) if fold is None or fold_of(seed) == fold)
    return (scan(seed, alone) for seed in islice(seeds, _SCANS))


def _line(pairs: list[tuple[float, bool]]) -> Line:
    """The logistic regression of right or wrong on the log-odds of the confidence, by Newton's way.

    A weak belief in the confidence as it stands keeps the line finite where nearly all is right, or wrong.
    """
    shares = np.clip([confidence for confidence, _ in pairs], 1e-9, 1 - 1e-9)
    inputs = np.stack([np.log(shares / (1 - shares)), np.ones(len(pairs))], axis=1)
    right = np.array([right for _, right in pairs], np.float64)
    start = np.array([1.0, 0.0])
    found: NDArray[np.float64] = start
    for _ in range(25):
        guess = 1 / (1 + np.exp(-np.clip(inputs @ found, -30, 30)))
        slant = inputs.T @ (inputs * (guess * (1 - guess))[:, None]) + np.eye(2)
        found = found + np.linalg.solve(slant, inputs.T @ (right - guess) - (found - start))
    return float(found[0]), float(found[1])
