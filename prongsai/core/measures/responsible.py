"""Which division of an agency a responsible text means: ``หัวหน้าสำนักปลัด`` is of สำนักปลัดเทศบาล."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import SequenceMatcher

from prongsai.core.measures.search import same_letters

#: From this likeness on (0 to 1) a text is a slip of a division's name.
ALIKE = 0.86
#: Shorter texts say too little to be taken for the beginning or a part of a name.
SHORTEST = 5

_NOISE = re.compile(r"[\s.ฯ\u200b()/\-]+")
_KIND = re.compile(r"(?:เทศบาล(?:ตำบล|เมือง|นคร)?|องค์การบริหารส่วน(?:ตำบล|จังหวัด)|อบต|อบจ|ทต|ทม|ทน)(?=$|\s|\.)")
_OFFICE = re.compile(r"^(?:ผู้อำนวยการ|ผอ\.?|หัวหน้า|หน\.?)\s*")
_EVERYONE = re.compile(r"^(?:ผอ\.?|ผู้อำนวยการ)?\s*(?:กอง)?ทุก\s*(?:กอง|สำนัก|ส่วน|หน่วย|ฝ่าย)|ทุกกอง$")


def means_everyone(text: str) -> bool:
    """Whether the text means all divisions (ทุกกอง, ทุกส่วนงาน)."""
    return bool(_EVERYONE.search(text.strip()))


def best_match(text: str, names: Mapping[int, str]) -> int | None:
    """The id of the division that a text names, out of id to name; None where none or more than one would do.

    A name inside the text counts first (the one that begins first, the longest of those), then a shortened name
    (``กองยุทธศาสตร์ฯ``), then a slip of the pen.
    """
    wanted = _stem(text)
    if not wanted or means_everyone(text):
        return None
    stems = {pk: _stem(name) for pk, name in names.items()}
    return _inside(wanted, stems) or _shortened(wanted, stems) or _slip(wanted, stems) or _by_part(text, stems)


def _stem(text: str) -> str:
    """The name without office, kind of agency, dots and spaces."""
    return _NOISE.sub("", _KIND.sub("", _OFFICE.sub("", same_letters(text).strip())))


def _inside(wanted: str, stems: Mapping[int, str]) -> int | None:
    found = [(wanted.find(stem), -len(stem), pk) for pk, stem in stems.items() if len(stem) >= SHORTEST]
    places = sorted(one for one in found if one[0] >= 0)
    if len(places) > 1 and places[0][:2] == places[1][:2]:
        return None
    return places[0][2] if places else None


def _shortened(wanted: str, stems: Mapping[int, str]) -> int | None:
    if len(wanted) < SHORTEST:
        return None
    found = [pk for pk, stem in stems.items() if stem.startswith(wanted)]
    return found[0] if len(found) == 1 else None


def _by_part(text: str, stems: Mapping[int, str]) -> int | None:
    """``งานประชาสัมพันธ์ กองยุทธศาสตร์ฯ``: one word of several is the name, shortened; None where two words name two."""
    found = {match for part in text.split() if (match := _shortened(_stem(part), stems))}
    return found.pop() if len(found) == 1 else None


def _slip(wanted: str, stems: Mapping[int, str]) -> int | None:
    scored = sorted(((SequenceMatcher(None, wanted, stem).ratio(), pk) for pk, stem in stems.items()), reverse=True)
    if not scored or scored[0][0] < ALIKE:
        return None
    if len(scored) > 1 and scored[0][0] - scored[1][0] < 0.05:  # two that are as much alike: a person decides
        return None
    return scored[0][1]
