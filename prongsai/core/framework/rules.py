"""How a framework turns answers and results into points, and points into a total. Source: ita.md §1.5, §1.6, §6."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from prongsai.core.framework.origin import Confidence, Origin


class YearRule(StrEnum):
    """Of which time the data of an item must be."""

    NONE = "none"
    CURRENT = "current"  # of the fiscal year that is assessed
    FIRST_SIX_MONTHS = "first_six_months"  # October to March of it
    PREVIOUS = "previous"  # of the year before


class Coding(StrEnum):
    """How the answers of a question become points; what each choice is worth, the year's scale says."""

    NORMAL = "normal"  # four choices, the last is best
    REVERSED = "reversed"  # four choices, the first is best
    BAD = "bad"  # to have it is bad
    GOOD = "good"  # to have it is good


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose: its ``value`` as it is stored (four choices 1 to 4; ไม่มี 0, มี 1) and its points."""

    value: int
    label: str
    label_en: str
    points: Decimal


@dataclass(frozen=True, slots=True)
class Scale:
    """The choices of a coding, in the order in which they are offered, with what each is worth (0 to 100)."""

    coding: Coding
    choices: tuple[Choice, ...]
    origin: Origin

    def points(self, value: int) -> Decimal | None:
        """What that choice is worth; None where the scale has no such choice."""
        return next((one.points for one in self.choices if one.value == value), None)


@dataclass(frozen=True, slots=True)
class Dependence:
    """An entry counts only where the entry ``code`` has one of these scores (0 to 100)."""

    code: str
    scores: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class Mechanics:
    """What is peculiar in how one question or item counts. The default is the plain case.

    ``weight``: its share among its siblings. ``not_for``: kinds of agency of which it is not asked: it is then in
    neither the score nor the maximum. ``depends_on``: likewise out where the dependence does not hold.
    ``penalty``: a negative entry: it adds nothing to the maximum, and a bad result takes so many points (0 to 100)
    off the score of its sub-indicator or indicator, which never falls below 0.
    """

    weight: Decimal = Decimal(1)
    not_for: tuple[str, ...] = ()
    depends_on: Dependence | None = None
    penalty: Decimal | None = None


class RoundingMethod(StrEnum):
    """At which step figures are rounded when a total is reckoned."""

    WEIGHTED_INSTRUMENTS = "weighted_instruments"  # each weighted instrument, then they are added
    INSTRUMENTS = "instruments"  # each instrument's mean, then they are weighted, added, and the sum is rounded
    TOTAL = "total"  # only the total


class Half(StrEnum):
    """Where a figure goes that lies just in the middle."""

    UP = "up"
    EVEN = "even"


class LevelsCompare(StrEnum):
    """Whether levels look at the figures as they are published, or at the exact ones."""

    ROUNDED = "rounded"
    EXACT = "exact"


class DisclosureMean(StrEnum):
    """Of what the score of an OIT indicator is the mean."""

    SUB_INDICATORS = "sub_indicators"
    ITEMS = "items"


@dataclass(frozen=True, slots=True)
class Rules:
    """The arithmetic of a year, each choice with its origin in the framework's SOURCES."""

    method: RoundingMethod = RoundingMethod.WEIGHTED_INSTRUMENTS
    places: int = 2
    half: Half = Half.UP
    levels_compare: LevelsCompare = LevelsCompare.ROUNDED
    disclosure_mean: DisclosureMean = DisclosureMean.SUB_INDICATORS
    origin: Origin = field(default_factory=lambda: Origin("ita.md §1.6, §6", Confidence.LIKELY))
