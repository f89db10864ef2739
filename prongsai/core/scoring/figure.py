"""A score that can be unfolded: every figure holds the figures that it was made of, down to the answers.

Scores are not explained after the event: the tree is how they are reckoned, so what is told is what was done.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from prongsai.core.framework.origin import Confidence
from prongsai.core.framework.rules import Choice


class How(StrEnum):
    """How a figure comes of its parts."""

    GIVEN = "given"  # entered or published; what is known beneath it stands as its parts, and what they give is told
    ANSWERS = "answers"  # mean of the points of the choices, over the respondents
    MEAN = "mean"  # mean of its parts, by their weights, less the penalties among them
    PENALTY = "penalty"  # points taken off: the more, the further what is asked falls short of 100
    SHARE = "share"  # a mean, as the weighted share of the total
    SUM = "sum"  # its parts added


class Grade(StrEnum):
    """What a figure is the score of."""

    TOTAL = "total"
    INSTRUMENT = "instrument"
    INSTRUMENT_PART = "instrument_part"
    INDICATOR = "indicator"
    SUB_INDICATOR = "sub_indicator"
    QUESTION = "question"
    ANSWER = "answer"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Chosen:
    """How many respondents chose a choice."""

    choice: Choice
    times: int


@dataclass(frozen=True, slots=True)
class Figure:
    """One score. ``code`` is the framework's (``total``, ``IIT``, ``9``, ``9.1``, ``i1``, ``i1a``, ``O12``) and stands
    once in a tree; ``IIT-share`` is the weighted share of an instrument, ``EIT1-6`` an indicator in one part of it.

    ``value`` is exact (0 to 100; the share of an instrument up to its weight times 100); ``shown`` is it as published,
    rounded by the rules of the year. ``weight`` is what it counts among its siblings. ``respondents`` and ``chosen``
    are of answers only. ``confidence`` is that of the framework's entry: what is from memory is marked.
    ``most`` is the value that it cannot pass (None: 100). ``reckoned`` is of a given figure with parts: what they give
    (of a total, as it would have been published).
    """

    grade: Grade
    code: str
    name: str
    how: How
    value: Fraction
    shown: Decimal
    weight: Fraction
    confidence: Confidence
    parts: tuple[Figure, ...] = ()
    respondents: int | None = None
    chosen: tuple[Chosen, ...] = ()
    most: Decimal | None = None
    reckoned: Fraction | None = None

    def walk(self) -> Iterator[Figure]:
        """This figure and all below it, from the top, each before its parts."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def find(self, code: str) -> Figure | None:
        """The figure of that code, here or below."""
        return next((one for one in self.walk() if one.code == code), None)
