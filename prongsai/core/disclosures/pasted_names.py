"""Which item a row of a table means, by the code and the name in it; the two do not always agree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from prongsai.core.thai.digits import to_arabic

#: Likeness from 0 to 1. From ALIKE on two names are the same but for slips; below FOREIGN they are of other things.
ALIKE, FOREIGN, SURE = 0.78, 0.5, 0.9
#: Between the likeness of the name that a row has and that of the item of its code, where both are like.
_AHEAD = 0.12

_COMPARED = 140

_NOISE = re.compile(r"[^0-9a-zก-๎]|(?:ประจำปี)?(?:งบประมาณ)?(?:พศ)?25\d\d")


@dataclass(frozen=True, slots=True)
class Known:
    """An item of the year."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Meant:
    """The item of a row, nothing where none. ``is_open``: a person has to say which of ``options`` it is.

    ``is_foreign``: the code is of this year, but the name is like no item's.
    """

    code: str
    by_name: bool = False
    is_open: bool = False
    options: tuple[str, ...] = ()
    is_foreign: bool = False


def meant_by(code: str, name: str, known: Sequence[Known]) -> Meant:
    """The item of the row's code where its name does not speak against it; else that of its name, with a question."""
    names = {one.code: one.name for one in known}
    wanted = _plain(name)
    own = _likeness(wanted, _plain(names[code])) if code in names else 0.0
    if code in names and (not wanted or own >= ALIKE):
        return Meant(code)
    best, likest = _best(wanted, known)
    if code in names:
        disagrees = best != code and likest >= ALIKE and likest >= own + _AHEAD
        return Meant(best, True, True, (best, code)) if disagrees else Meant(code, is_foreign=own < FOREIGN)
    if likest >= ALIKE:
        return Meant(best, True, likest < SURE, (best,))
    return Meant("")


def _best(wanted: str, known: Sequence[Known]) -> tuple[str, float]:
    found = [(_likeness(wanted, _plain(one.name)), one.code) for one in known] if wanted else []
    likest, code = max(found, default=(0.0, ""))
    return code, likest


def _likeness(one: str, other: str) -> float:
    if not one or not other:
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < FOREIGN or matcher.quick_ratio() < FOREIGN:
        return 0.0
    return matcher.ratio()


@lru_cache(maxsize=2_000)
def _plain(name: str) -> str:
    """A name as it is compared: without spaces, signs and years, with a decomposed สระอำ put together.

    Of a longer text only the beginning counts: no name of an item has so many letters.
    """
    return _NOISE.sub("", to_arabic(name).lower().replace("ํา", "ำ").replace(" า", "ำ"))[:_COMPARED]
