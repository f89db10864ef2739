"""A table pasted from a sheet → the table that is published, checked; and how it is stored."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from typing import Any

from prongsai.core.publication.content import Table
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic

MOST_ROWS = 2_000
MOST_COLUMNS = 30
LONGEST_CELL = 2_000

_FIGURE = re.compile(r"[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s?%?|-")

NOTHING = Sentence(
    "ยังไม่มีตาราง โปรดคัดลอกช่องจาก Excel รวมหัวตาราง แล้ววางในช่องนี้",
    "There is no table yet. Please copy the cells from the sheet, with their headings, and paste them here.",
)
NO_COLUMNS = Sentence(
    "อ่านเป็นตารางไม่ได้ เพราะไม่มีแท็บคั่นระหว่างช่อง โปรดคัดลอกอย่างน้อย 2 คอลัมน์จาก Excel หรือพิมพ์เป็นข้อความแทน",
    "No tab stands between cells. Please copy at least two columns from the sheet, or write it as text.",
)
ONLY_HEADINGS = Sentence(
    "มีแต่หัวตาราง ยังไม่มีแถวข้อมูล โปรดคัดลอกแถวข้อมูลมาด้วย",
    "There are only headings. Please copy the rows of data as well.",
)


def table_of(title: str, pasted: str) -> Table | Sentence:
    """The pasted cells, the first row as headings; or the sentence that names the row, the column and the way out.

    Cells are kept as written but for white space around them. Empty rows and columns at the end are left out.
    """
    rows = _without_empty_end(_cells(pasted))
    if not rows:
        return NOTHING
    if max(len(row) for row in rows) < 2:
        return NO_COLUMNS
    columns, body = rows[0], rows[1:]
    problem = _problem(columns, body)
    if problem is not None:
        return problem
    numbers = tuple(at for at in range(len(columns)) if _is_figures([row[at] for row in body]))
    return Table(title.strip(), tuple(columns), tuple(tuple(row) for row in body), numbers)


def as_json(table: Table) -> dict[str, Any]:
    """What is stored of a table."""
    return {
        "title": table.title,
        "columns": list(table.columns),
        "rows": [list(row) for row in table.rows],
        "numbers": list(table.numbers),
        "note": table.note,
    }


def from_json(stored: Mapping[str, Any]) -> Table:
    """The table that ``as_json`` wrote."""
    rows = tuple(tuple(row) for row in stored["rows"])
    return Table(stored["title"], tuple(stored["columns"]), rows, tuple(stored["numbers"]), stored["note"])


def _cells(pasted: str) -> list[list[str]]:
    """Sheets put a cell of several lines between quotes; where quotes do not close, they are part of the text."""
    lines = pasted.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    try:
        found = list(csv.reader([line + "\n" for line in lines], dialect="excel-tab", strict=True))
    except csv.Error:
        found = [line.split("\t") for line in lines]
    return [[cell.strip() for cell in row] for row in found]


def _without_empty_end(rows: Sequence[list[str]]) -> list[list[str]]:
    kept = list(rows)
    while kept and not any(kept[-1]):
        kept.pop()
    while kept and not any(kept[0]):
        kept.pop(0)
    width = max((at + 1 for row in kept for at, cell in enumerate(row) if cell), default=0)
    return [row[:width] if len(row) > width else row for row in kept]


def _problem(columns: Sequence[str], body: Sequence[Sequence[str]]) -> Sentence | None:
    if len(columns) > MOST_COLUMNS:
        return Sentence(
            f"ตารางมี {len(columns)} คอลัมน์ รับได้ไม่เกิน {MOST_COLUMNS} โปรดแบ่งเป็นหลายตาราง",
            f"The table has {len(columns)} columns; at most {MOST_COLUMNS} fit. Please make several tables of it.",
        )
    if not body:
        return ONLY_HEADINGS
    if len(body) > MOST_ROWS:
        return Sentence(
            f"ตารางมี {len(body):,} แถว รับได้ไม่เกิน {MOST_ROWS:,} โปรดแนบเป็นไฟล์ xlsx แทน",
            f"The table has {len(body):,} rows; at most {MOST_ROWS:,} fit. Please attach it as an xlsx file.",
        )
    unnamed = next((at for at, name in enumerate(columns, 1) if not name), None)
    if unnamed is not None:
        return Sentence(
            f"หัวตารางคอลัมน์ที่ {unnamed} ว่าง โปรดใส่ชื่อคอลัมน์ใน Excel (อย่าผสานเซลล์) แล้ววางใหม่",
            f"The heading of column {unnamed} is empty. Please name it in the sheet (no merged cells), then paste.",
        )
    return next((fault for at, row in enumerate(body, 2) if (fault := _row_fault(at, row, len(columns)))), None)


def _row_fault(at: int, row: Sequence[str], width: int) -> Sentence | None:
    """What is wrong with row ``at`` as the sheet counts it: the headings are row 1."""
    if len(row) != width:
        return Sentence(
            f"แถวที่ {at} มี {len(row)} ช่อง แต่หัวตารางมี {width} ช่อง โปรดตรวจแถวนี้ใน Excel แล้ววางทั้งตารางใหม่",
            f"Row {at} has {len(row)} cells, the headings have {width}. Please mend it in the sheet and paste again.",
        )
    long = next((column for column, cell in enumerate(row, 1) if len(cell) > LONGEST_CELL), None)
    if long is not None:
        return Sentence(
            f"แถวที่ {at} คอลัมน์ที่ {long} ยาวเกิน {LONGEST_CELL:,} ตัวอักษร โปรดย่อ หรือแนบเป็นไฟล์แทน",
            f"Row {at}, column {long} is longer than {LONGEST_CELL:,} letters. Please shorten it, or attach a file.",
        )
    return None


def _is_figures(cells: Sequence[str]) -> bool:
    """Whether every cell that is not empty is a figure, and one is more than a dash."""
    written = [to_arabic(cell) for cell in cells if cell]
    return any(cell != "-" for cell in written) and all(_FIGURE.fullmatch(cell) for cell in written)
