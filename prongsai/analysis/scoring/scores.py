"""The scores of all agencies of a year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, lcm

import numpy as np

from prongsai.analysis.counting.counts import Whole
from prongsai.analysis.scoring.build import indicator_nodes, instrument_nodes, is_plain
from prongsai.analysis.scoring.evidence import Evidence
from prongsai.analysis.scoring.one import one_by_one
from prongsai.analysis.scoring.rounding import NONE, at_least, half_rounded, rounded
from prongsai.analysis.scoring.tree import Integers, Mask, Mean, Node, weighed
from prongsai.core.framework.framework import Framework
from prongsai.core.framework.rules import Half, LevelsCompare, RoundingMethod


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores in units of the last place of the rules (hundredths), NONE where there is none.

    ``indicators``: a column an indicator, ``instruments``: a column an instrument, both in the framework's order.
    ``levels``: places in ``framework.levels``.
    """

    agencies: Whole
    indicators: Integers
    instruments: Integers
    totals: Integers
    levels: Integers


def scores(framework: Framework, given: Evidence) -> Scores:
    """Every agency scored as ``core.scoring.score_answers`` scores one, to the last digit."""
    if not is_plain(framework):
        return Scores(given.agencies, *one_by_one(framework, given))
    apart = _told_apart(framework)
    kinds = np.array([kind if kind in apart else "" for kind in given.kinds])
    count = len(kinds)
    result = Scores(
        given.agencies,
        np.full((count, len(framework.indicators)), NONE, np.int64),
        np.full((count, len(framework.instruments)), NONE, np.int64),
        np.full(count, NONE, np.int64),
        np.full(count, NONE, np.int64),
    )
    for kind in np.unique(kinds):
        rows = kinds == kind
        part = _of_kind(framework, given if rows.all() else given.rows(rows), str(kind) or None)
        result.indicators[rows], result.instruments[rows] = part.indicators, part.instruments
        result.totals[rows], result.levels[rows] = part.totals, part.levels
    return result


def _told_apart(framework: Framework) -> set[str]:
    """The kinds for which anything is weighed or asked otherwise."""
    mechanics = [one.mechanics for one in framework.questions] + [one.mechanics for one in framework.items]
    asked = {kind for one in mechanics for kind in one.not_for}
    return asked | {one.kind for instrument in framework.instruments for one in instrument.weights}


def _of_kind(framework: Framework, given: Evidence, kind: str | None) -> Scores:
    indicators = indicator_nodes(framework, given, kind)
    instruments = instrument_nodes(framework, indicators)
    rules, count = framework.rules, len(given.agencies)
    shown = {code: rounded(node, rules) for code, node in instruments.items()}
    nothing = np.full(count, NONE, np.int64)
    of_indicators = [
        rounded(indicators[one.number], rules) if one.number in indicators else nothing for one in framework.indicators
    ]
    totals, levels = nothing.copy(), nothing.copy()
    for rows, weights in _patterns(framework, instruments, kind, count):
        exact = Mean(weighed([instruments[code] for code in weights], list(weights.values())))
        totals[rows] = _total(framework, instruments, shown, exact, weights)[rows]
        levels[rows] = _levels(framework, instruments, shown, exact, totals, weights)[rows]
    levels[totals == NONE] = NONE
    columns = [shown.get(one.code, nothing) for one in framework.instruments]
    return Scores(given.agencies, np.stack(of_indicators, axis=1), np.stack(columns, axis=1), totals, levels)


def _patterns(
    framework: Framework, instruments: dict[str, Node], kind: str | None, count: int
) -> list[tuple[Mask, dict[str, Fraction]]]:
    """Agencies to which the same instruments apply, with the shares of those, which sum to 1.

    Weighs as ``core.scoring.total.weights_of`` does: an instrument that does not apply leaves its weight to the others.
    """
    there = [one for one in framework.instruments if one.code in instruments and one.weight_for(kind)]
    if not there:
        return []
    applies = np.stack([instruments[one.code].counts for one in there], axis=1)
    found = []
    for pattern in np.unique(applies, axis=0):
        weights = {
            one.code: Fraction(one.weight_for(kind))
            for one, applies_now in zip(there, pattern, strict=True)
            if applies_now
        }
        whole = sum(weights.values(), Fraction(0))
        if whole:
            rows = (applies == pattern).all(axis=1)
            found.append((rows, {code: weight / whole for code, weight in weights.items()}))
    return found


def _total(
    framework: Framework,
    instruments: dict[str, Node],
    shown: dict[str, Integers],
    exact: Node,
    weights: dict[str, Fraction],
) -> Integers:
    """The total as it is published; NONE where an instrument is not known."""
    rules = framework.rules
    if rules.method is RoundingMethod.TOTAL:
        return rounded(exact, rules)
    if rules.method is RoundingMethod.INSTRUMENTS:
        parts = [shown[code] for code in weights]
        total = _weighed_sum(parts, list(weights.values()), rules.half)
    else:
        parts = [rounded(instruments[code], rules, weight) for code, weight in weights.items()]
        total = np.sum(parts, axis=0)
    return np.asarray(np.where(np.min(parts, axis=0) == NONE, NONE, total), np.int64)


def _weighed_sum(parts: Sequence[Integers], weights: Sequence[Fraction], half: Half) -> Integers:
    """Whole numbers by weights, added, and rounded: exact, since all of it is whole."""
    divisor = lcm(*(one.denominator for one in weights))
    terms = [part * int(weight * divisor) for part, weight in zip(parts, weights, strict=True)]
    return half_rounded(np.sum(terms, axis=0), divisor, half)


def _levels(
    framework: Framework,
    instruments: dict[str, Node],
    shown: dict[str, Integers],
    exact: Node,
    totals: Integers,
    weights: dict[str, Fraction],
) -> Integers:
    """The first level, from the top, of which the total and every instrument reach what it asks."""
    result = np.full(len(totals), len(framework.levels) - 1, np.int64)
    compare_exact = framework.rules.levels_compare is LevelsCompare.EXACT
    unit = 10**framework.rules.places

    def reach(node: Node, published: Integers, least: Fraction) -> Mask:
        return at_least(node, least) if compare_exact else np.asarray(published >= ceil(least * unit), bool)

    for place in reversed(range(len(framework.levels))):
        level = framework.levels[place]
        reached = reach(exact, totals, Fraction(level.total))
        if level.each_instrument is not None:
            each = Fraction(level.each_instrument)
            reached = reached & np.all([reach(instruments[code], shown[code], each) for code in weights], axis=0)
        result[reached] = place
    return result
