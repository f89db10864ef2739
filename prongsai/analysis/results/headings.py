"""Which column of a table of results is what: by its heading, in Thai, English or short."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from prongsai.core.country.kinds import bare
from prongsai.core.framework.framework import Framework
from prongsai.core.thai.digits import to_arabic

#: Kinds of column that are no indicator, with the headings that mean them.
NAMES = {
    "year": ("ปี", "ปีงบประมาณ", "ปี พ.ศ.", "year", "fiscal year"),
    "code": ("รหัส", "รหัสหน่วยงาน", "code", "agency code"),
    "name": ("หน่วยงาน", "ชื่อหน่วยงาน", "name", "agency"),
    "kind": ("ประเภท", "ประเภทหน่วยงาน", "kind", "type"),
    "size": ("ขนาด", "size"),
    "province": ("จังหวัด", "province"),
    "total": ("คะแนนรวม", "คะแนน ITA", "ITA", "คะแนน", "total", "score"),
    "level": ("ระดับ", "ระดับผลการประเมิน", "ผลการประเมิน", "level"),
}
#: Without these no row can be read.
NEEDED = ("name", "kind")
_BY_HEADING = {bare(name): kind for kind, names in NAMES.items() for name in names}
_Key = TypeVar("_Key", str, int)
_NUMBERED = re.compile(r"(?:ตัวชี้วัด(?:ที่)?|indicator|ind|i)?(\d{1,2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Columns:
    """Places of columns, from 0: by the words of ``NAMES``, and of indicators by number; ``twice``: met again."""

    named: dict[str, int] = field(default_factory=dict)
    indicators: dict[int, int] = field(default_factory=dict)
    twice: list[int] = field(default_factory=list)

    @property
    def known(self) -> int:
        """How many columns were understood."""
        return len(self.named) + len(self.indicators)


def columns_of(headings: Sequence[str], names: Mapping[str, int]) -> Columns:
    """What each heading of a row means; a row that is no heading gives few. ``names``: see ``indicator_names``."""
    found = Columns()
    numbers = set(names.values())
    for place, heading in enumerate(headings):
        word = bare(to_arabic(heading))
        number = _indicator(word, names)
        if word in _BY_HEADING:
            _place(found.named, _BY_HEADING[word], place, found.twice)
        elif number in numbers:
            _place(found.indicators, number, place, found.twice)
    return found


def indicator_names(frameworks: Iterable[Framework]) -> dict[str, int]:
    """The names of indicators over the years, without spaces, and their numbers."""
    return {bare(one.name): one.number for framework in frameworks for one in framework.indicators}


def letters(place: int) -> str:
    """The name of a column in a sheet: 0 is A, 26 is AA."""
    place, last = divmod(place, 26)
    return (letters(place - 1) if place else "") + chr(ord("A") + last)


def _place(places: dict[_Key, int], key: _Key, place: int, twice: list[int]) -> None:
    if key in places:
        twice.append(place)
    places.setdefault(key, place)


def _indicator(word: str, names: Mapping[str, int]) -> int:
    """The number of an indicator, by its name, its number, or both; 0 where the word is none."""
    if word in names:
        return names[word]
    met = _NUMBERED.match(word)
    return int(met[1]) if met and word[met.end() :] in ("", *names) else 0
