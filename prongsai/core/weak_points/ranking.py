"""The weak points of a result, ranked by what mending each would bring to the total."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from prongsai.core.framework.framework import Framework, Level
from prongsai.core.scoring.figure import Figure, Grade, How
from prongsai.core.scoring.known import KnownResult
from prongsai.core.scoring.rounding import rounded
from prongsai.core.scoring.score import Result, score_known
from prongsai.core.scoring.what_if import what_if
from prongsai.core.weak_points.filling import filled
from prongsai.core.weak_points.point import WeakKind, WeakPoint
from prongsai.core.weak_points.urgency import HeldBack, held_back, missing_to_full, reasons

FULL = Fraction(100)


@dataclass(frozen=True, slots=True)
class Weakness:
    """A result with its weak points, the most to be won first. ``result`` is reckoned, whatever total was published.

    ``assumed`` are codes whose score is not known and was taken to be what the published figures leave for it.
    """

    result: Result
    points: tuple[WeakPoint, ...]
    held: HeldBack | None
    assumed: frozenset[str] = frozenset()

    def point(self, code: str) -> WeakPoint | None:
        """The weak point of that code."""
        return next((one for one in self.points if one.code == code), None)


def weakness_of(framework: Framework, known: KnownResult, kind: str | None = None) -> Weakness:
    """The weak points of what is known, for an agency of that kind. NotScored where the total cannot be reckoned.

    Of each indicator the deepest level that is known counts. They are ranked by the points of the total to be won,
    then by lowness, then as the framework has them.
    """
    full = filled(framework, known, kind)
    result = score_known(framework, replace(full.known, total=None), kind=kind)
    maker = _Maker(framework, known, result)
    points = [point for leaf in _leaves(result.figure, full.assumed) if (point := maker.point(leaf)) is not None]
    points += maker.rests(full.assumed)
    points.sort(key=lambda one: (-one.points, one.score))
    return Weakness(result, tuple(points), maker.held, full.assumed)


def _leaves(figure: Figure, assumed: frozenset[str]) -> Iterator[Figure]:
    """The deepest figures that people know: questions and items whole, else what stands above them."""
    if figure.code in assumed:
        return
    whole = figure.grade in (Grade.QUESTION, Grade.ITEM, Grade.INSTRUMENT_PART)
    if whole or not figure.parts:
        yield figure
        return
    for part in figure.parts:
        yield from _leaves(part, assumed)


@dataclass(frozen=True, slots=True)
class _After:
    """What the total, its exact value and the level would be."""

    points: Fraction
    total: Decimal
    level: Level


class _Maker:
    def __init__(self, framework: Framework, known: KnownResult, result: Result) -> None:
        self.held = held_back(framework, result)
        self._framework, self._known, self._result = framework, known, result

    def point(self, figure: Figure) -> WeakPoint | None:
        """The weak point of a figure; None where it has full marks."""
        score = self._score(figure)
        if score >= 100:
            return None
        indicator = self._indicator(figure.code)
        after = self._after({figure.code: FULL})
        why = reasons(figure, score, self._instrument(indicator), self.held)
        item = self._known.items.get(figure.code)
        told = [one for one in self._known.recommendations if one.code in (figure.code, str(indicator))]
        return WeakPoint(
            grade=figure.grade,
            code=figure.code,
            name=self._name(figure, indicator),
            indicator=indicator,
            score=score,
            points=after.points,
            total_after=after.total,
            level_after=after.level,
            confidence=figure.confidence,
            kind=WeakKind.URGENT if why else WeakKind.IMPROVABLE,
            why=why or (missing_to_full(score),),
            remark=item.remark if item else "",
            recommendations=tuple(one.text for one in told),
            advised_items=tuple(dict.fromkeys(code for one in told for code in one.items)),
        )

    def rests(self, assumed: frozenset[str]) -> Iterator[WeakPoint]:
        """For each figure, what lies beneath it and is not known one by one, as one weak point."""
        for parent in self._result.figure.walk():
            codes = [part.code for part in parent.parts if part.code in assumed]
            point = self.point(parent) if codes else None
            if point is None:
                continue
            after = self._after(dict.fromkeys(codes, FULL))
            if after.points > 0:
                yield replace(point, points=after.points, total_after=after.total, level_after=after.level, rest=True)

    def _after(self, scores: dict[str, Fraction]) -> _After:
        new = what_if(self._framework, self._result, scores)
        gained = max(new.figure.value - self._result.figure.value, Fraction(0))
        return _After(gained, new.total, new.level)

    def _score(self, figure: Figure) -> Decimal:
        if figure.how is How.PENALTY:
            most = Fraction(figure.most or 100)
            return rounded(FULL - figure.value / most * FULL, self._framework.rules)
        return figure.shown

    def _name(self, figure: Figure, indicator: int) -> str:
        above = self._framework.indicator(indicator)
        return f"{above.name} ({figure.name})" if above and figure.grade is Grade.INSTRUMENT_PART else figure.name

    def _instrument(self, indicator: int) -> str:
        found = self._framework.indicator(indicator)
        return found.instrument if found else ""

    def _indicator(self, code: str) -> int:
        """The indicator that a code belongs to."""
        if (item := self._framework.item(code)) and (sub := self._framework.sub_indicator(item.sub_indicator)):
            return sub.indicator
        if question := self._framework.question(code):
            return question.indicator
        if sub := self._framework.sub_indicator(code):
            return sub.indicator
        return int(code.rpartition("-")[2])
