"""Substring search of Thai text: what is searched and what is looked for go through the same function."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from prongsai.core.measures.content import MeasureContent
from prongsai.core.thai.digits import to_arabic

_NOTHING = re.compile(r"[\s\u200b\u200c\u200d\ufeff]+")
_TONE_BEFORE_AM = re.compile("([\u0e48-\u0e4b]?)\u0e4d([\u0e48-\u0e4b]?)\u0e32")


def needle(text: str) -> str:
    """The text as it is searched: lower case, Arabic digits, ำ and แ as one letter, no spaces.

    Thai writes spaces where it likes, so none of them counts.
    """
    return _NOTHING.sub("", same_letters(to_arabic(text))).lower()


def same_letters(text: str) -> str:
    """The text with ำ and แ as one letter each, however they were typed."""
    return _TONE_BEFORE_AM.sub("\\1\\2\u0e33", unicodedata.normalize("NFC", text).replace("เเ", "แ"))


def search_text(content: MeasureContent) -> str:
    """All that a measure says, one value a line, so that nothing is found across two of them."""
    texts: Iterable[str] = (
        content.title,
        *content.steps,
        *content.responsible,
        content.period,
        *content.monitoring,
        *content.outcome,
        content.suggestion,
    )
    return "\n".join(filter(None, (needle(text) for text in texts)))
