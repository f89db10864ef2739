"""The words of a questionnaire on a page."""

from __future__ import annotations

from django import template

from prongsai.core.sentence import Sentence
from prongsai.web.site.refusals import said
from prongsai.web.surveys.models import Survey
from prongsai.web.surveys.queries.sharing import address_of

register = template.Library()


@register.simple_tag
def own_words(sentence: Sentence) -> str:
    """The sentence in the reader's language; in Thai where the agency wrote no English."""
    return said(sentence) or sentence.th


@register.filter
def survey_address(survey: Survey) -> str:
    """Where the survey is answered."""
    return address_of(survey)
