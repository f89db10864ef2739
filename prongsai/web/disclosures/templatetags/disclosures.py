"""How the state of items, their points and their text are written on a page."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from prongsai.core.disclosures.state import WHY, WORDS, Condition, Reason, State
from prongsai.core.disclosures.text import paragraphs_of, pieces_of
from prongsai.core.sentence import Sentence
from prongsai.web.disclosures.board import also_told as reasons_beside
from prongsai.web.disclosures.entries import Entry
from prongsai.web.site.refusals import said
from prongsai.web.site.templatetags.parts import icon

register = template.Library()

_LOOK = {
    State.MISSING: ("idle", "circle"),
    State.BROKEN: ("bad", "alert"),
    State.STALE: ("warn", "clock"),
    State.DRAFTED: ("warn", "edit"),
    State.PUBLISHED: ("good", "check"),
}


@register.simple_tag
def state_pill(condition: Condition) -> SafeString:
    """The state of an item, as picture and word; what is public but not whole says so."""
    kind, picture = _LOOK[condition.state]
    word = said(WORDS[condition.state])
    if condition.state is State.PUBLISHED and not condition.is_whole:
        kind, picture, word = "warn", "half", _("Published in part")
    return format_html('<span class="pill pill--{}">{}{}</span>', kind, icon(picture), word)


@register.filter
def state_word(state: str) -> str:
    """A state in the reader's language."""
    return said(WORDS[State(state)])


@register.filter
def why(reason: str) -> str:
    """A reason in the reader's language."""
    return said(WHY[Reason(reason)])


@register.filter
def also_told(entry: Entry) -> list[Reason]:
    """The reasons that the board tells beside the state."""
    return reasons_beside(entry)


@register.filter
def points(value: Fraction) -> str:
    """Points of the total with two decimals; what is more than nothing never looks like nothing."""
    text = f"{Decimal(value.numerator) / Decimal(value.denominator):.2f}"
    return "<0.01" if text == "0.00" and value > 0 else text


@register.simple_tag
def in_words(value: Sentence) -> str:
    """A sentence of the core in the reader's language, to be kept under a name."""
    return said(value)


@register.filter
def as_read(text: str) -> SafeString:
    """A text as the public will read it: paragraphs, lists, and addresses as links. Nothing of it can run."""
    found: list[SafeString] = []
    entries: list[SafeString] = []
    for paragraph in [*paragraphs_of(text), ""]:
        if paragraph.startswith("- "):
            entries.append(format_html("<li>{}</li>", _linked(paragraph[2:])))
            continue
        if entries:
            found.append(format_html("<ul>{}</ul>", format_html_join("", "{}", ((one,) for one in entries))))
            entries = []
        if paragraph:
            found.append(format_html("<p>{}</p>", _linked(paragraph)))
    return format_html_join("", "{}", ((one,) for one in found))


def _linked(text: str) -> SafeString:
    def piece(words: str, url: str) -> SafeString:
        if url:
            return format_html('<a href="{}" rel="noopener noreferrer">{}</a>', url, words)
        return format_html_join(SafeString("<br />"), "{}", ((line,) for line in words.split("\n")))

    return format_html_join("", "{}", ((piece(one.text, one.url),) for one in pieces_of(text)))
