"""How figures come of their parts: the one place where a score is made, and where it is made again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from prongsai.core.framework.origin import Confidence
from prongsai.core.scoring.figure import Figure, Grade, How

FULL = Fraction(100)
#: Published figures are rounded, so what is reckoned from them may be off by so much without being another score.
TOLERANCE = Fraction(1, 100)
_SURENESS = (Confidence.CERTAIN, Confidence.LIKELY, Confidence.MEMORY)


@dataclass(frozen=True, slots=True)
class Difference:
    """A published figure that is not what its published parts give, both with the places of the year."""

    code: str
    name: str
    given: Fraction
    reckoned: Fraction


def made(figure: Figure) -> Fraction:
    """What the parts of a figure give, exactly. A figure without parts is what it is."""
    if not figure.parts:
        return figure.value
    if figure.how is How.SHARE:
        return figure.weight * figure.parts[0].value
    if figure.grade is Grade.TOTAL:
        return sum((part.value for part in figure.parts), Fraction(0))
    if figure.how is How.PENALTY:
        return taken_off(figure.most, mean(figure.parts))
    return mean(figure.parts, figure.most)


def mean(parts: Sequence[Figure], most: Decimal | None = None) -> Fraction:
    """The mean of the parts by their weights, less the penalties among them; never under 0, never over ``most``.

    Penalties are in no denominator. At least one part is no penalty.
    """
    counting = [part for part in parts if part.how is not How.PENALTY]
    whole = sum((part.weight for part in counting), Fraction(0))
    score = sum((part.weight * part.value for part in counting), Fraction(0)) / whole
    less = sum((part.value for part in parts if part.how is How.PENALTY), Fraction(0))
    return min(max(score - less, Fraction(0)), FULL if most is None else Fraction(most))


def taken_off(penalty: Decimal | None, score: Fraction) -> Fraction:
    """The points that a negative entry takes off: all at 0, none at 100."""
    return Fraction(penalty or 0) * (FULL - score) / FULL


def differences(figure: Figure) -> tuple[Difference, ...]:
    """Every given figure, here or below, that differs from its parts by more than rounding can explain."""
    return tuple(
        Difference(one.code, one.name, one.value, one.reckoned)
        for one in figure.walk()
        if one.reckoned is not None and abs(one.reckoned - one.value) > TOLERANCE
    )


def least_sure(*confidences: Confidence) -> Confidence:
    """The least sure of several."""
    return max(confidences, key=_SURENESS.index)
