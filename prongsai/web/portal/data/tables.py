"""One published table as a file of its own."""

from __future__ import annotations

from prongsai.core.publication.content import Table
from prongsai.core.sentence import Sentence
from prongsai.web.portal.data.cells import figure
from prongsai.web.portal.data.columns import Cell, Column, Filled, Sheet, Type


def as_sheet(table: Table, number: int, fallback: str) -> Filled:
    """The table with its own headings as names; in a column of figures what is a number becomes one.

    ``fallback`` is the title where the table has none.
    """
    title = table.title or fallback
    columns = tuple(
        Column(name, _type(table, at), Sentence(heading, heading))
        for at, (name, heading) in enumerate(zip(_different(table.columns), table.columns, strict=True))
    )
    sheet = Sheet(f"table-{number}", Sentence(title, title), Sentence(table.note, table.note), columns)
    return sheet.filled([tuple(_cell(table, at, text) for at, text in enumerate(row)) for row in table.rows])


def _cell(table: Table, at: int, text: str) -> Cell:
    """A figure where the column holds figures; a text that is none, as “ไม่มี”, stays as it was written."""
    if at not in table.numbers:
        return text
    found = figure(text)
    return text or None if found is None else found


def _type(table: Table, at: int) -> Type:
    if at not in table.numbers:
        return Type.TEXT
    cells = (row[at] for row in table.rows)
    return Type.NUMBER if all(not cell or figure(cell) is not None for cell in cells) else Type.MIXED


def _different(headings: tuple[str, ...]) -> list[str]:
    """The headings as names that differ, for they are the keys of JSON: a second “จำนวน” is “จำนวน (2)”."""
    seen: dict[str, int] = {}
    made = []
    for at, heading in enumerate(headings, start=1):
        name = " ".join(heading.split()) or f"column_{at}"
        while name in seen:
            seen[name] += 1
            name = f"{name} ({seen[name]})"
        seen[name] = 1
        made.append(name)
    return made
