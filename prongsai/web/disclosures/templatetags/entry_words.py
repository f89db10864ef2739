"""Words of what is entered in ITAS."""

from __future__ import annotations

from django import template

from prongsai.core.disclosures.entry import WORDS

register = template.Library()


@register.filter
def answer_word(answer: str) -> str:
    """มี or ไม่มี as ITAS has them, in Thai for everybody: it is copied; a dash where there is no answer."""
    return WORDS[answer].th if answer in WORDS else "–"
