"""Which rows are so tall that a page may end inside them."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.core.reports.cell import Cell
from prongsai.core.reports.layout import Column

#: Letters that fit on one line for each percent of the width of a landscape table, and lines of a row kept whole.
_LETTERS_A_PERCENT, _LINES_KEPT = 1.6, 12


def is_long(columns: Sequence[Column], row: Sequence[Cell]) -> bool:
    """Whether a row would leave a large gap if it moved to the next page as a whole; an estimate from letters."""
    return any(
        printed_lines(cell.lines, column.width * _LETTERS_A_PERCENT) > _LINES_KEPT
        for column, cell in zip(columns, row, strict=True)
    )


def printed_lines(lines: Sequence[str], letters: float) -> int:
    """About how many lines the paragraphs take where ``letters`` letters fit on one; at least 1."""
    return max(1, sum(1 + int(len(line) / max(letters, 1)) for line in lines))
