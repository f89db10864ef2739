"""Titles: the number in front of them, and the indicator that they name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from prongsai.core.thai.digits import to_arabic
from prongsai.documents.readers.recognise.span import alike, begins_alike
from prongsai.frameworks import newest_for

_D = "๐-๙0-9"
_INDICATOR = re.compile(
    rf"^\s*(?:ตั?[วง]\s*[ชข][ิี]?[่้]?\s*วั?[ดต]|ตัวชี้)\s*(?:ท[ิี]?[่้]?)?\s*([{_D}]{{1,2}})(?![.]?[{_D}])\s*[.):\-]?\s*"
)
_PLAIN = re.compile(rf"^\s*\(?([{_D}]{{1,2}})(?:\s*[.)]+\s*(?![{_D}])|\s+(?=[^\s{_D}.)/-]))")
_MEASURE = re.compile(rf"^\s*(?:มาตรการ|กิจกรรม|แนวทาง|โครงการ)\s*ที่\s*([{_D}]{{1,2}})(?![.]?[{_D}])\s*[.):\-]?\s*")
_CONTINUED = re.compile(r"\s*\(\s*ต่อ\s*\)\s*$")


@dataclass(frozen=True, slots=True)
class Named:
    """An indicator that a text names."""

    number: int


def names() -> dict[int, str]:
    """The names of the ten indicators: the same in all years."""
    framework, _ = newest_for(9999)
    return {one.number: one.name for one in framework.indicators}


def indicator_of(text: str, *, own_column: bool) -> Named | None:
    """The indicator that a title is: by "ตัวชี้วัดที่ …", and in a column of indicators by number or by name."""
    found = _INDICATOR.match(text)
    if found is None and own_column:
        found = _PLAIN.match(text)
    if found is not None:
        number = int(to_arabic(found[1]))
        rest = text[found.end() :]
        by_name = _by_name(rest)
        if number not in names() or (by_name and by_name != number and alike(rest, names()[number]) < 0.6):
            return Named(by_name) if by_name else None
        return Named(number)
    by_name = _by_name(text) if own_column else None
    return Named(by_name) if by_name else None


def _by_name(text: str) -> int | None:
    scored = [(max(alike(text, name), begins_alike(text, name) - 0.05), number) for number, name in names().items()]
    best, number = max(scored)
    return number if best >= 0.8 else None


def without_number(text: str) -> str:
    """A title without its number, "ตัวชี้วัดที่ …", and "(ต่อ)"."""
    text = _CONTINUED.sub("", text)
    for pattern in (_INDICATOR, _MEASURE, _PLAIN):
        if found := pattern.match(text):
            return text[found.end() :].strip() or text.strip()
    return text.strip()


def own_number(text: str) -> int | None:
    """The number in front of a title."""
    found = _MEASURE.match(text) or _PLAIN.match(text)
    return int(to_arabic(found[1])) if found else None


def number_alone(text: str) -> int | None:
    """The number of a cell that holds nothing else."""
    found = re.fullmatch(rf"\s*\(?(?:ที่\s*)?([{_D}]{{1,3}})\s*[.)]*\s*", text)
    return int(to_arabic(found[1])) if found else None
