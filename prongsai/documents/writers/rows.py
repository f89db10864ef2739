"""Which rows are so tall that a page may end inside them."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.core.reports.cell import Cell
from prongsai.core.reports.layout import Column

#: Letters that fit on one line for each percent of the width of a landscape table, and lines of a row kept whole.
_LETTERS_A_PERCENT, _LINES_KEPT = 1.6, 14


def is_long(columns: Sequence[Column], row: Sequence[Cell]) -> bool:
    """Whether a row would leave a large gap if it moved to the next page as a whole; an estimate from letters."""
    return any(_lines(column, cell) > _LINES_KEPT for column, cell in zip(columns, row, strict=True))


def _lines(column: Column, cell: Cell) -> int:
    wide = max(column.width * _LETTERS_A_PERCENT, 1)
    return sum(1 + int(len(line) / wide) for line in cell.lines)
