"""Names of the framework in the reader's language."""

from __future__ import annotations

from prongsai.core.sentence import Sentence
from prongsai.web.site.refusals import said


def in_words(name: str, name_en: str) -> str:
    """The English name for English readers where there is one, else the official Thai one."""
    return said(Sentence(name, name_en or name))
