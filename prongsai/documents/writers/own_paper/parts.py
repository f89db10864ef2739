"""The tables of a paper that are understood: their headers, their rows, and the pieces that a page cut them in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from prongsai.core.thai.digits import to_arabic
from prongsai.documents.readers.document import Para
from prongsai.documents.readers.recognise.grid import Grid
from prongsai.documents.readers.recognise.headings import Columns, Kind
from prongsai.documents.writers.own_paper.traced import Traced, TracedRow, TracedTable

Element = etree._Element

_SUB = re.compile(r"ตัว\s*ชี้\s*วัด\s*ย่อย\s*(?:ที่)?\s*([๐-๙0-9]{1,2}\s*\.\s*[๐-๙0-9])")


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a table: its header, empty where it only goes on, and its rows, all counted from 0.

    ``above`` is the text between it and the table before, ``heading`` the paragraph that names a sub-indicator there.
    """

    table: TracedTable
    columns: Columns
    header: range
    body: range
    above: tuple[str, ...]
    heading: Element | None = None

    def rows(self) -> Iterator[tuple[int, TracedRow]]:
        """The rows below the header."""
        return ((at, self.table.rows[at]) for at in self.body)

    @property
    def sub_indicator(self) -> str | None:
        """The sub-indicator that the text above names."""
        found = _SUB.findall(" ".join(self.above))
        return re.sub(r"\s", "", to_arabic(found[-1])) if found else None


@dataclass(frozen=True, slots=True)
class Part:
    """A table as the agency means it: the first section takes this year's rows, the others are its continuations."""

    sections: tuple[Section, ...]
    sub_indicator: str | None = None

    @property
    def columns(self) -> Columns:
        """What its columns are, as the first header says."""
        return self.sections[0].columns


def parts_of(traced: Traced, found: Grid) -> list[Part]:
    """All tables that were recognised, in order, with what goes on with them."""
    made: list[Part] = []
    for section in _sections(traced, found):
        at = next((at for at in range(len(made) - 1, -1, -1) if _goes_on(made[at], section)), None)
        if at is None:
            sub = section.sub_indicator if section.columns.kind is Kind.DISCLOSURES else None
            made.append(Part((section,), sub))
        else:
            made[at] = Part((*made[at].sections, section), made[at].sub_indicator)
    return made


def _goes_on(part: Part, section: Section) -> bool:
    """Whether a section is a further piece of a table; another sub-indicator's disclosures are a table of their own."""
    if not section.header:
        return any(one.columns is section.columns for one in part.sections)
    if part.columns.key != section.columns.key:
        return False
    return section.columns.kind is not Kind.DISCLOSURES or section.sub_indicator in (None, part.sub_indicator)


def _sections(traced: Traced, found: Grid) -> Iterator[Section]:
    """Every stretch of every table; rows before the first header go on with the table before."""
    above: list[Para] = []
    last: Columns | None = None
    read = {row.where.table for row in found.rows}
    for block in traced.document.blocks:
        if isinstance(block, Para):
            above.append(block)
            continue
        table = traced.tables.get(block.number)
        if table is None:
            continue
        starts = _headers(table, found)
        if last is not None and block.number in read and (not starts or starts[0][0]):
            until = starts[0][0] if starts else len(table.rows)
            yield Section(table, last, range(0), range(until), *_above(traced, above))
        for at, (first, end, columns) in enumerate(starts):
            until = starts[at + 1][0] if at + 1 < len(starts) else len(table.rows)
            yield Section(table, columns, range(first, end), range(end, until), *_above(traced, [] if at else above))
            last = columns
        above = []


def _above(traced: Traced, paras: Sequence[Para]) -> tuple[tuple[str, ...], Element | None]:
    """The texts above a table, and the paragraph of the last that names a sub-indicator."""
    named = [para for para in paras if _SUB.search(para.text)]
    elements = traced.paragraphs.get(named[-1].line, ()) if named else ()
    return tuple(para.text for para in paras), elements[0] if len(elements) == 1 else None


def _headers(table: TracedTable, found: Grid) -> list[tuple[int, int, Columns]]:
    """The headers of a table: from which row to which, and what they say; rows merged into a header belong to it."""
    made: list[tuple[int, int, Columns]] = []
    for columns, place in found.headers:
        if place.table != table.table.number or place.row is None:
            continue
        first, end = place.row - 1, place.row
        if made and made[-1][1] >= place.row - 1 and made[-1][2].kind is columns.kind:
            first = made.pop()[0]
        while end < len(table.rows) and any(cell.goes_on for cell in table.rows[end].cells.values()):
            end += 1
        made.append((first, end, columns))
    return made


def is_across(row: TracedRow, width: int) -> bool:
    """Whether a row is one cell over the whole table: a heading between rows, or a note at its foot."""
    return width > 1 and len(row.cells) == 1


def foot(section: Section) -> int:
    """Where the notes at the foot of a section begin: rows across the whole table behind the last ordinary one."""
    width = len(section.columns.fields)
    ordinary = [at for at, row in section.rows() if not is_across(row, width)]
    return max(ordinary) + 1 if ordinary else section.body.start


def headings_across(sections: Sequence[Section]) -> int:
    """How many headings stand between the rows."""
    return sum(
        is_across(row, len(section.columns.fields)) and at < foot(section)
        for section in sections
        for at, row in section.rows()
    )
