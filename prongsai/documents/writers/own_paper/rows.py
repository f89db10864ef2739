"""This year's rows in the place of last year's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from prongsai.core.reports.cell import Cell as Printed
from prongsai.core.reports.cell import Row, cell
from prongsai.core.reports.layout import Column, Grammar
from prongsai.core.reports.reading import ReadMeasure
from prongsai.documents.readers.recognise.grid import is_noise
from prongsai.documents.readers.recognise.units import looks_like_units
from prongsai.documents.readers.word.tags import P
from prongsai.documents.writers.own_paper.cells import Line, copied_row, fill
from prongsai.documents.writers.own_paper.elements import must_stay, remove
from prongsai.documents.writers.own_paper.letters import Letters
from prongsai.documents.writers.own_paper.marks import Marks
from prongsai.documents.writers.own_paper.parts import Part, Section, foot
from prongsai.documents.writers.own_paper.pattern import RowPattern

Element = etree._Element

#: A reader would cut such a unit in two, or not know it for one, if no number stood before it.
_NEEDS_NUMBER = re.compile(r"\s|/|และ ")


def replace_rows(part: Part, pattern: RowPattern, rows: Sequence[Sequence[list[Line]]]) -> None:
    """Write the rows (lines by column, in the order of ``pattern.columns``) and take last year's away."""
    made = made_rows(pattern, rows)
    first = part.sections[0]
    behind = first.table.rows[first.header[-1]].element
    for one in reversed(made):
        behind.addnext(one)
    for at in range(first.body.start, foot(first)):
        remove(first.table.rows[at].element)
    for section in part.sections[1:]:
        _remove_piece(part, section)


def made_rows(pattern: RowPattern, rows: Sequence[Sequence[list[Line]]]) -> list[Element]:
    """The elements of these rows; an empty one where there is none, as offices leave a form."""
    return [_row(pattern, at, lines) for at, lines in enumerate(rows, 1)] or [_row(pattern, None, ())]


def take_table_away(part: Part) -> None:
    """Remove a table with all its pieces."""
    for section in part.sections:
        remove(section.table.element)


def _row(pattern: RowPattern, number: int | None, lines: Sequence[list[Line]]) -> Element:
    made, cells = copied_row(pattern.row)
    written = dict(zip(pattern.columns, lines, strict=False))
    for column, at in pattern.cells.items():
        text = written.get(column, [])
        if column in pattern.counting and number is not None:
            text = [Line(Marks().digits(str(number)))]
        fill(cells[at], pattern.paragraphs.get(column, ()), text)
    for at, other in enumerate(cells):
        if at not in pattern.cells.values():
            fill(other, (), ())
    return made


def _remove_piece(part: Part, section: Section) -> None:
    """Take a further piece of a table away, with its header and what only led over to it."""
    table = section.table
    taken = {*section.header, *section.body}
    for at in taken:
        remove(table.rows[at].element)
    if len(taken) == len(table.rows) and table.element is not part.sections[0].table.element:
        _remove_lead(table.element)
        remove(table.element)


def _remove_lead(table: Element) -> None:
    """Empty paragraphs, page breaks, page numbers and "(ต่อ)" between two pieces of a table."""
    before = table.getprevious()
    while before is not None and before.tag == P and _is_lead(before):
        further = before.getprevious()
        remove(before)
        before = further


def _is_lead(paragraph: Element) -> bool:
    text = " ".join(Letters([paragraph]).text.split())
    return not must_stay(paragraph) and (not text or is_noise(text))


def row_lines(pattern: RowPattern, row: Row) -> list[list[Line]]:
    """The cells of a row, in the order of the pattern's columns."""
    return [lines_of(column, pattern.marks[at], row) for at, column in pattern.columns.items()]


def lines_of(column: Column, marks: Marks, row: Row) -> list[Line]:
    """The paragraphs of a cell in the marks of the paper."""
    if column.grammar in (Grammar.ITEMS, Grammar.UNITS, Grammar.BOXES_AND_ITEMS):
        return list(_list(column, marks, row))
    if column.grammar is Grammar.TICK:
        ticked = row.status is not None and row.status is column.value
        return _plain([marks.tick if ticked else marks.untick])
    if column.grammar in (Grammar.NUMBER, Grammar.NUMBERED_TITLE):
        return _plain([_numbered(column, marks, row)])
    printed = list(cell(column, row).lines)
    if column.grammar in (Grammar.CODE, Grammar.INDICATOR) and marks.arabic:
        printed = [_counted(column, marks, line) for line in printed]
    return _plain(printed)


def lines_of_score(column: Column, marks: Marks, printed: Printed) -> list[Line]:
    """The paragraphs of a cell of a table of scores."""
    if column.grammar is Grammar.TEXT:
        return _plain(list(printed.lines))
    if column.grammar is Grammar.NUMBER and printed.number is not None:
        return _plain([(marks.pattern or "{}.").format(marks.digits(f"{printed.number:.0f}"))])
    return _plain([marks.digits(line) for line in printed.lines])


def _list(column: Column, marks: Marks, row: Row) -> Iterator[Line]:
    items: tuple[str, ...] = getattr(row, column.field)
    if column.grammar is Grammar.BOXES_AND_ITEMS:
        yield from map(Line, marks.boxes(row.status))
    always = column.grammar is Grammar.UNITS and any(
        _NEEDS_NUMBER.search(item) or not looks_like_units(item) for item in items
    )
    for line in marks.items(items, always=always):
        yield Line(line, marks.drawn)


def _numbered(column: Column, marks: Marks, row: Row) -> str:
    if not isinstance(row, ReadMeasure):
        raise TypeError("only measures have a number")
    pattern = marks.pattern if marks.pattern and "{}" in marks.pattern else "{}."
    number = None if row.number is None else pattern.format(marks.digits(str(row.number)))
    title = row.title if column.grammar is Grammar.NUMBERED_TITLE else None
    return " ".join(part for part in (number, title) if part)


def _counted(column: Column, marks: Marks, line: str) -> str:
    """A code, or the number of an indicator, in the digits of the paper; the title behind it stays as it is."""
    if column.grammar is Grammar.CODE:
        return marks.digits(line)
    found = re.match(r"ตัวชี้วัดที่ [๐-๙]+", line)
    return marks.digits(found.group()) + line[found.end() :] if found else line


def _plain(lines: Sequence[str]) -> list[Line]:
    return [Line(line) for line in lines if line]
