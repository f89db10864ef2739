"""Which measure a row is whose identity is gone: by its number and title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from prongsai.core.reports.printable import printable_text

#: The likeness (0 to 100) from which on titles are the same where the number agrees, and where it does not.
_WITH_NUMBER, _ALONE = 80.0, 95.0
#: Only the beginning of a long title is compared.
_COMPARED = 500


@dataclass(frozen=True, slots=True)
class Known:
    """A measure that a row may be."""

    key: int
    number: int | None
    title: str


def best_match(number: int | None, title: str, known: Sequence[Known]) -> int | None:
    """The key of the measure with that number and title; None where there is none, or two that are equally like it."""
    found = []
    for one in known:
        score = _likeness(title, one.title)
        agrees = number is not None and number == one.number
        if score >= (_WITH_NUMBER if agrees else _ALONE):
            found.append((agrees, score, one.key))
    found.sort(reverse=True)
    if not found or (len(found) > 1 and found[0][:2] == found[1][:2]):
        return None
    return found[0][2]


def same_title(first: str, second: str) -> bool:
    """Whether two titles differ by slips at most."""
    return _likeness(first, second) >= _WITH_NUMBER


def _likeness(first: str, second: str) -> float:
    a, b = printable_text(first)[:_COMPARED], printable_text(second)[:_COMPARED]
    return fuzz.ratio(a, b) if a and b else 0.0
