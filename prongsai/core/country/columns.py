"""The columns of a table of results, by the headings that offices give them in Thai and in English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from prongsai.core.framework.framework import Framework
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic

CODE, NAME, KIND, SIZE, PROVINCE, YEAR, TOTAL, LEVEL = (
    *("code", "name", "kind", "size", "province", "year", "total", "level"),
)  # fmt: skip
#: Keys of the indicators.
INDICATORS = tuple(str(number) for number in range(1, 11))

#: What each column is called in messages and in files that we write.
LABELS: Mapping[str, Sentence] = {
    CODE: Sentence("รหัสหน่วยงาน", "Code"),
    NAME: Sentence("ชื่อหน่วยงาน", "Name"),
    KIND: Sentence("ประเภทหน่วยงาน", "Kind"),
    SIZE: Sentence("ขนาด", "Size"),
    PROVINCE: Sentence("จังหวัด", "Province"),
    YEAR: Sentence("ปีงบประมาณ", "Fiscal year"),
    TOTAL: Sentence("คะแนนรวม", "Total"),
    LEVEL: Sentence("ระดับผลการประเมิน", "Level"),
    **{number: Sentence(f"ตัวชี้วัดที่ {number}", f"Indicator {number}") for number in INDICATORS},
}

_VARIANTS: Mapping[str, tuple[str, ...]] = {
    CODE: ("รหัส", "รหัสหน่วย", "agency code", "agency id", "body code", "id"),
    NAME: ("หน่วยงาน", "ชื่อ", "รายชื่อหน่วยงาน", "ชื่อ อปท", "agency", "agency name", "body"),
    KIND: ("ประเภท", "ชนิดหน่วยงาน", "type", "agency type", "kind of agency"),
    SIZE: ("ขนาดหน่วยงาน", "ขนาด (S/M/L)"),
    PROVINCE: ("ชื่อจังหวัด", "changwat"),
    YEAR: ("ปี", "ปี พ.ศ.", "ปีงบประมาณ พ.ศ.", "year"),
    TOTAL: (
        "คะแนน",
        "คะแนน ITA",
        "ผลคะแนน",
        "คะแนนเฉลี่ย",
        "ผลคะแนน ITA",
        "คะแนนภาพรวม",
        "score",
        "total score",
        "ITA",
        "ITA score",
    ),
    LEVEL: ("ระดับ", "ระดับผล", "ผลการประเมิน", "ระดับคะแนน", "rating", "result"),
}
_INDICATOR = re.compile(r"(?:คะแนน)?(?:ตัวชี้วัด(?:ที่)?|ตัวที่|indicator|ind)?(\d{1,2})(.*)")
_PART = re.compile(r"\d\s*\.\s*\d")
_NOTHING = re.compile(r"[^0-9a-zก-๎]")


def plain(heading: str) -> str:
    """A heading as it is compared: Arabic digits, small letters, no spaces and signs."""
    return _NOTHING.sub("", to_arabic(heading).lower())


_KNOWN = {
    plain(variant): key
    for key, label in LABELS.items()
    for variant in (key, label.th, label.en, *_VARIANTS.get(key, ()))
}


@dataclass(frozen=True, slots=True)
class Header:
    """Key to the column's number from 1. ``twice`` are keys that stand in several; ``ignored`` what nobody knows."""

    columns: Mapping[str, int] = field(default_factory=dict)
    headings: Mapping[int, str] = field(default_factory=dict)
    twice: Mapping[str, int] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()


def header_of(cells: Mapping[int, str], framework: Framework) -> Header:
    """What the cells of a row (by column from 1) are the headings of."""
    names = {plain(name): str(one.number) for one in framework.indicators for name in (one.name, one.name_en)}
    columns: dict[str, int] = {}
    twice: dict[str, int] = {}
    ignored = []
    for column, text in sorted(cells.items()):
        key = _key_of(text, names)
        if key is None:
            ignored.append(text)
        elif key in columns:
            twice[key] = column
        else:
            columns[key] = column
    return Header(columns, dict(cells), twice, tuple(ignored))


def _key_of(text: str, names: Mapping[str, str]) -> str | None:
    heading = plain(text)
    if heading in _KNOWN or heading in names:
        return _KNOWN.get(heading) or names[heading]
    found = None if _PART.search(to_arabic(text)) else _INDICATOR.fullmatch(heading)
    if found is None or found[1] not in INDICATORS:
        return None
    return found[1] if not found[2] or names.get(found[2]) == found[1] else None
