"""Rounding many scores at once as the rules of a year say, exactly."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import numpy as np

from prongsai.analysis.scoring.tree import Integers, Mask, Node
from prongsai.core.framework.rules import Rules
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
    below = np.floor(scaled)
    result: Integers = np.where(known, np.floor(scaled + 0.5), NONE).astype(np.int64)
    near = known & (np.abs(scaled - below - 0.5) < NEAR)

    def one(row: int) -> int:
        return int(rounded_one(node.exact(row) * factor, rules).scaleb(rules.places))

    result[near] = _each(node, near, one)
    return result


def at_least(node: Node, least: Fraction) -> Mask:
    """Where the exact score is so much or more; False where there is none."""
    known = node.counts & np.isfinite(node.values)
    values = np.where(known, node.values, -1.0)
    result: Mask = values >= float(least)
    near = known & (np.abs(values - float(least)) < NEAR / 100)
    result[near] = _each(node, near, lambda row: int(node.exact(row) >= least)).astype(bool)
    return result


def _each(node: Node, rows: Mask, reckon: Callable[[int], int]) -> Integers:
    """The exact answer for those agencies; agencies of equal numbers are reckoned once."""
    places = np.flatnonzero(rows)
    if not len(places):
        return np.zeros(0, np.int64)
    known: dict[bytes, int] = {}
    numbers = np.ascontiguousarray(np.stack([leaf[places] for leaf in node.leaves], axis=1))
    found = np.empty(len(places), np.int64)
    for place, row in enumerate(places):
        key = numbers[place].tobytes()
        if key not in known:
            known[key] = reckon(int(row))
        found[place] = known[key]
    return found
