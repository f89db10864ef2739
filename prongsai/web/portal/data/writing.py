"""A sheet as CSV, XLSX and JSON. The same rows are the same bytes, so that copies can be compared."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import xlsxwriter

from prongsai.web.portal.data.cells import as_json, as_text, harmless, moment
from prongsai.web.portal.data.columns import Cell, Column, Filled
from prongsai.web.portal.data.licence import LICENCE

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
JSON = "application/json"
#: A cell of Excel holds no more letters.
_LONGEST = 32_767
_WIDTHS = {"string": 36, "uri": 44, "date-time": 26}


@dataclass(frozen=True, slots=True)
class Of:
    """Whose data it is: the agency's address and name, and the moment of its newest act."""

    slug: str
    name: str
    changed_at: datetime


def as_csv(filled: Filled, of: Of) -> bytes:
    """UTF-8 with the mark by which Excel knows Thai letters; no cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([harmless(column.name) for column in filled.sheet.columns])
    writer.writerows([as_text(cell) for cell in row] for row in filled.rows)
    return ("\ufeff" + out.getvalue()).encode()


def as_xlsx(filled: Filled, of: Of) -> bytes:
    """A workbook with a frozen heading, numbers that are numbers, and no formula."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        # The moment of the data, not of the download: the same data is the same file.
        book.set_properties(
            {"title": filled.sheet.title.th, "author": of.name, "created": of.changed_at.astimezone(UTC)}
        )
        sheet = book.add_worksheet(filled.sheet.name[:31])
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E3F0F1"})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        sheet.freeze_panes(1, 0)
        for at, column in enumerate(filled.sheet.columns):
            sheet.set_column(at, at, _WIDTHS.get(column.type, 12))
            sheet.write_string(0, at, harmless(column.name), head)
        for line, row in enumerate(filled.rows, start=1):
            for at, cell in enumerate(row):
                _write(sheet, line, at, cell, body)
    return out.getvalue()


def _write(sheet: Any, line: int, at: int, cell: Cell, form: Any) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(line, at, cell, form)
    elif isinstance(cell, int | Decimal):
        sheet.write_number(line, at, cell, form)
    elif cell is not None:
        sheet.write_string(line, at, as_text(cell)[:_LONGEST], form)


def as_json_bytes(filled: Filled, of: Of) -> bytes:
    """Typed: every row an object by the names of the columns, with what the columns mean and the licence."""
    names = [column.name for column in filled.sheet.columns]
    said = {
        "agency": {"slug": of.slug, "name": of.name},
        "dataset": filled.sheet.name,
        "title": {"th": filled.sheet.title.th, "en": filled.sheet.title.en},
        "licence": LICENCE.as_json(),
        "updated_at": moment(of.changed_at),
        "columns": [described(column) for column in filled.sheet.columns],
        "rows": [dict(zip(names, map(as_json, row), strict=True)) for row in filled.rows],
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def described(column: Column) -> dict[str, Any]:
    """A column as the data dictionary has it."""
    return {"name": column.name, "type": column.type.value, "th": column.about.th, "en": column.about.en}


#: By the ending of the file: what it is, and who writes it.
FORMATS: dict[str, tuple[str, Callable[[Filled, Of], bytes]]] = {
    "csv": (CSV, as_csv),
    "xlsx": (XLSX, as_xlsx),
    "json": (JSON, as_json_bytes),
}
