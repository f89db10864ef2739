"""A file of answers: whether it is a workbook, and the rows of one, both from 1, as texts."""

from __future__ import annotations

from prongsai.documents.readers.kinds import FileKind, called, check_size, kind_of
from prongsai.documents.readers.refusal import Refusal
from prongsai.documents.readers.text.rows import Rows


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


def decoded(data: bytes, name: str) -> str:
    """The text of a file. Refusal where it is none."""
    from prongsai.documents.readers.text.decode import decode

    return decode(data, name)
