"""What pages say of the rules of a year: the levels in their order, the names of the indicators, how sure they are."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language

from prongsai.core.country.kinds import KINDS
from prongsai.core.framework.framework import Framework
from prongsai.core.framework.origin import Confidence
from prongsai.frameworks import newest_for
from prongsai.web.site.refusals import said


@dataclass(frozen=True, slots=True)
class YearWords:
    """What serves a year. ``provisional``: another year's framework; ``remembered``: its levels have no source."""

    framework: Framework
    provisional: bool
    remembered: bool

    @property
    def levels(self) -> list[tuple[str, str]]:
        """(code, name in the reader's language), the best first."""
        return [(one.name, one.name_en if _english() else one.name) for one in self.framework.levels]

    @property
    def passing(self) -> set[str]:
        """The levels that count as passed."""
        return {one.name for one in self.framework.levels if one.passes}

    @property
    def indicators(self) -> list[tuple[int, str]]:
        """(number, name in the reader's language)."""
        return [(one.number, one.name_en if _english() else one.name) for one in self.framework.indicators]


def words_of(year: int) -> YearWords:
    """The words of a fiscal year."""
    framework, provisional = newest_for(year)
    remembered = any(one.origin.confidence is Confidence.MEMORY for one in framework.levels)
    return YearWords(framework, provisional, remembered)


def kind_name(code: str) -> str:
    """The name of a kind in the reader's language."""
    kind = KINDS.get(code)
    return said(kind.name) if kind else code


def _english() -> bool:
    return (get_language() or "th").startswith("en")
