"""What an action raises when it will not do as asked; views turn it into a message or a page."""

from __future__ import annotations

from django.utils.translation import get_language

from prongsai.core.access.decision import Refused
from prongsai.core.sentence import Sentence


class Stale(Exception):
    """Somebody else has written since this was read: the page shows theirs beside yours."""


def said(sentence: Sentence) -> str:
    """The sentence in the language of the request."""
    return sentence.en if (get_language() or "th").startswith("en") else sentence.th


def refuse(th: str, en: str) -> Refused:
    """The refusal to raise, from its two sentences."""
    return Refused(Sentence(th, en))
