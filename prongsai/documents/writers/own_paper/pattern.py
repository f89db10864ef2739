"""What a row of last year gives for the rows of this year: cells, widths, look, marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from prongsai.core.reports.layout import Column
from prongsai.documents.readers.document import Cell
from prongsai.documents.readers.word.columns import unwrapped
from prongsai.documents.readers.word.tags import TBL, TC, TC_PR, TR_PR, child, number, w, whole
from prongsai.documents.writers.own_paper.cells import paragraphs_of, plain_pattern, spans
from prongsai.documents.writers.own_paper.columns import layout_columns, only_counts
from prongsai.documents.writers.own_paper.marks import Marks, marks_of
from prongsai.documents.writers.own_paper.parts import Part, Section, foot, is_across
from prongsai.documents.writers.own_paper.traced import TracedRow

Element = etree._Element


@dataclass(frozen=True, slots=True)
class RowPattern:
    """How a row is made. ``row`` is copied; the rest by column of the table (from 0): which cell of the row it is, what
    is written there, how it is marked, and like which paragraphs. ``counting`` columns only count the rows."""

    row: Element
    cells: dict[int, int]
    columns: dict[int, Column]
    marks: dict[int, Marks]
    paragraphs: dict[int, tuple[Element, ...]]
    counting: frozenset[int]


def pattern_of(part: Part) -> RowPattern:
    """The pattern of a table: the first row that has a cell for every column, else the header without its weight."""
    body = list(_body(part))
    headers = [(section, at) for section in part.sections for at in reversed(section.header)]
    section, at = _fullest(part, [*body, *headers])
    row, is_body = section.table.rows[at], at in section.body
    places = list(unwrapped(row.element, TC))
    shares = _shares(row, places)
    texts = {column: [_cell(each, which, column) for each, which in body] for column in shares}
    columns = layout_columns(part.columns, shares, texts)
    return RowPattern(
        row=row.element,
        cells={column: places.index(cell.cell) for column, cell in row.cells.items()},
        columns=columns,
        marks={column: marks_of(columns[column], texts[column]) for column in columns},
        paragraphs={column: tuple(_paragraphs(column, body, row, is_body=is_body)) for column in shares},
        counting=frozenset(column for column in shares if only_counts(part.columns, column)),
    )


def _body(part: Part) -> Iterator[tuple[Section, int]]:
    """Last year's rows, without headings and notes over the whole table."""
    for section in part.sections:
        width = len(section.columns.fields)
        for at in range(section.body.start, foot(section)):
            if not is_across(section.table.rows[at], width):
                yield section, at


def _fullest(part: Part, rows: Sequence[tuple[Section, int]]) -> tuple[Section, int]:
    """The first row with the most cells of columns that are known."""
    known = {at for at, field in enumerate(part.columns.fields) if field is not None}
    return max(rows, key=lambda one: len(known & set(one[0].table.rows[one[1]].cells)))


def _cell(section: Section, row: int, column: int) -> Cell:
    cells = section.table.table.rows[row].cells
    return cells[column] if column < len(cells) else Cell()


def _paragraphs(
    column: int, body: Sequence[tuple[Section, int]], row: TracedRow, *, is_body: bool
) -> Iterator[Element]:
    """The paragraphs of the first cell of the column that has text; else those of the row that is copied."""
    for section, at in body:
        placed = section.table.rows[at].cells.get(column)
        if placed is not None and not placed.goes_on and _cell(section, at, column).text:
            yield from paragraphs_of(placed.cell)
            return
    cell = row.cells[column].cell
    yield from paragraphs_of(cell) if is_body else plain_pattern([cell])


def _shares(row: TracedRow, cells: Sequence[Element]) -> dict[int, float]:
    """The width of each column of a row, in percent of the whole."""
    table = next(row.element.iterancestors(TBL))
    grid = [whole(one.get(w("w"))) for one in table.findall(f"{w('tblGrid')}/{w('gridCol')}")]
    at = number(child(row.element.find(TR_PR), w("gridBefore")))
    widths = []
    for cell in cells:
        own = child(cell.find(TC_PR), w("tcW"))
        told = whole(own.get(w("w"))) if own is not None and own.get(w("type")) == "dxa" else 0
        widths.append(sum(grid[at : at + spans(cell)]) or told or 1000)
        at += spans(cell)
    return {column: 100 * widths[cells.index(one.cell)] / sum(widths) for column, one in row.cells.items()}
