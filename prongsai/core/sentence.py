"""A sentence for a person, in both languages: the core knows no switch, the edge chooses."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """``th`` is what officials see first, ``en`` its twin; both say what to do."""

    th: str
    en: str

    def __str__(self) -> str:
        return f"{self.th} ({self.en})"
