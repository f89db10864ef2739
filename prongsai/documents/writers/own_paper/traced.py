"""A Word file read by the ordinary reader, with the elements of its XML that each line was made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from prongsai.documents.readers.document import Document, Para, Row, Table
from prongsai.documents.readers.office.source import source_of
from prongsai.documents.readers.package import Package, damaged
from prongsai.documents.readers.word.body import Block, Body
from prongsai.documents.readers.word.columns import Placed
from prongsai.documents.readers.word.numbering import Numbering
from prongsai.documents.readers.word.styles import Styles
from prongsai.documents.readers.word.tags import P_PR, TBL, TR, P, w
from prongsai.documents.writers.own_paper.elements import remove

Element = etree._Element


@dataclass(frozen=True, slots=True)
class TracedRow:
    """A row: its element, and its cells by the column that each begins in (from 0)."""

    element: Element
    cells: dict[int, Placed]


@dataclass(frozen=True, slots=True)
class TracedTable:
    """A table of the document with its element and a traced row for each of its rows."""

    table: Table
    element: Element
    rows: tuple[TracedRow, ...]


@dataclass(frozen=True, slots=True)
class Traced:
    """The document as read, and where its lines come from: ``paragraphs`` by line, ``tables`` by their number."""

    root: Element
    main: str
    document: Document
    paragraphs: dict[int, tuple[Element, ...]]
    tables: dict[int, TracedTable]


class _TracedBody(Body):
    """The reader of a body, which remembers the elements that it makes its paragraphs and tables of."""

    def __init__(self, root: Element, styles: Styles, numbering: Numbering, name: str) -> None:
        super().__init__(root, styles, numbering, name)
        # Each with what it was made as: as long as that lives, nothing else has its identity.
        self.paragraphs: dict[int, tuple[Para, tuple[Element, ...]]] = {}
        self.tables: dict[int, tuple[Table, list[list[Placed]]]] = {}

    def _paras(self, text: str, properties: Element | None, style: str, *, gap: bool) -> list[Para]:
        made = super()._paras(text, properties, style, gap=gap)
        parent = None if properties is None else properties.getparent()
        for para in made:
            self.paragraphs[id(para)] = (para, () if parent is None else (parent,))
        return made

    def _without_lines(self, row: list[Placed]) -> Iterator[Block]:
        elements = tuple(each for placed in row if not placed.goes_on for each in placed.cell.iter(P))
        for block in super()._without_lines(row):
            if isinstance(block, Para) and id(block) not in self.paragraphs:
                self.paragraphs[id(block)] = (block, elements)
            yield block

    def _of_rows(self, rows: list[list[Placed]]) -> Table:
        made = super()._of_rows(rows)
        self.tables[id(made)] = (made, rows)
        return made


def traced(package: Package) -> Traced:
    """Read the body of a Word file. Raises Refusal where it cannot be read; footnotes are left out."""
    main = package.related("officeDocument") or "word/document.xml"
    root = package.xml(main)
    body = root.find(w("body"))
    if body is None:
        raise damaged(package.name)
    added = _with_properties(body)
    styles = Styles(_part(package, main, "styles"))
    reader = _TracedBody(root, styles, Numbering(_part(package, main, "numbering"), styles), package.name)
    try:
        blocks = list(reader.blocks(body))
    except RecursionError as fault:
        raise damaged(package.name) from fault
    for properties in added:
        remove(properties)
    return _placed(root, main, source_of(blocks, package).document, blocks, reader)


def _part(package: Package, main: str, kind: str) -> Element | None:
    part = package.related(kind, main)
    return None if part is None else package.xml(part)


def _with_properties(body: Element) -> list[Element]:
    """Give every paragraph properties while it is read: by them the reader's paragraphs are known again."""
    added = []
    for paragraph in body.iter(P):
        if paragraph.find(P_PR) is None:
            properties = etree.Element(P_PR)
            paragraph.insert(0, properties)
            added.append(properties)
    return added


def _placed(root: Element, main: str, document: Document, blocks: list[Block], reader: _TracedBody) -> Traced:
    paragraphs: dict[int, tuple[Element, ...]] = {}
    tables: dict[int, TracedTable] = {}
    for block, made in zip(document.blocks, blocks, strict=True):
        if isinstance(block, Para):
            paragraphs[block.line] = reader.paragraphs.get(id(made), (made, ()))[1]
        elif isinstance(block, Table) and block.rows:
            rows = reader.tables[id(made)][1]
            element = next((_above(row[0].cell, TBL) for row in rows if row), None)
            if element is not None and all(rows):  # a row without a cell is no table that Word makes
                tables[block.number] = TracedTable(block, element, tuple(_rows(rows, block.rows)))
    return Traced(root, main, document, paragraphs, tables)


def _rows(rows: list[list[Placed]], read: tuple[Row, ...]) -> Iterator[TracedRow]:
    starts = sorted({placed.start for row in rows for placed in row if not placed.goes_on})
    for row, _ in zip(rows, read, strict=True):
        cells = {starts.index(placed.start): placed for placed in row if placed.start in starts}
        yield TracedRow(_above(row[0].cell, TR), cells)


def _above(cell: Element, tag: str) -> Element:
    return next(cell.iterancestors(tag))
