"""The table of what is entered in ITAS, as files."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence

import xlsxwriter

from prongsai.core.disclosures.entry import WORDS
from prongsai.web.disclosures.entering import Sheet

#: As agencies head it, and as the page to paste on reads it.
HEADINGS = ("ข้อ", "รายการ", "คำตอบ", "URL", "คำอธิบาย")
_WIDTHS = (6, 45, 9, 60, 60)
#: A cell that begins so would be taken for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Row = Sequence[str]


def rows_of(sheet: Sheet) -> list[Row]:
    """One row an item; its addresses stand in one cell, one a line."""
    return [
        (one.code, one.entry.line.name, _word(one.values.answer), one.addresses, one.values.explanation)
        for one in sheet.items
    ]


def as_csv(sheet: Sheet) -> bytes:
    """UTF-8 with the mark by which Excel knows it."""
    out = io.StringIO()
    csv.writer(out).writerows([HEADINGS, *([_harmless(cell) for cell in row] for row in rows_of(sheet))])
    return ("\ufeff" + out.getvalue()).encode()


def as_xlsx(sheet: Sheet) -> bytes:
    """A sheet whose cells are texts, wrapped, with its headings in sight."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}) as book:
        page, bold = book.add_worksheet("ITAS"), book.add_format({"bold": True})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for at, width in enumerate(_WIDTHS):
            page.set_column(at, at, width, wrapped)
        page.write_row(0, 0, HEADINGS, bold)
        for number, row in enumerate(rows_of(sheet), 1):
            for at, cell in enumerate(row):
                page.write_string(number, at, cell, wrapped)
        page.freeze_panes(1, 0)
        page.set_landscape()
        page.fit_to_pages(1, 0)
    return out.getvalue()


#: Kind of file to its media type and what makes it.
KINDS: dict[str, tuple[str, Callable[[Sheet], bytes]]] = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_xlsx),
}


def _word(answer: str) -> str:
    return WORDS[answer].th if answer in WORDS else ""


def _harmless(cell: str) -> str:
    return "'" + cell if cell.startswith(_FORMULA) else cell
