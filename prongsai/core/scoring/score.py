"""From ten published indicator scores to instruments, total and level. Source of the rules: ita.md §1.6, §2.2, §6.1."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

from prongsai.core.framework.framework import Framework, Level


@dataclass(frozen=True, slots=True)
class Result:
    """Scores of 0 to 100 with two decimals: the instruments by code, the total, and its level."""

    instruments: Mapping[str, Decimal]
    total: Decimal
    level: Level


def score(framework: Framework, indicators: Mapping[int, Decimal]) -> Result | None:
    """The result of indicator scores (0 to 100, finite) by number, or None where one is missing.

    Each weighted instrument is rounded to two decimals half-up, then added: of the rules compared it is the one that
    reproduces every published total that is known, and the way in which published tables print their columns.
    """
    if any(one.number not in indicators for one in framework.indicators):
        return None
    means = {one.code: _mean(framework, one.code, indicators) for one in framework.instruments}
    total = sum((_rounded(means[one.code] * Fraction(one.weight)) for one in framework.instruments), Decimal(0))
    instruments = {code: _rounded(mean) for code, mean in means.items()}
    return Result(instruments, total, level_of(framework, total, instruments))


def level_of(framework: Framework, total: Decimal, instruments: Mapping[str, Decimal]) -> Level:
    """The first level, from the top, whose least total and least instrument score are reached."""
    lowest = min(instruments.values(), default=Decimal(0))
    for level in framework.levels:
        if total >= level.total and (level.each_instrument is None or lowest >= level.each_instrument):
            return level
    return framework.levels[-1]


def _mean(framework: Framework, instrument: str, indicators: Mapping[int, Decimal]) -> Fraction:
    """The exact mean: a third has no end in decimals, and a tie must stay a tie until it is rounded."""
    scores = [Fraction(indicators[one.number]) for one in framework.indicators_of(instrument)]
    return sum(scores, Fraction(0)) / len(scores)


def _rounded(value: Fraction) -> Decimal:
    """Two decimals, half-up."""
    return Decimal(floor(value * 100 + Fraction(1, 2))).scaleb(-2)
