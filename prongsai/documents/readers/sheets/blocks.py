"""The cells of a worksheet → paragraphs and tables, as a person sees them on it."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.documents.readers.document import Cell, Para, Row, Table
from prongsai.documents.readers.office.source import clean
from prongsai.documents.readers.sheets.cells import Grid
from prongsai.documents.readers.text.decode import MOST_CELLS, too_many_cells

Block = Para | Table


def blocks(grid: Grid, name: str, *, lines_matter: bool) -> Iterator[Block]:
    """What stands on a sheet. ``lines_matter``: the workbook frames its tables, so that the rest are paragraphs."""
    return _Sheet(grid, name, lines_matter=lines_matter).blocks()


class _Sheet:
    def __init__(self, grid: Grid, name: str, *, lines_matter: bool) -> None:
        self._grid = grid
        self._name = name
        self._lines_matter = lines_matter
        self._open: list[dict[int, str]] = []
        self._columns: list[int] = []

    def blocks(self) -> Iterator[Block]:
        gap, last = True, 0
        for number in sorted({*self._grid.rows, *self._grid.framed}):
            row = self._grid.rows.get(number, {})
            framed = self._lines_matter and number in self._grid.framed
            while last + 1 in self._grid.hidden_rows:
                last += 1
            if number > last + 1 or not (row or framed):
                gap = True
                yield from self._table()
            last = number
            if not row:
                continue
            if (framed or not self._lines_matter) and self._is_of_table(number, row):
                self._open.append(row)
                gap = True
            else:
                yield from self._table()
                yield from _paras(row, gap=gap)
                gap = False
        yield from self._table()

    def _is_of_table(self, number: int, row: dict[int, str]) -> bool:
        """Two cells begin a table; one alone above it is its title.

        Inside a table one cell over the whole width is a row, the heading of a group, unless the header stands below
        once more: then it is the title of another table.
        """
        if len(row) > 1 or not self._open:
            return len(row) > 1
        column = next(iter(row))
        width = [at for other in self._open for at in other]
        wide = column <= min(width) and self._grid.reach.get((number, column), column) >= max(width)
        return not (wide and self._grid.rows.get(number + 1) == self._open[0])

    def _table(self) -> Iterator[Table]:
        """The rows so far as a table. One that has no other columns than the one above it has the same as that."""
        if not self._open:
            return
        own = sorted({column for row in self._open for column in row})
        self._columns = self._columns if set(own) <= set(self._columns) else own
        if len(self._columns) * len(self._open) > MOST_CELLS:
            raise too_many_cells(self._name)
        yield Table(0, tuple(Row(tuple(_cell(row.get(at, "")) for at in self._columns), 0) for row in self._open))
        self._open = []


def _cell(text: str) -> Cell:
    lines = (clean(line) for line in text.split("\n"))
    return Cell(tuple(Para(line, 0, block=True) for line in lines if line))


def _paras(row: dict[int, str], *, gap: bool) -> Iterator[Para]:
    """A row that is no row of a table: a line, unless its one cell has several."""
    cells = [text for _, text in sorted(row.items())]
    lines = cells[0].split("\n") if len(cells) == 1 else [" ".join(cells)]
    for at, line in enumerate(each for each in map(clean, lines) if each):
        yield Para(line, 0, block=True, gap=gap and at == 0)
