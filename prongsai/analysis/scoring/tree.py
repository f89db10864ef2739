"""Means of means over many agencies at once: fast in floating point, exact wherever a digit depends on it.

A value in floating point is off by less than 10⁻¹¹ here. Only where it lies within 10⁻⁸ of a boundary (a tie of
rounding, the least score of a level) can that matter: there, and only there, the same tree is reckoned again
in fractions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import Protocol

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Integers = npt.NDArray[np.int64]


#: Dividends and divisors, whole numbers.
Ratios = tuple[Integers, Integers]
#: Whole numbers stay below this, so that nothing overflows when a few more factors come.
LARGEST = 2.0**40


class Node(Protocol):
    """A score of 0 to 100 for every agency. NaN: not known. ``counts``: whether it applies; else it has no value."""

    @property
    def values(self) -> Floats:
        """The scores, in floating point."""
        ...

    @property
    def counts(self) -> Mask:
        """Which agencies it applies to."""
        ...

    def exact(self, row: int) -> Fraction:
        """The score of one agency to which it applies and of which it is known."""
        ...

    def ratios(self, rows: Integers) -> Ratios | None:
        """The exact scores of some such agencies at once; None where their numbers are too large for that."""
        ...


class Ratio:
    """Points by what they are divided by, both whole numbers: ``sums / divisors / unit``. Divisor 0: does not apply."""

    def __init__(self, sums: Integers, divisors: Integers, unit: int, unknown: Mask | None = None) -> None:
        self._sums, self._divisors, self._unit = sums, divisors, unit
        self.counts: Mask = divisors > 0
        with np.errstate(invalid="ignore", divide="ignore"):
            self.values: Floats = sums / (divisors * float(unit))
        if unknown is not None:
            self.counts = self.counts | unknown
            self.values[unknown] = np.nan

    def exact(self, row: int) -> Fraction:
        """See Node."""
        return Fraction(int(self._sums[row]), int(self._divisors[row]) * self._unit)

    def ratios(self, rows: Integers) -> Ratios | None:
        """See Node. Where it does not apply: 0 of 1."""
        there = self._divisors[rows] > 0
        return np.where(there, self._sums[rows], 0), np.where(there, self._divisors[rows] * self._unit, 1)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A part of a mean: its weight is a whole number, the same for all agencies or one for each."""

    node: Node
    weight: int | Integers = 1

    def at(self, row: int) -> int:
        """The weight for one agency."""
        return self.weight if isinstance(self.weight, int) else int(self.weight[row])

    @property
    def floats(self) -> Floats:
        """The weights in floating point, 0 where it does not apply."""
        return np.where(self.node.counts, self.weight, 0).astype(np.float64)


def weighed(nodes: Sequence[Node], weights: Sequence[Fraction]) -> list[Weighed]:
    """Nodes with any weights: only how they stand to each other matters, so all are made whole."""
    whole = lcm(*(one.denominator for one in weights))
    return [Weighed(node, int(weight * whole)) for node, weight in zip(nodes, weights, strict=True)]


class Mean:
    """The mean of those parts that apply, by their weights, and not over ``most``.

    Where none applies, the mean is not known (``asked``: all must be told), or does not apply itself.
    """

    def __init__(self, parts: Sequence[Weighed], most: Decimal | None = None, *, asked: bool = False) -> None:
        self._parts = parts
        self._most = Fraction(100) if most is None else Fraction(most)
        weights = [part.floats for part in parts]
        total = np.sum(weights, axis=0)
        score = np.zeros_like(total)
        for part, weight in zip(parts, weights, strict=True):
            score += np.where(part.node.counts, part.node.values * weight, 0.0)
        with np.errstate(invalid="ignore", divide="ignore"):
            self.values: Floats = np.minimum(score / total, float(self._most))
        self.counts: Mask = np.ones(len(total), bool) if asked else total > 0

    def exact(self, row: int) -> Fraction:
        """See Node. Over one common denominator: adding fractions one by one takes several times as long."""
        parts = [(part.at(row), part.node.exact(row)) for part in self._parts if part.node.counts[row]]
        common = lcm(*(value.denominator for _weight, value in parts))
        score = sum(weight * value.numerator * (common // value.denominator) for weight, value in parts)
        return min(Fraction(score, common * sum(weight for weight, _value in parts)), self._most)

    def ratios(self, rows: Integers) -> Ratios | None:
        """See Node. All parts are brought to one divisor, part by part."""
        dividend, divisor = np.zeros(len(rows), np.int64), np.ones(len(rows), np.int64)
        whole = np.zeros(len(rows), np.int64)
        for part in self._parts:
            found = part.node.ratios(rows)
            if found is None:
                return None
            weight = np.where(
                part.node.counts[rows], part.weight if isinstance(part.weight, int) else part.weight[rows], 0
            )
            common = divisor // np.gcd(divisor, found[1])  # what the part's divisor lacks
            if (common.astype(np.float64) * found[1]).max(initial=0) * 100 * (whole + weight).max(initial=0) > LARGEST:
                return None
            dividend = dividend * (common * found[1] // divisor) + weight * found[0] * common
            divisor = common * found[1]
            whole += weight
        divisor = divisor * np.maximum(whole, 1)
        over = dividend * self._most.denominator > divisor * self._most.numerator
        return np.where(over, self._most.numerator, dividend), np.where(over, self._most.denominator, divisor)
