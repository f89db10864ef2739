"""How weak points are written on a page."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from django import template

from prongsai.core.sentence import Sentence
from prongsai.core.weak_points.point import WeakPoint
from prongsai.core.weak_points.wording import title_of

register = template.Library()


@register.simple_tag
def title(point: WeakPoint) -> Sentence:
    """What the weak point is called."""
    return title_of(point)


@register.filter
def points(value: Fraction) -> str:
    """Points of the total with two decimals; what is more than nothing never looks like nothing."""
    text = f"{Decimal(value.numerator) / Decimal(value.denominator):.2f}"
    return "<0.01" if text == "0.00" and value > 0 else text


@register.filter
def signed(value: Decimal) -> str:
    """``+1.25``, ``-0.50``, and ``0.00`` where nothing changed."""
    return f"{value:+.2f}" if value else "0.00"
