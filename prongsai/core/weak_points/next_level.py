"""The next level: what is missing to it, and the fewest weak points whose mending would reach it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil

from prongsai.core.framework.framework import Framework, Level
from prongsai.core.framework.rules import LevelsCompare
from prongsai.core.scoring.score import Result
from prongsai.core.scoring.what_if import what_if
from prongsai.core.weak_points.point import WeakPoint

FULL = Fraction(100)


@dataclass(frozen=True, slots=True)
class Missing:
    """What keeps a level away: points of the total (0: none), and for instruments (by code) points of their score."""

    level: Level
    total: Decimal
    instruments: dict[str, Decimal]


@dataclass(frozen=True, slots=True)
class Fewest:
    """The weak points, and the result with full marks there. ``reached``: whether that is the level aimed at."""

    level: Level
    points: tuple[WeakPoint, ...]
    result: Result
    reached: bool


def next_level(framework: Framework, level: Level) -> Level | None:
    """The level above; None above the best."""
    names = [one.name for one in framework.levels]
    at = names.index(level.name)
    return framework.levels[at - 1] if at else None


def missing_to(framework: Framework, level: Level, result: Result) -> Missing:
    """What a result lacks of a level, in figures of the kind that the year compares; a trace is told as the least one.

    Exact figures are compared where the rules say so: a total that is published as 85.00 may then lack a trace of 85.
    """
    total: Decimal | Fraction = result.total
    instruments: Mapping[str, Decimal | Fraction] = result.instruments
    if framework.rules.levels_compare is LevelsCompare.EXACT:
        total = result.figure.value
        instruments = {one.parts[0].code: one.parts[0].value for one in result.figure.parts}
    least, places = level.each_instrument or Decimal(0), framework.rules.places
    low = {code: lacks for code, score in instruments.items() if (lacks := _lacks(score, least, places))}
    return Missing(level, _lacks(total, level.total, places), low)


def _lacks(score: Decimal | Fraction, least: Decimal, places: int) -> Decimal:
    """The points that a score lacks, rounded up."""
    short = max(Fraction(least) - Fraction(score), Fraction(0))
    return Decimal(ceil(short * 10**places)).scaleb(-places)


def fewest_to_next(framework: Framework, result: Result, points: tuple[WeakPoint, ...]) -> Fewest | None:
    """The fewest weak points to give full marks for the next level; None where there is no level above.

    Instruments under the least score of the level come first, each with the points that bring most; then whatever
    brings most to the total. Where scores are plain means, as in the ITA, no smaller number would do; where a framework
    caps or takes off points it may.
    """
    level = next_level(framework, result.level)
    if level is None:
        return None
    left = [one for one in points if one.points > 0 and not one.rest]
    chosen: list[WeakPoint] = []
    now = result
    while left and not _reached(framework, level, now):
        short = missing_to(framework, level, now).instruments
        wanted = [one for one in left if not short or _instrument(framework, one) in short]
        if not wanted:
            break
        best = wanted[0]  # they are ranked
        left.remove(best)
        chosen.append(best)
        now = what_if(framework, now, {best.code: FULL})
    return Fewest(level, tuple(chosen), now, _reached(framework, level, now))


def _reached(framework: Framework, level: Level, result: Result) -> bool:
    lacking = missing_to(framework, level, result)
    return not lacking.total and not lacking.instruments


def _instrument(framework: Framework, point: WeakPoint) -> str:
    found = framework.indicator(point.indicator)
    return found.instrument if found else ""
