"""The title lines of the paper: name of the report, year, agency and place, as this year has them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from prongsai.core.reports.reading import Places, Reading
from prongsai.core.thai.digits import to_arabic, to_thai
from prongsai.core.thai.months import MONTH
from prongsai.documents.readers.document import Para
from prongsai.documents.readers.recognise.span import squeeze
from prongsai.documents.writers.own_paper.letters import Letters
from prongsai.documents.writers.own_paper.traced import Traced

Element = etree._Element

#: So many lines before and after the first line of the title may belong to it.
_BEFORE, _BEHIND = 3, 8
_LEAST_LETTERS = 9
_DIGITS = "๐-๙0-9"
_LONG = re.compile(rf"(?<![{_DIGITS}])(?:2[45]|๒[๔๕])[{_DIGITS}]{{2}}(?![{_DIGITS}])")
#: Years of two digits, which follow a month or stand behind "ปี".
_SHORT = re.compile(rf"(?:(?:{MONTH}|ปี(?:งบประมาณ)?|พ\.\s?ศ\.)\s*)(?P<year>[{_DIGITS}]{{2}})(?![{_DIGITS}])")


@dataclass(frozen=True, slots=True)
class FoundTitles:
    """The lines of the title, by their number in the source; the same line on a later page is one too."""

    lines: dict[int, tuple[Element, ...]]
    was: Reading


def find_titles(traced: Traced, reading: Reading, places: Places, memo: frozenset[int]) -> FoundTitles:
    """The title lines: those around the name of the report, before the first table and outside of the memo."""
    starts = [place.line for place in places.get("title", ()) if place.line and place.line not in memo]
    if not starts:
        return FoundTitles({}, reading)
    tables = [table.rows[0].line for table in traced.document.tables if table.rows]
    until = min([*(line for line in tables if line > starts[0]), starts[0] + _BEHIND])
    texts = {block.line: block.text for block in traced.document.blocks if isinstance(block, Para)}
    near = {line for line in range(starts[0] - _BEFORE, until) if line in texts and line not in memo}
    same = {squeeze(texts[line]) for line in near if len(squeeze(texts[line])) >= _LEAST_LETTERS}
    lines = sorted(line for line, text in texts.items() if line in near or (line not in memo and squeeze(text) in same))
    return FoundTitles({line: traced.paragraphs[line] for line in lines if traced.paragraphs.get(line)}, reading)


def put_titles(found: FoundTitles, reading: Reading) -> None:
    """Write this year's title, year, agency and place where last year's stand; everything else of the lines stays."""
    was = found.was
    every = [Letters(line) for line in found.lines.values()]
    if reading.title and reading.title != was.title:
        _put_name(every, was.title or "", reading.title)
    for letters in every:
        if reading.fiscal_year and was.fiscal_year:
            shift_years(letters, was.fiscal_year, reading.fiscal_year - was.fiscal_year)
        for name in ("agency", "district", "province"):
            old, new = getattr(was, name), getattr(reading, name)
            if old and new and old != new and (place := letters.find(old)):
                letters.put(*place, new)


def _put_name(every: list[Letters], old: str, new: str) -> None:
    """The name of the report, which may go over several lines: all of it into the first, nothing into the others."""
    left, text = old, new
    for letters in every:
        found = letters.shared(left)
        if found is None or found[1] - found[0] < min(_LEAST_LETTERS, len(squeeze(left))):
            continue
        letters.put(found[0], found[1], text)
        left, text = found[2], ""
        if not left:
            left, text = old, new  # the title may stand again on a later page


def shift_years(letters: Letters, year: int, by: int) -> None:
    """Years of the fiscal year ``year``, and of the year in which it begins, moved by so many years."""
    if not by:
        return
    for place in reversed(list(years_in(letters.text, (year, year - 1)))):
        start, end, found = place
        text = str(found + by)[-(end - start) :]
        letters.put(start, end, text if letters.text[start:end].isascii() else to_thai(text))


def years_in(text: str, years: tuple[int, ...]) -> list[tuple[int, int, int]]:
    """Where one of these years is written, from where to where, in digits of either kind."""
    spots = [(*found.span(), int(to_arabic(found.group()))) for found in _LONG.finditer(text)]
    spots += [(*found.span("year"), 2500 + int(to_arabic(found["year"]))) for found in _SHORT.finditer(text)]
    return sorted(spot for spot in spots if spot[2] in years)
