"""Words of frameworks that templates need."""

from __future__ import annotations

from decimal import Decimal

from django import template

from prongsai.web.agencies.models import Kind

register = template.Library()


@register.simple_tag
def agency_kind(kind: str) -> str:
    """The kind of agency in the reader's language; its code where it is none of ours."""
    return str(Kind(kind).label) if kind in Kind.values else kind


@register.simple_tag
def percent(share: Decimal) -> str:
    """A share of 0 to 1 in per cent, without empty decimals: 10 of 0.10."""
    return f"{(share * 100).normalize():f}"
