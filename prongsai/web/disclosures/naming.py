"""Which item a report means: papers often number by another year's list, where a code says another thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from prongsai.core.framework.framework import Framework
from prongsai.frameworks import available, load
from prongsai.web.agencies.models import Agency
from prongsai.web.disclosures.items import Item, item_in, item_of, serves
from prongsai.web.frameworks.queries import framework_for

#: From this likeness on (0 to 100) a name is that of an item, with or without a slip.
ALIKE = 86
#: Another item must be liker than that of the code by more than this: names of one group differ by a few words.
_CLEARLY = 5
_NOT_LETTERS = re.compile(r"[\W_]+")


def meant_by(agency: Agency, fiscal_year: int, code: str, name: str) -> Item | None:
    """The item that a report means by a code and a name: that of the year, unless the name is clearly another item's.

    That one is the likest of all years' lists; of several equally like, that of the year, then of the nearest one. A
    name that no list has is the agency's own wording for the code.
    """
    own = item_of(agency, fiscal_year, code)
    wanted = _letters(name)
    if not wanted or (own and _letters(own.name) == wanted):
        return own
    least = max(ALIKE, fuzz.ratio(wanted, _letters(own.name)) + _CLEARLY) if own else ALIKE
    found = None
    for framework in _nearest(agency, fiscal_year):
        for item in framework.items:
            if (likeness := fuzz.ratio(wanted, _letters(item.name))) >= least and likeness > (found[0] if found else 0):
                found = likeness, item_in(framework, item)
    if found is None or (own and (serves(own, found[1].subject) or serves(found[1], own.subject))):
        return own
    return found[1]


def _nearest(agency: Agency, fiscal_year: int) -> Iterator[Framework]:
    """The year's own list, then those of other years, the nearest first and of two the later."""
    yield framework_for(agency, fiscal_year)[0]
    years = (year for kind, year in available() if kind == "ita")
    for year in sorted(years, key=lambda one: (abs(one - fiscal_year), -one)):
        yield load("ita", year)


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text)
