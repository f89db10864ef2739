"""What a list of measures can be narrowed to, and how the choices are read from an address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from prongsai.core.measures.lateness import Lateness
from prongsai.core.reports.reading import Status

#: A search text is cut here: nobody types more.
LONGEST_TEXT = 100


class Attention(StrEnum):
    """Other things that one looks for."""

    LATE = "late"  # overdue, or should have begun
    NO_OWNER = "no_owner"
    NO_EVIDENCE = "no_evidence"
    NO_RESULT = "no_result"


@dataclass(frozen=True, slots=True)
class Filters:
    """Nothing chosen shows everything. ``division`` is an id; ``text`` a substring of anything that a measure says."""

    division: int | None = None
    indicator: int | None = None
    status: Status | None = None
    late: Lateness | None = None
    attention: Attention | None = None
    text: str = ""

    @classmethod
    def read(cls, values: Mapping[str, str]) -> Filters:
        """Out of the query of an address; what is no choice is as if it were not there."""
        return cls(
            division=_number(values.get("division", ""), 2**31),
            indicator=_number(values.get("indicator", ""), 10),
            status=_one_of(Status, values.get("status", "")),
            late=_one_of(Lateness, values.get("late", "")),
            attention=_one_of(Attention, values.get("attention", "")),
            text=values.get("q", "").strip()[:LONGEST_TEXT],
        )

    def query(self) -> dict[str, str]:
        """As the query of an address, without what was not chosen."""
        chosen = {
            "division": self.division,
            "indicator": self.indicator,
            "status": self.status,
            "late": self.late,
            "attention": self.attention,
            "q": self.text,
        }
        return {name: str(value) for name, value in chosen.items() if value not in (None, "")}


def _number(text: str, most: int) -> int | None:
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= 10 else 0
    return number if 1 <= number <= most else None


E = TypeVar("E", bound=StrEnum)


def _one_of(kind: type[E], text: str) -> E | None:
    return kind(text) if text in set(kind) else None
