"""A header that was recognised → the columns of a layout, and what cannot be told of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from prongsai.core.reports.layout import Column, Grammar, Holds
from prongsai.documents.readers.document import Cell
from prongsai.documents.readers.recognise.boxes import has_box
from prongsai.documents.readers.recognise.headings import Columns, Kind, tick_status
from prongsai.documents.readers.recognise.indicators import without_number

_GRAMMARS = {
    "number": Grammar.NUMBER,
    "procedure": Grammar.ITEMS,
    "monitoring": Grammar.ITEMS,
    "outcome": Grammar.ITEMS,
    "components": Grammar.ITEMS,
    "responsible": Grammar.UNITS,
    "period": Grammar.PERIOD,
    "suggestion": Grammar.TEXT,
    "name": Grammar.TEXT,
    "code": Grammar.CODE,
    "score": Grammar.SCORE,
}
#: Headings of columns that only count the rows.
_COUNTING = frozenset({"ที่", "ลำดับ", "ลำดับที่", "ข้อที่"})


def holds(columns: Columns) -> Holds:
    """What the rows are: measures in whose place an indicator is named are rows of an indicator."""
    if columns.kind is Kind.DISCLOSURES:
        return Holds.DISCLOSURES
    if columns.kind is Kind.SCORES:
        return Holds.SCORES
    named = "indicator" in columns.fields and "title" not in columns.fields
    return Holds.INDICATORS if named else Holds.MEASURES


def layout_columns(
    columns: Columns, shares: Mapping[int, float], cells: Mapping[int, Sequence[Cell]]
) -> dict[int, Column]:
    """The columns that can be written, by their place in the table (from 0).

    ``shares`` are the widths in percent of the columns that a row can be made with; ``cells`` those of last year.
    """
    made: dict[int, Column] = {}
    for at, share in shares.items():
        field = columns.fields[at] if at < len(columns.fields) else None
        if field is None or field in ("ignored", "boxes"):
            continue
        column = _column(field, columns, share, columns.headings[at], cells.get(at, ()))
        if column is not None:
            made[at] = column
    whole = sum(column.width for column in made.values()) or 1
    return {at: _resized(column, 100 / whole) for at, column in made.items()}


def _column(field: str, columns: Columns, share: float, heading: str, cells: Sequence[Cell]) -> Column | None:
    if field.startswith("status:"):
        # What a disclosure has done stands in boxes; a tick column of it is no part of any shipped form, but can be.
        return Column("status", heading, Grammar.TICK, share, value=tick_status(field))
    if columns.kind is Kind.SCORES and field == "indicator":
        return Column("indicator", heading, Grammar.NUMBER, share)
    if field in ("result", "progress"):
        boxed = any(has_box(cell.text) for cell in cells)
        return Column(field, heading, Grammar.BOXES_AND_ITEMS if boxed else Grammar.ITEMS, share)
    if field == "indicator":
        return Column("title", heading, Grammar.INDICATOR, share) if "title" not in columns.fields else None
    if field == "title":
        return Column("title", heading, _title_grammar(columns, cells), share)
    return Column(field, heading, _GRAMMARS[field], share)


def _title_grammar(columns: Columns, cells: Sequence[Cell]) -> Grammar:
    """Numbers stand before the titles where most of last year's have one and no column has the numbers."""
    filled = [cell.text for cell in cells if cell.text]
    with_number = sum(without_number(text) != text for text in filled)
    alone = "number" not in columns.fields and with_number * 2 > len(filled)
    return Grammar.NUMBERED_TITLE if alone else Grammar.TEXT


def _resized(column: Column, by: float) -> Column:
    return Column(column.field, column.heading, column.grammar, round(column.width * by, 2), value=column.value)


def only_counts(columns: Columns, at: int) -> bool:
    """Whether a column that no layout has only counts the rows."""
    if at >= len(columns.headings):
        return False
    return columns.fields[at] in (None, "ignored") and columns.headings[at].replace(" ", "") in _COUNTING
