"""Tables → rows by field. Repeated headers go; a table without one goes on with the table before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from prongsai.core.reports.reading import Place
from prongsai.documents.readers.document import Cell, Document, Para, Row, Table
from prongsai.documents.readers.recognise.align import aligned
from prongsai.documents.readers.recognise.headings import Columns, Kind, header, is_slipped, second_row
from prongsai.documents.readers.recognise.items import items
from prongsai.documents.readers.recognise.span import Span

_CONTINUED = re.compile(r"^[\s*(\[]*(?:ต่อ|มีต่อ|ต่อหน้าถัดไป|ต่อจากหน้าก่อน)[\s)\]*]*$")
_PAGE = re.compile(r"^[\s\-–—]*(?:หน้า(?:ที่)?\s*)?[๐-๙0-9]{1,3}(?:\s*/\s*[๐-๙0-9]{1,3})?[\s\-–—]*$")
#: A table of fewer columns may be anything: it does not go on with the one before a paragraph.
_NARROWEST = 4
_CODE_AHEAD = re.compile(r"^\s*([OoОо0๐]\s?[๐-๙0-9]{1,2})(?![๐-๙0-9])\s*")


@dataclass
class FieldRow:
    """One row of a table by field. ``fresh``: it is the first below a header, so that a page may end above it."""

    kind: Kind
    columns: Columns
    cells: dict[str, list[Span]]
    where: Place
    fresh: bool = False
    above: str = ""

    def text(self, name: str) -> str:
        """The text of a field on one line."""
        return " ".join(span.text for span in self.cells.get(name, []))


@dataclass
class Grid:
    """Everything that the tables of a document say; ``headers`` are those that were recognised, in order.

    ``repeated`` is a header that may stand before the first.
    """

    rows: list[FieldRow] = field(default_factory=list)
    headers: list[tuple[Columns, Place]] = field(default_factory=list)
    unread: list[Table] = field(default_factory=list)
    first_line: int | None = None
    repeated: Columns | None = None


def grid(document: Document) -> Grid:
    """The rows of all tables that are recognised, in order; ``unread`` are the others."""
    made = _grid(document, None)
    if made.headers and None in made.headers[0][0].fields:
        # The first header has nothing before it that tells what is unreadable in it; a later page may.
        made = _grid(document, max((columns for columns, _ in made.headers), key=_known))
    _lists_are_procedures(made)
    return made


def _known(columns: Columns) -> int:
    return sum(field is not None for field in columns.fields)


def _grid(document: Document, repeated: Columns | None) -> Grid:
    """``repeated``: the header of a later page, as it may stand on the first page too."""
    made = Grid(repeated=repeated)
    columns: Columns | None = None
    above = ""
    for block in document.blocks:
        if isinstance(block, Para):
            if is_noise(block.text):
                continue
            above = f"{above} {block.text}"[-400:]
            columns = None if not _is_small(block.text) else columns
            continue
        columns = _table(block, columns, above, made)
        above = "" if columns else above
    return made


def _lists_are_procedures(made: Grid) -> None:
    """In a table of indicators without a column for procedures, lists below "measures" are what is done for each."""
    listed = {row.columns.key for row in made.rows if len(items(row.cells.get("title", []))) > 1}
    for row in made.rows:
        if row.columns.key in listed and "indicator" in row.columns.fields and "procedure" not in row.columns.fields:
            fields = tuple("procedure" if field == "title" else field for field in row.columns.fields)
            row.columns = replace(row.columns, fields=fields)
            row.cells["procedure"] = row.cells.pop("title", [])


def is_noise(text: str) -> bool:
    """Whether a paragraph is only "(ต่อ)" or the number of a page."""
    return bool(_CONTINUED.match(text) or _PAGE.match(text))


def _is_small(text: str) -> bool:
    return len(text) < 12


def _table(table: Table, columns: Columns | None, above: str, made: Grid) -> Columns | None:
    """Add the rows of a table; returns the columns for a table that may follow without a header."""
    columns = columns or _same_table(table, made)
    seen = False
    block: list[Row] = []
    fresh = False
    for at, row in enumerate(table.rows):
        found = header(row, made.headers[-1][0] if made.headers else made.repeated)
        if found is None and columns is not None and at and seen and not block:
            found = second_row(columns, row.cells)
        if found is not None:
            _add(table, columns, block, fresh, above, made)
            block, columns, seen, fresh = [], found, True, True
            made.headers.append((found, Place(line=row.line, table=table.number, row=at + 1)))
        elif columns is not None and any(cell.text for cell in row.cells):
            block.append(row)
    if columns is None:
        made.unread.append(table)
        return None
    if made.first_line is None and table.rows:
        made.first_line = table.rows[0].line
    _add(table, columns, block, fresh or not seen, above, made)
    return columns


def _same_table(table: Table, made: Grid) -> Columns | None:
    """The last header, where a table behind a paragraph is as wide and as full as its rows and has no header itself."""
    if not made.headers or not table.rows or header(table.rows[0], made.headers[-1][0]) is not None:
        return None
    last, row = made.headers[-1][0], table.rows[0]
    wide = len(last.fields)
    full = sum(bool(cell.text) for cell in row.cells) > wide / 2
    return last if wide >= _NARROWEST and len(row.cells) == wide and full else None


def _add(table: Table, columns: Columns | None, rows: Sequence[Row], fresh: bool, above: str, made: Grid) -> None:
    if columns is None:
        return
    numbers = {id(row): at for at, row in enumerate(table.rows, 1)}
    for group in _same_width(rows):
        fields = aligned([row.cells for row in group], _fields_for(len(group[0].cells), columns, made))
        for row, names in zip(group, fields, strict=True):
            cells = dict(_fields(row, names, Place(table=table.number, row=numbers[id(row)]), columns))
            if any(cells.values()):
                where = Place(line=row.line, table=table.number, row=numbers[id(row)])
                made.rows.append(FieldRow(columns.kind, columns, _put_back(cells, columns), where, fresh, above))
                fresh = False


def _fields_for(width: int, columns: Columns, made: Grid) -> Sequence[str | None]:
    """The fields of rows of that width: where the header above is damaged, those of one before it that had as many."""
    if width > len(columns.fields):
        for earlier, _ in reversed(made.headers):
            if earlier.kind is columns.kind and len(earlier.fields) == width:
                return earlier.fields
    return columns.fields


def _same_width(rows: Sequence[Row]) -> Iterator[list[Row]]:
    group: list[Row] = []
    for row in rows:
        if group and len(group[-1].cells) != len(row.cells):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _fields(row: Row, names: Sequence[str | None], where: Place, columns: Columns) -> Iterator[tuple[str, list[Span]]]:
    for at, (name, cell) in enumerate(zip(names, row.cells, strict=False), 1):
        if name is not None and name != "ignored":
            yield name, list(_spans(cell, row.line, replace(where, column=at), columns))


def _spans(cell: Cell, line: int, where: Place, columns: Columns) -> Iterator[Span]:
    several = len(cell.paras) > 1
    for para in cell.paras:
        if _CONTINUED.match(para.text) or (several and is_slipped(para.text, columns)):
            continue
        yield Span(para.text, (replace(where, line=para.line or line),), para.block, para.depth)


def _put_back(cells: dict[str, list[Span]], columns: Columns) -> dict[str, list[Span]]:
    """A code that merged with its name, and components that slipped into the cell of the name, put back."""
    if columns.kind is not Kind.DISCLOSURES:
        return cells
    name = cells.get("name", [])
    if name and not cells.get("code") and (cut := _CODE_AHEAD.match(name[0].text)):
        cells["code"] = [replace(name[0], text=cut[1])]
        after = name[0].cut(cut.end())
        cells["name"] = name = [*([after] if after.text else []), *name[1:]]
    code = cells.get("code", [])
    if code and not name and (cut := _CODE_AHEAD.match(" ".join(span.text for span in code))):
        rest = " ".join(span.text for span in code)[cut.end() :].strip()
        if rest:
            cells["name"] = name = [replace(code[0], text=rest)]
            cells["code"] = [replace(code[0], text=cut[1])]
    if "components" not in columns.fields and len(name) > 1:
        slipped = next((at for at, span in enumerate(name) if at and span.text[:1] in "-•"), None)
        if slipped is not None:
            cells["name"], cells["components"] = name[:slipped], name[slipped:]
    return cells
