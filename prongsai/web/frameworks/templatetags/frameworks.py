"""Words of frameworks that templates need."""

from __future__ import annotations

import re
from decimal import Decimal

from django import template
from django.utils.translation import get_language

from prongsai.web.agencies.models import Kind

register = template.Library()

#: Thai words, then the same in English between brackets.
TOLD_TWICE = re.compile(r"(?P<th>[^(]*[ก-๙][^(]*) \((?P<en>[A-Za-z ]+)\)")


@register.simple_tag
def agency_kind(kind: str) -> str:
    """The kind of agency in the reader's language; its code where it is none of ours."""
    return str(Kind(kind).label) if kind in Kind.values else kind


@register.filter
def in_one_language(source: str) -> str:
    """Of a source told twice, ``เลื่อนจากปีอื่น (moved from another year)``, the half that the reader needs."""
    twice = TOLD_TWICE.fullmatch(source)
    if not twice:
        return source
    return twice["en"] if get_language() == "en" else twice["th"]


@register.simple_tag
def percent(share: Decimal) -> str:
    """A share of 0 to 1 in per cent, without empty decimals: 10 of 0.10."""
    return f"{(share * 100).normalize():f}"


@register.filter
def is_english(text: str) -> bool:
    """Whether no letter of a source is Thai: those who hear the page hear it in English then."""
    return not any("ก" <= letter <= "๛" for letter in text)
