"""Rounding many scores at once as the rules of a year say, exactly."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from prongsai.analysis.scoring.tree import LARGEST, Integers, Mask, Node
from prongsai.core.framework.rules import Half, Rules
from prongsai.core.scoring.rounding import rounded as rounded_one

#: Stands for a score that is not known, or does not apply.
NONE = -1
#: Nearer than this to a boundary, in units of the last place, floating point is not trusted.
NEAR = 1e-6


def rounded(node: Node, rules: Rules, factor: Fraction = Fraction(1)) -> Integers:
    """The scores times ``factor`` as they are published, in units of the last place; NONE where there is none."""
    scaled = node.values * (float(factor) * 10**rules.places)
    known = node.counts & np.isfinite(scaled)
    scaled = np.where(known, scaled, 0.0)
    result: Integers = np.where(known, np.floor(scaled + 0.5), NONE).astype(np.int64)
    near = np.flatnonzero(known & (np.abs(scaled - np.floor(scaled) - 0.5) < NEAR))
    if len(near):
        result[near] = _exactly(node, near, rules, factor)
    return result


def _exactly(node: Node, rows: Integers, rules: Rules, factor: Fraction) -> Integers:
    """What lies on or beside a tie: in whole numbers at once where they are small, else one by one in fractions."""
    scale = factor * 10**rules.places
    found = node.ratios(rows)
    if found is not None and max(scale.numerator, scale.denominator) * float(max(map(np.max, found))) < LARGEST * 2**20:
        return half_rounded(found[0] * scale.numerator, found[1] * scale.denominator, rules.half)
    each = (int(rounded_one(node.exact(int(row)) * factor, rules).scaleb(rules.places)) for row in rows)
    return np.fromiter(each, np.int64, len(rows))


def half_rounded(dividends: Integers, divisors: Integers | int, half: Half) -> Integers:
    """Ratios of whole numbers, rounded: a tie goes up, or to the even number."""
    result = (2 * dividends + divisors) // (2 * divisors)
    if half is Half.EVEN:
        result = result - (((2 * dividends + divisors) % (2 * divisors) == 0) & (result % 2 == 1))
    return np.asarray(result, np.int64)


def at_least(node: Node, least: Fraction) -> Mask:
    """Where the exact score is so much or more; False where there is none."""
    known = node.counts & np.isfinite(node.values)
    values = np.where(known, node.values, -1.0)
    result: Mask = values >= float(least)
    near = known & (np.abs(values - float(least)) < NEAR / 100)
    result[near] = [node.exact(int(row)) >= least for row in np.flatnonzero(near)]
    return result
