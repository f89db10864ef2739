"""Scores as whole hundredths: 97.65 is 9765. Sums, orders and medians of them are exact in every database."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import floor

#: A full score.
FULL = 10_000


def hundredths(value: Decimal) -> int:
    """The score in hundredths, half-up: 97.645 is 9765."""
    return int(value.scaleb(2).quantize(Decimal(1), ROUND_HALF_UP))


def as_decimal(value: int) -> Decimal:
    """9765 as ``Decimal("97.65")``."""
    return Decimal(value).scaleb(-2)


def shown(value: int | None) -> str:
    """9765 as ``97.65``; empty where there is none."""
    return "" if value is None else f"{'-' if value < 0 else ''}{abs(value) // 100}.{abs(value) % 100:02d}"


def shown_change(value: int | None) -> str:
    """A change with its sign: ``+1.20``, ``−0.35``, ``0.00``; empty where there is none."""
    if value is None:
        return ""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return sign + shown(abs(value))


def mean(values: Sequence[int]) -> int | None:
    """The mean, half-up; None of nothing."""
    return _half_up(Fraction(sum(values), len(values))) if values else None


def quantile(ordered: Sequence[int], share: Fraction) -> int | None:
    """The value below which that share (0 to 1) of the ordered values lies, half-up; None of nothing.

    Between two values it goes straight, as spreadsheets do it (QUARTILE.INC, type 7 of Hyndman and Fan 1996).
    """
    if not ordered:
        return None
    place = share * (len(ordered) - 1)
    low = floor(place)
    high = min(low + 1, len(ordered) - 1)
    return _half_up(ordered[low] + (place - low) * (ordered[high] - ordered[low]))


def median(values: Sequence[int]) -> int | None:
    """The value in the middle, in whatever order they come; None of nothing."""
    return quantile(sorted(values), Fraction(1, 2))


def _half_up(value: Fraction) -> int:
    return floor(value + Fraction(1, 2))
