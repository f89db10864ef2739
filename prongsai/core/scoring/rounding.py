"""Rounding as the rules of a year say."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor

from prongsai.core.framework.rules import Half, Rules


def rounded(value: Fraction, rules: Rules) -> Decimal:
    """The value with the places of the rules; what lies just in the middle goes up, or to the even digit.

    It is rounded from the exact fraction: a third has no end in decimals, and a tie must stay a tie until here.
    """
    scaled = value * 10**rules.places
    whole = round(scaled) if rules.half is Half.EVEN else floor(scaled + Fraction(1, 2))
    return Decimal(whole).scaleb(-rules.places)
