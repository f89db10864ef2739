"""The tree of a framework over all agencies of one kind: parts, questions, items → indicators → instruments."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from math import lcm

import numpy as np

from prongsai.analysis.scoring.evidence import NOT_APPLICABLE, Evidence, points, unknown_items
from prongsai.analysis.scoring.tree import Mean, Node, Ratio, Weighed, weighed
from prongsai.core.framework.framework import Framework, Indicator, Question, SubIndicator
from prongsai.core.framework.rules import DisclosureMean


def is_plain(framework: Framework) -> bool:
    """Whether no entry hangs on another or takes points off: such are scored one agency after the other."""
    entries = [one.mechanics for one in framework.questions] + [one.mechanics for one in framework.items]
    return all(one.depends_on is None and one.penalty is None for one in entries)


def indicator_nodes(framework: Framework, given: Evidence, kind: str | None) -> dict[int, Node]:
    """The indicators that are asked of a kind of agency, by number."""
    return {
        one.number: node
        for one in framework.indicators
        if (node := _indicator(framework, one, given, kind)) is not None
    }


def instrument_nodes(framework: Framework, indicators: dict[int, Node]) -> dict[str, Node]:
    """The instruments of which some indicator is asked, by code: the mean of their indicators."""
    nodes: dict[str, Node] = {}
    for one in framework.instruments:
        parts = [indicators[each.number] for each in framework.indicators_of(one.code) if each.number in indicators]
        if parts:
            nodes[one.code] = Mean([Weighed(part) for part in parts])
    return nodes


def _indicator(framework: Framework, one: Indicator, given: Evidence, kind: str | None) -> Node | None:
    """An indicator; None where all its entries are not asked of that kind."""
    if subs := [sub for sub in framework.sub_indicators if sub.indicator == one.number]:
        nodes = [node for sub in subs if (node := _sub_indicator(framework, sub, given, kind)) is not None]
        return Mean(nodes) if nodes else None
    entries = framework.questions_of(one.number)
    asked = [each for each in entries if kind not in each.mechanics.not_for]
    if entries and not asked:
        return None
    # An indicator of which nobody answered anything is not known: it is not left out.
    weights = [Fraction(each.mechanics.weight) for each in asked]
    return Mean(weighed([_question(each, given) for each in asked], weights), asked=True) if asked else _unknown(given)


def _question(one: Question, given: Evidence) -> Node:
    """The mean of its parts; what nobody answered does not count."""
    unit = _unit(point for key in one.keys for point in given.columns[key].points)
    parts = [
        Ratio(points(given.columns[key], counts, unit), counts.sum(axis=1, dtype=np.int64), unit)
        for key in one.keys
        for counts in (given.answers[key],)
    ]
    return parts[0] if len(parts) == 1 else Mean([Weighed(part) for part in parts])


def _sub_indicator(framework: Framework, sub: SubIndicator, given: Evidence, kind: str | None) -> Weighed | None:
    """The mean of the items that apply, by their weights; None where none is asked of that kind."""
    items = [one for one in framework.items_of(sub.code) if kind not in one.mechanics.not_for]
    if not items:
        return None
    unknown = unknown_items(framework, given)
    unit = _unit(one.mechanics.weight for one in framework.items)
    sums = np.zeros(len(given.agencies), np.int64)
    divisors = np.zeros(len(given.agencies), np.int64)
    for one in items:
        scores = given.items.get(one.code, np.full(len(given.agencies), NOT_APPLICABLE, np.int32)).astype(np.int64)
        weight = np.where(scores == NOT_APPLICABLE, 0, int(one.mechanics.weight * unit))
        sums += weight * scores
        divisors += weight
    ratio = Ratio(sums, divisors, 100, unknown)
    node: Node = ratio if sub.most is None else Mean([Weighed(ratio)], sub.most)
    by_items = framework.rules.disclosure_mean is DisclosureMean.ITEMS
    return Weighed(node, np.where(unknown, 1, divisors) if by_items else 1)


def _unknown(given: Evidence) -> Node:
    nobody = np.zeros(len(given.agencies), np.int64)
    return Ratio(nobody, nobody, 1, np.ones(len(given.agencies), bool))


def _unit(numbers: Iterable[Decimal]) -> int:
    """The least number that makes all of these whole: 100 for 33.33."""
    return lcm(*(one.as_integer_ratio()[1] for one in numbers))
