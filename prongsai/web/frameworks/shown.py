"""A framework and its calendar as their pages show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from prongsai.core.framework.calendar import Phase
from prongsai.core.framework.framework import DisclosureItem, Framework, Indicator, Instrument, Question, SubIndicator
from prongsai.core.framework.origin import Confidence
from prongsai.core.framework.rules import Scale

BUDDHIST = 543
#: The width of a bar of the whole fiscal year, in days.
DAYS = 366


class State(StrEnum):
    """Where a phase stands on a day."""

    OVER = "over"
    NOW = "now"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class ShownPhase:
    """A phase on a day. ``days`` is how many are left until it closes, the last one counted; None where it is over.

    ``start`` and ``length`` are days too: where its bar begins in the fiscal year, and how long it is.
    """

    phase: Phase
    state: State
    days: int | None
    start: int
    length: int

    @property
    def is_inferred(self) -> bool:
        """Whether its days were not announced."""
        return self.phase.origin.confidence is not Confidence.CERTAIN


@dataclass(frozen=True, slots=True)
class Group:
    """A sub-indicator with its items."""

    sub_indicator: SubIndicator
    items: tuple[DisclosureItem, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """An indicator with all that it is made of."""

    indicator: Indicator
    questions: tuple[Question, ...]
    groups: tuple[Group, ...]

    @property
    def items(self) -> int:
        """How many items it has."""
        return sum(len(group.items) for group in self.groups)


@dataclass(frozen=True, slots=True)
class Weighed:
    """An instrument with its weight in per cent for this kind of agency, and its indicators."""

    instrument: Instrument
    percent: str
    indicators: tuple[Indicator, ...]


def phases(calendar: Iterable[Phase], fiscal_year: int, today: date) -> list[ShownPhase]:
    """The phases of a fiscal year (Buddhist era) in the order in which they open."""
    first = _first(fiscal_year)
    return [_shown(one, first, today) for one in sorted(calendar, key=lambda one: (one.opens, one.closes))]


def next_deadline(shown: list[ShownPhase]) -> ShownPhase | None:
    """What the agency must do next: of the phases that it acts in, the one that closes first and is not over."""
    left = [one for one in shown if one.phase.agency_acts and one.state is not State.OVER]
    return min(left, key=lambda one: one.phase.closes, default=None)


def sections(framework: Framework) -> list[Section]:
    """The framework by indicators."""
    return [
        Section(
            one,
            framework.questions_of(one.number),
            tuple(
                Group(sub, framework.items_of(sub.code))
                for sub in framework.sub_indicators
                if sub.indicator == one.number
            ),
        )
        for one in framework.indicators
    ]


def weighed(framework: Framework, kind: str) -> list[Weighed]:
    """The instruments with what they weigh for a kind of agency."""
    return [
        Weighed(one, f"{one.weight_for(kind) * 100:f}".rstrip("0").rstrip("."), framework.indicators_of(one.code))
        for one in framework.instruments
    ]


def remembered(framework: Framework) -> int:
    """How many items, questions and components are from memory alone."""
    entries = [one.origin.confidence for one in framework.items]
    entries += [one.origin.confidence for one in framework.questions]
    entries += [part.confidence for item in framework.items for part in item.components]
    return sum(one is Confidence.MEMORY for one in entries)


def scales_of(framework: Framework) -> list[Scale]:
    """The scales that questions of this year use."""
    used = {part.coding for question in framework.questions for part in question.parts}
    return [one for one in framework.scales if one.coding in used]


def today_in(fiscal_year: int, today: date) -> int | None:
    """How many days of a fiscal year have gone by; None where today is not in it."""
    days = (today - _first(fiscal_year)).days
    return days if 0 <= days <= DAYS else None


def _first(fiscal_year: int) -> date:
    return date(fiscal_year - BUDDHIST - 1, 10, 1)


def _shown(phase: Phase, first: date, today: date) -> ShownPhase:
    start, length = (phase.opens - first).days, (phase.closes - phase.opens).days + 1
    if phase.closes < today:
        return ShownPhase(phase, State.OVER, None, start, length)
    days = (phase.closes - today).days + 1
    return ShownPhase(phase, State.NOW if phase.runs_on(today) else State.COMING, days, start, length)
