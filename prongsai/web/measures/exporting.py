"""The list of measures as a file for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

import xlsxwriter
from django.utils.translation import gettext as _

from prongsai.web.measures.queries.listing import ListRow

#: A cell that begins so would be run as a formula by a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDTHS = (8, 10, 44, 50, 28, 24, 18, 60)


def headings() -> list[str]:
    """The columns as officials know them."""
    return [
        _("No."),
        _("Indicator"),
        _("Measure"),
        _("Procedure"),
        _("Responsible"),
        _("Period"),
        _("Status"),
        _("Results"),
    ]


def as_csv(rows: Iterable[ListRow]) -> bytes:
    """UTF-8 with the mark by which Excel knows it; no cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(headings())
    for row in rows:
        writer.writerow([_harmless(str(value)) for value in _cells(row)])
    return ("\ufeff" + out.getvalue()).encode()


def as_xlsx(rows: Iterable[ListRow]) -> bytes:
    """A sheet with a frozen heading, wrapped text and numbers that are numbers."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet(_("Measures"))
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1, "bg_color": "#E3F0F1"})
        body = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
        for column, (title, width) in enumerate(zip(headings(), _WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, title, head)
        for at, row in enumerate(rows, start=1):
            for column, value in enumerate(_cells(row)):
                sheet.write(at, column, value, body)
        sheet.freeze_panes(1, 0)
    return out.getvalue()


def _cells(row: ListRow) -> Sequence[str | int]:
    measure = row.measure
    return [
        measure.number or "",
        measure.indicator or "",
        measure.title,
        _numbered(row.steps),
        "\n".join(row.responsible),
        measure.period,
        str(measure.get_status_display()),
        _numbered(row.results),
    ]


def _numbered(texts: Sequence[str]) -> str:
    return "\n".join(f"{at}. {text}" for at, text in enumerate(texts, start=1)) if len(texts) > 1 else "".join(texts)


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
