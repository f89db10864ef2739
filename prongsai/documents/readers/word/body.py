"""The body of a document → paragraphs and tables in the order of its text."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from prongsai.documents.readers.document import Cell, Para, Row, Table
from prongsai.documents.readers.office.source import clean
from prongsai.documents.readers.text.decode import MOST_CELLS, too_many_cells
from prongsai.documents.readers.word.columns import Placed, placed_rows
from prongsai.documents.readers.word.inline import Inline, is_prompt
from prongsai.documents.readers.word.numbering import LEVELS, Numbering
from prongsai.documents.readers.word.styles import Styles, has_lines
from prongsai.documents.readers.word.tags import (
    ALTERNATE,
    DEL,
    MOVE_FROM,
    P_PR,
    R_PR,
    SDT,
    TBL,
    TBL_PR,
    WRAPPERS,
    P,
    child,
    chosen,
    number,
    value,
    w,
)

Block = Para | Table


class Body:
    """Reads what stands in a document, in a cell, in a text box: everywhere the same paragraphs and tables."""

    def __init__(self, root: etree._Element, styles: Styles, numbering: Numbering, name: str) -> None:
        self._styles = styles
        self._numbering = numbering
        self._inline = Inline(styles)
        self._name = name
        self._seen_table = False
        # Where no table has lines, their lack says nothing.
        self._lines_matter = any(self._has_lines(table) for table in root.iter(TBL))

    def blocks(self, container: etree._Element) -> Iterator[Block]:
        """What stands inside an element. Lines and numbers of tables are not given yet."""
        carried = ""
        before: tuple[str, str] | None = None
        for element in _elements(container):
            if element.tag == TBL:
                yield from self._table(element)
                before = None
                continue
            properties = element.find(P_PR)
            style = self._styles.of_paragraph(properties)
            found = self._inline.read(element, style)
            text, carried = carried + found.text, ""
            if _goes_on(properties):
                carried = text
            else:
                look = (style, value(child(properties, w("jc"))))
                made = self._paras(text, properties, style, gap=look != before)
                before = look if made else None
                yield from made
            for box in found.boxes:
                yield from self.blocks(box)
        if clean(carried):
            yield Para(clean(carried), 0, block=True, gap=True)

    def _paras(self, text: str, properties: etree._Element | None, style: str, *, gap: bool) -> list[Para]:
        """The lines of a paragraph, the number of its list in front."""
        label, depth = self._label(properties, style, is_empty=not clean(text))
        lines = [clean(line) for line in text.split("\n")]
        filled = [line for line in lines if line]
        if label:
            filled[:1] = [clean(label + (filled[0] if filled else ""))]
        return [Para(line, 0, at == 0, depth, gap and at == 0) for at, line in enumerate(filled)]

    def _label(self, properties: etree._Element | None, style: str, *, is_empty: bool) -> tuple[str, int]:
        """What a list draws before the paragraph, and the depth of its level; a bullet before nothing is not drawn."""
        own = child(properties, w("numPr"))
        of_style, level_of_style = self._styles.list_of(style)
        said = child(own, w("numId"))
        chosen_list = of_style if said is None else number(said)
        if not chosen_list:
            return "", 0
        said_level = child(own, w("ilvl"))
        if said_level is not None:
            level = number(said_level)
        elif said is None and level_of_style is not None:
            level = level_of_style
        else:
            level = self._numbering.level_of_style(chosen_list, style)
        level = min(max(level, 0), LEVELS - 1)
        label = self._numbering.label(chosen_list, level)
        if label is None or (is_empty and label == "- "):
            return "", 0
        return label, level + 1

    def _table(self, table: etree._Element) -> Iterator[Block]:
        rows = placed_rows(table)
        if _is_frame(rows):
            for row in rows:
                for placed in row:
                    yield from self.blocks(placed.cell)
        elif self._lines_matter and not self._has_lines(table):
            for row in rows:
                yield from self._without_lines(row)
        else:
            # A title that fills the first rows of the first table is drawn into it so that every page repeats it.
            while not self._seen_table and _is_title(rows):
                yield from self.blocks(rows.pop(0)[0].cell)
            self._seen_table = True
            yield self._of_rows(rows)

    def _has_lines(self, table: etree._Element) -> bool:
        return has_lines(table) or self._styles.has_lines(value(child(table, TBL_PR, w("tblStyle"))))

    def _without_lines(self, row: list[Placed]) -> Iterator[Block]:
        """A row of a table that only keeps text in its place: a line, or one cell after the other."""
        cells = [list(self.blocks(placed.cell)) for placed in row if not placed.goes_on]
        texts = [block.text for cell in cells for block in cell if isinstance(block, Para)]
        if texts and all(len(cell) < 2 and all(isinstance(block, Para) for block in cell) for cell in cells):
            yield Para(" ".join(texts), 0, block=True)
        else:
            for cell in cells:
                yield from cell

    def _of_rows(self, rows: list[list[Placed]]) -> Table:
        """Each cell in the column that it begins in; where it spans others, and rows below, these are empty."""
        starts = sorted({placed.start for row in rows for placed in row if not placed.goes_on})
        if len(starts) * len(rows) > MOST_CELLS:
            raise too_many_cells(self._name)
        made = []
        for row in rows:
            cells: dict[int, tuple[Para, ...]] = {}
            for placed in row:
                if not placed.goes_on:
                    cells[placed.start] = (*cells.get(placed.start, ()), *self._cell(placed.cell))
            made.append(Row(tuple(Cell(cells.get(start, ())) for start in starts), 0))
        return Table(0, tuple(made))

    def _cell(self, cell: etree._Element) -> tuple[Para, ...]:
        """The paragraphs of a cell; of a table inside it each row is one."""
        paras: list[Para] = []
        for block in self.blocks(cell):
            if isinstance(block, Para):
                paras.append(block)
            else:
                rows = (" ".join(one.text for one in row.cells if one.text) for row in block.rows)
                paras += [Para(text, 0, block=True) for text in rows if text]
        return _raised(paras)


def _elements(container: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables of an element, those in wrappers included."""
    for one in container:
        if one.tag in (P, TBL):
            yield one
        elif one.tag == ALTERNATE:
            choice = chosen(one)
            if choice is not None:
                yield from _elements(choice)
        elif one.tag in WRAPPERS and not (one.tag == SDT and is_prompt(one)):
            yield from _elements(one)


def _goes_on(properties: etree._Element | None) -> bool:
    """Whether the end of a paragraph was deleted, so that it goes on with the next."""
    mark = child(properties, R_PR)
    return child(mark, DEL) is not None or child(mark, MOVE_FROM) is not None


def _is_frame(rows: list[list[Placed]]) -> bool:
    """Whether a table only draws a frame around something: one cell, or one above the other with a table in one."""
    if not rows or any(len(row) != 1 for row in rows):
        return False
    return len(rows) == 1 or any(next(row[0].cell.iter(TBL), None) is not None for row in rows)


def _is_title(rows: list[list[Placed]]) -> bool:
    """Whether the first of the rows has one cell, over all the columns of those below."""
    return len(rows[0]) == 1 and rows[0][0].start == 0 and any(len(row) > 1 for row in rows)


def _raised(paras: list[Para]) -> tuple[Para, ...]:
    """The paragraphs of a cell, the outermost list in it at depth 1: offices often take an inner level for it."""
    by = min((para.depth for para in paras if para.depth), default=1) - 1
    if not by:
        return tuple(paras)
    return tuple(Para(para.text, 0, para.block, para.depth - by, para.gap) if para.depth else para for para in paras)
