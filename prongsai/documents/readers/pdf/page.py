"""A page → a source: its tables and the paragraphs between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from prongsai.documents.readers.document import Cell, Document, Para, Row, Source, Table
from prongsai.documents.readers.pdf.columns import unruled
from prongsai.documents.readers.pdf.glyph import Glyph
from prongsai.documents.readers.pdf.grid import Ruled, ruled
from prongsai.documents.readers.pdf.lines import Line, lines
from prongsai.documents.readers.pdf.paragraphs import Frame, Paragraph, paragraphs, trusts_tags
from prongsai.documents.readers.pdf.rules import Rules

Place = tuple[int, int]
#: The widest margin on the right that offices use, in points.
_MARGIN = 72.0


@dataclass(slots=True)
class _CellText:
    """The lines of one cell, and where they could stand."""

    lines: list[Line]
    frame: Frame


@dataclass(slots=True)
class _TableText:
    """A table and the lines of its cells by their first place."""

    ruled: Ruled
    cells: dict[Place, _CellText]


def source(
    glyphs: Sequence[Glyph],
    rules: Rules,
    width: float,
    keep: Callable[[Sequence[Line]], list[Line]],
    *,
    writes_spaces: bool,
) -> Source:
    """What stands on a page, its lines counted from 1; of the text outside of tables what ``keep`` lets through.

    ``width`` is that of the page in points.
    """
    tables = ruled(rules)
    outside, _ = _shared_out(glyphs, tables)
    tables += unruled(lines(outside, writes_spaces=writes_spaces), rules.across, writes_spaces=writes_spaces)
    outside, inside = _shared_out(glyphs, tables)
    read = [_table_text(table, inside[at], writes_spaces) for at, table in enumerate(tables)]
    free = keep(lines(outside, writes_spaces=writes_spaces))
    body = _body(free, tables, width)
    pieces = [(cell.lines, cell.frame) for table in read for cell in table.cells.values()]
    tagged = trusts_tags([*pieces, (free, body)])
    written = _Written(tagged)
    for block in _in_order(free, read):
        if isinstance(block, _TableText):
            written.table(block)
        else:
            written.paragraphs(block, body)
    return Source(Document(tuple(written.blocks)), tuple(written.lines))


class _Written:
    """Blocks and lines of the source, as they are added."""

    def __init__(self, tagged: bool) -> None:
        self.blocks: list[Para | Table] = []
        self.lines: list[str] = []
        self._tagged = tagged
        self._tables = 0

    def paragraphs(self, found: Sequence[Line], body: Frame) -> None:
        """Text outside of tables: a paragraph a line."""
        for paragraph in paragraphs(found, replace(body, tagged=self._tagged)):
            self.lines.append(paragraph.text)
            self.blocks.append(Para(paragraph.text, len(self.lines), block=True, gap=paragraph.gap))

    def table(self, table: _TableText) -> None:
        """A table: a row a line."""
        rows = [row for at in range(table.ruled.rows) if any(row := self._row(table, at))]
        made = []
        for row in rows:
            self.lines.append("\t".join(" ".join(paragraph.text for paragraph in cell) for cell in row))
            at = len(self.lines)
            made.append(Row(tuple(Cell(tuple(_para(paragraph, at) for paragraph in cell)) for cell in row), at))
        if made:
            self._tables += 1
            self.blocks.append(Table(self._tables, tuple(made)))

    def _row(self, table: _TableText, row: int) -> list[list[Paragraph]]:
        """The cells of a row; where a cell above or before reaches into it stands an empty one."""
        found = (table.cells.get((row, column)) for column in range(table.ruled.columns))
        return [paragraphs(cell.lines, replace(cell.frame, tagged=self._tagged)) if cell else [] for cell in found]


def _para(paragraph: Paragraph, line: int) -> Para:
    return Para(paragraph.text, line, block=True, gap=True)


def _shared_out(glyphs: Sequence[Glyph], tables: Sequence[Ruled]) -> tuple[list[Glyph], list[dict[Place, list[Glyph]]]]:
    """The letters outside of tables, and those of each table by cell."""
    outside: list[Glyph] = []
    inside: list[dict[Place, list[Glyph]]] = [defaultdict(list) for _ in tables]
    for glyph in glyphs:
        x, y = glyph.middle
        for at, table in enumerate(tables):
            cell = table.cell_at(x, y)
            if cell is not None:
                inside[at][cell].append(glyph)
                break
        else:
            outside.append(glyph)
    return outside, inside


def _table_text(table: Ruled, cells: dict[Place, list[Glyph]], writes_spaces: bool) -> _TableText:
    found = {place: lines(glyphs, writes_spaces=writes_spaces) for place, glyphs in cells.items()}
    frames = _frames(table, found) if table.drawn else _written_frames(found)
    return _TableText(table, {place: _CellText(own, frames[place]) for place, own in found.items()})


def _frames(table: Ruled, found: dict[Place, list[Line]]) -> dict[Place, Frame]:
    """Where the lines of each cell could stand, by its borders."""
    ends, padding = _ends(table), _paddings(table, found)
    return {
        place: Frame(table.across[place[1]] + padding[place[1]], table.across[ends[place]] - padding[place[1]])
        for place in found
    }


def _written_frames(found: dict[Place, list[Line]]) -> dict[Place, Frame]:
    """Where the lines of each cell could stand, by the widest line of its column."""
    columns: dict[int, list[Line]] = defaultdict(list)
    for (_, column), own in found.items():
        columns[column] += own
    made = {at: Frame(min(line.left for line in own), max(line.right for line in own)) for at, own in columns.items()}
    return {place: made[place[1]] for place in found}


def _ends(table: Ruled) -> dict[Place, int]:
    """The number of the border on the right of each cell."""
    ends: dict[Place, int] = {}
    for (_, column), cell in table.cells.items():
        ends[cell] = max(ends.get(cell, 0), column + 1)
    return ends


def _paddings(table: Ruled, found: dict[Place, list[Line]]) -> dict[int, float]:
    """How far text keeps from the border, by column: where the leftmost line begins."""
    paddings: dict[int, float] = {}
    for (_, column), own in found.items():
        nearest = min((line.left for line in own), default=0) - table.across[column]
        paddings[column] = max(0.0, min(paddings.get(column, 9.0), nearest))
    return paddings


def _body(free: Sequence[Line], tables: Sequence[Ruled], width: float) -> Frame:
    """From the leftmost to the rightmost text or table; to the margin where no lines show where they are broken."""
    lefts = [*(line.left for line in free), *(table.across[0] for table in tables)]
    rights = [*(line.right for line in free), *(table.across[-1] for table in tables)]
    left, right = min(lefts, default=0), max(rights, default=0)
    full = sum(right - line.right < 4 * line.size and line.width > 0.4 * width for line in free)
    if full < 2 and not tables:
        right = max(right, width - min(left, _MARGIN))
    return Frame(left, right)


def _in_order(free: Sequence[Line], tables: Sequence[_TableText]) -> Iterator[list[Line] | _TableText]:
    """Text and tables from the top; tables beside each other from the left."""
    waiting = list(free)
    for table in sorted(tables, key=lambda table: (round(table.ruled.down[0] / 10), table.ruled.across[0])):
        above = [line for line in waiting if line.base < table.ruled.down[0] + 1]
        waiting = waiting[len(above) :]
        if above:
            yield above
        yield table
    if waiting:
        yield waiting
