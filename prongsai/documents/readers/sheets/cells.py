"""One worksheet → its cells that hold something, by row and column; sparse, however far apart they stand."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from lxml import etree

from prongsai.documents.readers.document import EMPTY, TICKED
from prongsai.documents.readers.office.symbols import in_font
from prongsai.documents.readers.package import Package
from prongsai.documents.readers.sheets.figures import shown
from prongsai.documents.readers.sheets.tags import COL, IS, MERGE, ROW, C, F, V, is_on, whole
from prongsai.documents.readers.sheets.workbook import PLAIN, Look, Workbook, text_of, unescaped
from prongsai.documents.readers.text.decode import MOST_CELLS, too_many_cells

_LAST_COLUMN, _LAST_ROW = 16_384, 1_048_576
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")


@dataclass
class Grid:
    """The cells of a sheet with their text, by row and column from 1.

    ``framed`` are the rows with a cell that lines frame, empty ones too. ``reach`` has the last column of cells that
    are merged over several. ``hidden_rows`` are passed over. ``hidden``, ``faults`` and ``unknown`` count what is left
    out: cells that are hidden, that show an error, and formulas that were never worked out.
    """

    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    framed: set[int] = field(default_factory=set)
    reach: dict[tuple[int, int], int] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden: int = 0
    faults: int = 0
    unknown: int = 0


def read_grid(package: Package, part: str, book: Workbook, most: int = MOST_CELLS) -> Grid:
    """The cells of a worksheet. Refusal where there are more than ``most``, or the part is damaged."""
    reader = _Reader(package.name, book, most)
    for element in package.elements(part, (COL, ROW, MERGE)):
        if element.tag == ROW:
            reader.row(element)
            _forget(element)
        elif element.tag == COL:
            reader.column(element)
        else:
            reader.merge(element)
    reader.uncover()
    return reader.grid


def _forget(row: etree._Element) -> None:
    """Give the memory of a row back, and of the rows before it."""
    row.clear()
    parent = row.getparent()
    while parent is not None and row.getprevious() is not None:
        del parent[0]


class _Reader:
    def __init__(self, name: str, book: Workbook, most: int) -> None:
        self.grid = Grid()
        self._name = name
        self._most = most
        self._book = book
        self._hidden: list[tuple[int, int]] = []
        self._shown: dict[int, bool] = {}
        self._looks: dict[str | None, Look] = {}
        self._merged: list[tuple[int, int, int, int]] = []
        self._filled = 0
        self._row = 0

    def column(self, element: etree._Element) -> None:
        """A stretch of columns: those that are hidden are remembered."""
        if is_on(element.get("hidden")) and len(self._hidden) < _LAST_COLUMN:
            self._hidden.append((whole(element.get("min")), whole(element.get("max"))))

    def merge(self, element: etree._Element) -> None:
        """Cells that are one."""
        first, _, last = element.get("ref", "").partition(":")
        found, until = _place(first), _place(last)
        if found and until and found <= until:
            self._merged.append((*found, *until))
            self.grid.reach[found] = until[1]

    def row(self, element: etree._Element) -> None:
        """One row; a cell without a name of its own stands behind the one before."""
        self._row = min(whole(element.get("r"), self._row + 1), _LAST_ROW)
        hidden = is_on(element.get("hidden"))
        if hidden:
            self.grid.hidden_rows.add(self._row)
        named, behind = "", 0
        for cell in element.iterchildren(C):
            name = cell.get("r")
            named, behind = (name, 0) if name else (named, behind + 1)
            look = self._look(cell.get("s"))
            if look.framed and not hidden:
                self.grid.framed.add(self._row)
            # Whole columns of a sheet may have been given lines: most cells of large files hold nothing.
            if len(cell) and (text := self._text(cell, look)):
                place = _place(named)
                self._put((place[1] if place else 0) + behind, text, hidden=hidden)

    def _put(self, column: int, text: str, *, hidden: bool) -> None:
        if hidden or self._is_hidden(column):
            self.grid.hidden += 1
            return
        self._filled += 1
        if self._filled > self._most:
            raise too_many_cells(self._name, self._most)
        self.grid.rows.setdefault(self._row, {})[min(column, _LAST_COLUMN)] = text

    def _is_hidden(self, column: int) -> bool:
        if column not in self._shown:
            self._shown[column] = not any(first <= column <= last for first, last in self._hidden)
        return not self._shown[column]

    def _look(self, number: str | None) -> Look:
        found = self._looks.get(number)
        if found is None:
            at = whole(number)
            found = self._looks[number] = self._book.looks[at] if at < len(self._book.looks) else PLAIN
        return found

    def _text(self, cell: etree._Element, look: Look) -> str:
        kind, value = cell.get("t", "n"), cell.findtext(V)
        if kind == "inlineStr":
            inline = cell.find(IS)
            return "" if inline is None else _signed(text_of(inline), look)
        if value is None or not value.strip():
            self.grid.unknown += cell.find(F) is not None
            return ""
        if kind == "e":
            self.grid.faults += 1
            return ""
        if kind == "s":
            at = whole(value, -1)
            return _signed(self._book.texts[at], look) if 0 <= at < len(self._book.texts) else ""
        if kind == "b":
            return TICKED if value.strip() == "1" else EMPTY
        return self._number(value, look) if kind == "n" else _signed(unescaped(value), look)

    def _number(self, value: str, look: Look) -> str:
        try:
            return shown(float(value), look.format, since_1904=self._book.since_1904)
        except ValueError:
            return value

    def uncover(self) -> None:
        """Leave out what lies hidden under merged cells: only the first of them is seen."""
        numbers = sorted(self.grid.rows)
        seen = 0
        for top, left, bottom, right in self._merged:
            for number in numbers[bisect_left(numbers, top) : bisect_right(numbers, bottom)]:
                row = self.grid.rows[number]
                seen += len(row)
                if seen > 20 * self._most:
                    raise too_many_cells(self._name, self._most)
                for column in [at for at in row if left <= at <= right and (number, at) != (top, left)]:
                    del row[column]


def _signed(text: str, look: Look) -> str:
    return in_font(text, look.signs) if look.signs else text


def _place(reference: str) -> tuple[int, int] | None:
    """Row and column of ``B3``, from 1."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column
