"""A file of rows and columns, both from 1, as texts: CSV in any encoding that Thai offices use, or a workbook."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from prongsai.documents.readers.kinds import FileKind, called, check_size, kind_of
from prongsai.documents.readers.refusal import Refusal

Rows = Mapping[int, Mapping[int, str]]


def is_workbook(data: bytes, name: str) -> bool:
    """Whether the file is an Excel workbook. Refusal for every kind that is neither that nor text."""
    check_size(len(data), name)
    kind = kind_of(data, name)
    if kind in (FileKind.TEXT, FileKind.SHEETS):
        return kind is FileKind.SHEETS
    raise Refusal(
        f"{called(name)}ไม่ใช่ตารางคำตอบ โปรดบันทึกเป็น .csv, .xlsx หรือ .json",
        f"{name or 'The file'} is no table of answers. Please save it as .csv, .xlsx or .json.",
    )


def rows_of_text(text: str, name: str) -> Rows:
    """The rows of a CSV file, split at commas, semicolons or tabs, whichever the first line has most of.

    Refusal for a file whose quotation marks never end.
    """
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(",;\t", key=first.count)
    records = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter)
    try:
        return {at: dict(enumerate(record, start=1)) for at, record in enumerate(records, start=1)}
    except csv.Error as fault:
        raise Refusal(
            f"{called(name)}อ่านเป็นตารางไม่ได้ตั้งแต่บรรทัด {records.line_num} โปรดตรวจเครื่องหมายคำพูด แล้วบันทึกใหม่",
            f"{name or 'The file'} cannot be read as a table around line {records.line_num}. Please check its "
            "quotation marks and save it again.",
        ) from fault


def rows_of_workbook(data: bytes, name: str) -> Rows:
    """The rows of the first sheet that is shown and holds something."""
    # A workbook takes a tenth of a second more to be ready for: files of text do without it.
    from prongsai.documents.readers.package import open_package
    from prongsai.documents.readers.sheets.cells import read_grid
    from prongsai.documents.readers.sheets.workbook import open_workbook

    package = open_package(data, name)
    book = open_workbook(package)
    grids = (read_grid(package, page.part, book).rows for page in book.pages if not page.hidden)
    return next((rows for rows in grids if rows), {})


def column_name(column: int) -> str:
    """``A`` of 1, ``AA`` of 27, as spreadsheets call them."""
    name = ""
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(65 + letter) + name
    return name


def decoded(data: bytes, name: str) -> str:
    """The text of a file. Refusal where it is none."""
    from prongsai.documents.readers.text.decode import decode

    return decode(data, name)
