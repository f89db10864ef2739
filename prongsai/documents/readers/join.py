"""Pages → one source: lines and tables are counted on, and every line knows its page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from prongsai.documents.readers.document import Cell, Document, Para, Row, Source, Spot, Table


def joined(pages: Iterable[tuple[int, Source]]) -> Source:
    """One source of the pages of a file, in the order given; each with its number from 1."""
    blocks: list[Para | Table] = []
    lines: list[str] = []
    page_of_line: list[int] = []
    whole = Source(Document(()), ())
    tables = 0
    for number, page in pages:
        by = len(lines)
        for block in page.document.blocks:
            tables += isinstance(block, Table)
            blocks.append(_table(block, by, tables) if isinstance(block, Table) else _para(block, by))
        lines += page.lines
        page_of_line += [number] * len(page.lines)
        whole = replace(
            whole,
            regions={
                **whole.regions,
                **{_spot(spot, by): replace(region, page=number) for spot, region in page.regions.items()},
            },
            doubtful=(
                *whole.doubtful,
                *(
                    replace(word, spot=_spot(word.spot, by), region=replace(word.region, page=number))
                    for word in page.doubtful
                ),
            ),
            remarks=tuple(dict.fromkeys([*whole.remarks, *page.remarks])),
        )
    return replace(whole, document=Document(tuple(blocks)), lines=tuple(lines), page_of_line=tuple(page_of_line))


def _spot(spot: Spot, by: int) -> Spot:
    return replace(spot, line=spot.line + by)


def _para(para: Para, by: int) -> Para:
    return replace(para, line=para.line + by)


def _table(table: Table, by: int, number: int) -> Table:
    return Table(number, tuple(_row(row, by) for row in table.rows))


def _row(row: Row, by: int) -> Row:
    cells = tuple(Cell(tuple(_para(para, by) for para in cell.paras)) for cell in row.cells)
    return Row(cells, row.line + by)
