"""The words of a questionnaire on a page."""

from __future__ import annotations

from django import template

from prongsai.core.sentence import Sentence
from prongsai.web.site.refusals import said

register = template.Library()


@register.simple_tag
def own_words(sentence: Sentence) -> str:
    """The sentence in the reader's language; in Thai where the agency wrote no English."""
    return said(sentence) or sentence.th
