"""Where only some questions or items of an indicator are known, the rest is taken to be what its score leaves for it.

An agency often enters its ten scores and the few items that failed. The engine unfolds an indicator only where all that
is beneath it is known; so the others get, all alike, the score with which the published one comes out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from prongsai.core.framework.framework import Framework, Indicator, SubIndicator
from prongsai.core.scoring.known import ItemResult, KnownResult
from prongsai.core.scoring.score import gather_known

_FULL = Fraction(100)


@dataclass(frozen=True, slots=True)
class Filled:
    """A result with the gaps filled; ``assumed`` are the codes that nobody told us."""

    known: KnownResult
    assumed: frozenset[str] = frozenset()


def filled(framework: Framework, known: KnownResult, kind: str | None = None) -> Filled:
    """The result with what its published scores leave for questions and items that are not known one by one."""
    made, assumed = known, set[str]()
    for sub in framework.sub_indicators:
        unknown = _unknown_items(framework, made, sub)
        if sub.code in made.sub_indicators and unknown and len(unknown) < len(framework.items_of(sub.code)):
            made = _balanced(framework, made, unknown, kind, str(sub.indicator), sub.code)
            assumed |= unknown
    for indicator in framework.indicators:
        unknown = _unknown_beneath(framework, made, indicator)
        if unknown and indicator.number in made.indicators:
            made = _balanced(framework, made, unknown, kind, str(indicator.number), str(indicator.number))
            assumed |= unknown
    return Filled(made, frozenset(assumed))


def _unknown_items(framework: Framework, known: KnownResult, sub: SubIndicator) -> set[str]:
    return {item.code for item in framework.items_of(sub.code)} - known.items.keys()


def _unknown_beneath(framework: Framework, known: KnownResult, indicator: Indicator) -> set[str]:
    """What would have to be known to unfold an indicator of which something beneath is known; else nothing."""
    questions = {one.code for one in framework.questions_of(indicator.number)}
    if questions:
        rest = questions - known.questions.keys()
        return rest if rest != questions else set()
    subs = [sub for sub in framework.sub_indicators if sub.indicator == indicator.number]
    rest, some = set[str](), False
    for sub in subs:
        unknown = _unknown_items(framework, known, sub)
        if sub.code in known.sub_indicators or len(unknown) < len(framework.items_of(sub.code)):
            some = True
            rest |= set() if sub.code in known.sub_indicators else unknown
        else:
            rest.add(sub.code)
    return rest if some else set()


def _balanced(
    framework: Framework, known: KnownResult, unknown: set[str], kind: str | None, indicator: str, node: str
) -> KnownResult:
    """The unknown ones filled with the one score with which ``node`` comes out as it was published."""
    given = Fraction(known.sub_indicators[node] if "." in node else known.indicators[int(node)])

    def value_at(score: Decimal) -> Fraction | None:
        told = _with(_without(known, node), unknown, score, framework)
        figure = gather_known(framework, told, kind=kind).indicators.get(int(indicator))
        found = figure.find(node) if figure else None
        return found.value if found else None

    return _with(known, unknown, _solved(value_at, given), framework)


def _solved(value_at: Callable[[Decimal], Fraction | None], wanted: Fraction) -> Decimal:
    """Where a straight line reaches what is wanted, from 0 to 100."""
    low, high = value_at(Decimal(0)), value_at(Decimal(100))
    if low is None or high is None or low == high:
        return Decimal(100)
    at = min(max((wanted - low) / (high - low) * _FULL, Fraction(0)), _FULL)
    return Decimal(at.numerator) / Decimal(at.denominator)


def _without(known: KnownResult, node: str) -> KnownResult:
    if "." in node:
        indicators = {number: score for number, score in known.indicators.items() if str(number) != node.split(".")[0]}
        subs = {code: score for code, score in known.sub_indicators.items() if code != node}
        return replace(known, indicators=indicators, sub_indicators=subs)
    return replace(known, indicators={number: s for number, s in known.indicators.items() if str(number) != node})


def _with(known: KnownResult, codes: Iterable[str], score: Decimal, framework: Framework) -> KnownResult:
    new = set(codes)
    items = {code: ItemResult(score) for code in new if framework.item(code)}
    questions = dict.fromkeys((code for code in new if framework.question(code)), score)
    subs = dict.fromkeys((code for code in new if framework.sub_indicator(code)), score)
    return replace(
        known,
        items={**known.items, **items},
        questions={**known.questions, **questions},
        sub_indicators={**known.sub_indicators, **subs},
    )
