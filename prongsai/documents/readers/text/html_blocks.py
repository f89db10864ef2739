"""Whole HTML → paragraphs and tables. Spans of rows and columns are written out."""

from __future__ import annotations

from dataclasses import dataclass, field

from prongsai.documents.readers.document import Cell, Para, Row
from prongsai.documents.readers.refusal import Refusal
from prongsai.documents.readers.text.decode import MOST_CELLS, too_many_cells
from prongsai.documents.readers.text.markup import Collector, sound

_WIDEST = 60


@dataclass
class _Open:
    """A table that is being read: cells by row and column; ``held`` are the rows that a cell still reaches down."""

    rows: list[dict[int, Cell]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    held: dict[int, int] = field(default_factory=dict)
    span: tuple[int, int] = (1, 1)
    in_cell: bool = False
    free: int = 0  # no column of the row that is being read is free before this one


class Blocks(Collector):
    """Collects paragraphs and tables of a document or of a part of one."""

    def __init__(self, offset: int = 0) -> None:
        super().__init__(offset)
        self.made: list[Para | list[Row]] = []
        self._table: _Open | None = None
        self._inner = 0
        self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Tables, rows and cells; all else is markup of a paragraph. A table in a cell is text of that cell."""
        if tag == "table":
            if self._table is None:
                self._leave()
                self._table = _Open()
            else:
                self._inner += 1
        elif self._table is not None and not self._inner and tag in ("tr", "td", "th"):
            self._end_cell(self._table)
            if tag == "tr" or not self._table.rows:
                self._begin_row(self._table)
            if tag != "tr":
                self._begin_cell(self._table, dict(attrs))
        else:
            super().handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """The end of a cell, a row or a table."""
        if tag == "table" and self._inner:
            self._inner -= 1
        elif self._table is not None and not self._inner and tag in ("td", "th", "tr", "table"):
            self._end_cell(self._table)
            if tag == "table":
                self.made.append(_rows(self._table))
                self._table = None
        else:
            super().handle_endtag(tag)

    def finish(self) -> list[Para | list[Row]]:
        """What was found, in order; a table that is not ended ends here."""
        self.close()
        self.flush()
        if self._table is not None:
            self._end_cell(self._table)
            self.made.append(_rows(self._table))
            self._table = None
        self._leave()
        return self.made

    def _leave(self) -> None:
        self.flush()
        self.made += self.paras
        self.paras = []

    def _begin_row(self, table: _Open) -> None:
        table.rows.append({})
        table.free = 0
        table.lines.append(self.getpos()[0] + self._offset)
        if len(table.rows) > 1:
            above = table.rows[-2]
            for column, rows in list(table.held.items()):
                if rows > 0 and column in above:
                    # A spanning cell is printed once: the rows below see an empty cell, as on paper.
                    table.rows[-1][column] = Cell()
                    table.held[column] = rows - 1

    def _begin_cell(self, table: _Open, attrs: dict[str, str | None]) -> None:
        self.flush()
        table.in_cell = True
        table.span = (_number(attrs.get("colspan")), _number(attrs.get("rowspan")))

    def _end_cell(self, table: _Open) -> None:
        self.flush()
        paras, self.paras = tuple(self.paras), []
        if not table.in_cell:
            if not table.rows:  # a caption
                self.made += paras
            return
        row = table.rows[-1]
        column = next(at for at in range(table.free, MOST_CELLS + _WIDEST) if at not in row)
        table.free = column + table.span[0]
        for at in range(table.span[0]):
            row[column + at] = Cell(paras) if at == 0 else Cell()
            if table.span[1] > 1:
                table.held[column + at] = table.span[1] - 1
        self._cells += table.span[0]
        if self._cells > MOST_CELLS:
            raise too_many_cells()
        table.in_cell = False


def html_blocks(source: str, offset: int = 0) -> list[Para | list[Row]]:
    """The paragraphs, and the rows of each table, of a piece of HTML; ``offset`` lines stand before it."""
    blocks = Blocks(offset)
    try:
        blocks.feed(sound(source))
        return blocks.finish()
    except (AssertionError, RecursionError) as fault:  # what the parser raises for broken declarations
        raise Refusal(
            "HTML ในไฟล์เสียหายจนอ่านไม่ได้ โปรดบันทึกไฟล์ใหม่แล้วลองอีกครั้ง",
            "The HTML is damaged. Please save the file again and try once more.",
        ) from fault


def _number(value: str | None) -> int:
    return min(_WIDEST, max(1, int(value))) if value and value.isascii() and value.isdigit() else 1


def _rows(table: _Open) -> list[Row]:
    made = []
    for cells, line in zip(table.rows, table.lines, strict=True):
        width = max(cells, default=-1) + 1
        made.append(Row(tuple(cells.get(at, Cell()) for at in range(width)), line))
    return [row for row in made if row.cells]
