"""Which column of a pasted table holds what: by its headings, or by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from types import MappingProxyType

from prongsai.core.disclosures.pasted_cells import code_of, has_address, says_no, says_nothing, says_yes, tidy
from prongsai.core.sentence import Sentence

CODE, NAME, URL, WORDS, ANSWER = "code", "name", "url", "words", "answer"

#: What each column is called in messages.
LABELS: Mapping[str, Sentence] = MappingProxyType(
    {
        CODE: Sentence("ข้อ", "Item"),
        NAME: Sentence("รายการ", "Name"),
        URL: Sentence("URL", "URL"),
        WORDS: Sentence("คำอธิบาย", "Explanation"),
        ANSWER: Sentence("คำตอบ", "Answer"),
    }
)
_HEADINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        CODE: ("ข้อ", "ข้อที่", "รหัส", "รหัสข้อ", "ข้อo", "oit", "ข้อoit", "ตัวชี้วัด", "code", "item", "no", "ที่", "ลำดับ", "ลำดับที่"),
        NAME: (
            "รายการ",
            "ข้อมูล",
            "ชื่อรายการ",
            "ชื่อข้อมูล",
            "ประเด็น",
            "ประเด็นการตรวจ",
            "หัวข้อ",
            "รายการข้อมูล",
            "name",
            "title",
        ),
        URL: (
            "url",
            "urls",
            "ลิงก์",
            "ลิงค์",
            "ลิ้งค์",
            "ลิงก์url",
            "link",
            "links",
            "ที่อยู่",
            "ที่อยู่เว็บ",
            "เว็บไซต์",
            "ช่องทางการเผยแพร่",
        ),
        WORDS: (
            *("คำอธิบาย", "คำอธิบายเพิ่มเติม", "อธิบาย", "อธิบายเพิ่มเติม", "หมายเหตุ", "รายละเอียด", "รายละเอียดเพิ่มเติม"),
            *("explanation", "remark", "note", "description"),
        ),
        ANSWER: ("คำตอบ", "มีไม่มี", "ตอบ", "การตอบ", "ผลการตอบ", "answer", "has"),
    }
)
_NOTHING = re.compile(r"[^0-9a-zก-๎]")
_ALIKE = 0.84
#: Titles may stand above the headings.
_WITHIN = 15

Row = Sequence[str]


def columns_of_headings(row: Row, *, slips: bool = True) -> dict[str, int]:
    """Key to column (from 0) of a row of headings; empty where it is none: an address or two known words decide.

    ``slips``: words that are nearly right count too.
    """
    found: dict[str, int] = {}
    for at, cell in enumerate(row):
        key = _key(cell, slips)
        if key and key not in found and not has_address(cell):
            found[key] = at
    return found if len(found) > 1 and (CODE in found or NAME in found) else {}


def heading_row(rows: Sequence[Row]) -> tuple[int, dict[str, int]]:
    """(place of the headings, their columns); (-1, nothing) where the table begins with its first item."""
    for at, row in enumerate(rows[:_WITHIN]):
        columns = columns_of_headings(row)
        if columns:
            return at, columns
    return -1, {}


def guessed(rows: Sequence[Row], codes: frozenset[str]) -> dict[str, int]:
    """The columns by what stands in them; a table without addresses has no URL column."""
    width = max((len(row) for row in rows), default=0)
    left = list(range(width))
    found: dict[str, int] = {}
    tests: dict[str, Callable[[str], bool]] = {
        URL: has_address,
        CODE: lambda cell: code_of(cell) in codes,
        ANSWER: lambda cell: says_yes(cell) or tidy(cell) == "ไม่มี",
        NAME: lambda cell: not says_nothing(cell) and not says_no(cell),
        WORDS: lambda cell: not says_nothing(cell),
    }
    for key, test in tests.items():
        counts = {at: sum(test(row[at]) for row in rows if at < len(row)) for at in left}
        best = max(counts, key=lambda at: (counts[at], -at), default=None)
        if best is not None and counts[best]:
            found[key] = best
            left.remove(best)
    return found


def _key(cell: str, slips: bool) -> str:
    plain = _NOTHING.sub("", tidy(cell).lower())
    if not plain or len(plain) > 30:
        return ""
    exact = next((key for key, names in _HEADINGS.items() if plain in names), "")
    if exact or not slips or len(plain) < 3:
        return exact
    alike = [(SequenceMatcher(None, plain, name).ratio(), key) for key, names in _HEADINGS.items() for name in names]
    best, key = max(alike)
    return key if best >= _ALIKE else ""
