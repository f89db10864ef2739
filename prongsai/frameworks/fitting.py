"""Which year's framework a list of disclosure items was made by: papers often use the form of another year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from prongsai.core.framework.framework import Framework
from prongsai.frameworks.loader import available, load, newest_for

#: The number that is written for an item (None: unreadable), and its name.
Written = tuple[int | None, str]

#: Later than any framework: what has no year is held to the newest at first.
_NO_YEAR = 9999
#: Where so much of the names (0 to 1) is that of the year's own items, no other year is looked at.
_FITS = 0.75
#: Another year's form must fit better than the year's own by so much of the items, and by one.
_CLEARLY = 0.15
_NOT_LETTERS = re.compile(r"[\W_]+")


def newest_fitting(items: Sequence[Written], year: int | None, kind: str = "ita") -> tuple[Framework, bool]:
    """The framework by which a list of items is read, and whether only provisionally.

    That of ``year`` (Buddhist era), unless codes and names fit another year's clearly better: what is written is read
    as it is, whatever form it should have had. Without a year, the newest of those that fit best.
    """
    own, provisional = newest_for(year or _NO_YEAR, kind)
    provisional = provisional and year is not None
    fit = _fit(items, own)
    if not items or fit >= _FITS * len(items):
        return own, provisional
    years = sorted((one for other, one in available() if other == kind), reverse=True)
    best = max((load(kind, one) for one in years), key=lambda one: _fit(items, one))
    if _fit(items, best) - fit > (0 if year is None else 1 + _CLEARLY * len(items)):
        return best, False
    return own, provisional


def _fit(items: Sequence[Written], framework: Framework) -> float:
    """How well names stand at their numbers: 0 to 1 an item; a number that the year does not have takes 1 off."""
    names = {item.number: _letters(item.name) for item in framework.items}
    fits = 0.0
    for number, name in items:
        if number is not None:
            fits += fuzz.ratio(_letters(name), names[number]) / 100 if number in names and name else 0.0
            fits -= number not in names
    return fits


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text)
