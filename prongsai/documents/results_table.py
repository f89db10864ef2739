"""A file with a table of results → its rows, whatever wrote it: CSV of any mark and alphabet, Excel, Parquet."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.util import find_spec
from typing import Any

from prongsai.core.country.table import SheetRow
from prongsai.documents.readers.kinds import FileKind, check_size, kind_of
from prongsai.documents.readers.package import open_package
from prongsai.documents.readers.refusal import Refusal
from prongsai.documents.readers.sheets.cells import read_grid
from prongsai.documents.readers.sheets.workbook import PLAIN, Workbook, open_workbook
from prongsai.documents.readers.text.decode import text_in, too_many_cells
from prongsai.documents.readers.text.rows import rows_of_text

#: Bytes of a year. The whole country has under two million.
LARGEST = 10 * 1024 * 1024
#: Twenty thousand rows with thirty columns.
_MOST_CELLS = 600_000
_PARQUET = b"PAR1"
#: Letters, for each cell. A file of some hundred bytes may hold one long text in every row.
_LARGEST_CELL = 50
#: Rows of Parquet that are unpacked at once.
_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class Opened:
    """The rows of a file; ``hidden`` cells of it were left out, and ``other_sheets`` were not looked at."""

    rows: tuple[SheetRow, ...]
    hidden: int = 0
    other_sheets: int = 0


def parquet_is_read() -> bool:
    """Whether the part of the program that reads and writes Parquet is installed."""
    return find_spec("pyarrow") is not None


def open_table(data: bytes, name: str, years: int = 1) -> Opened:
    """The rows of a table of so many years at most. Raises Refusal, and nothing else, where it cannot be read."""
    check_size(len(data), name, LARGEST * years)
    if data.startswith(_PARQUET):
        return _parquet(data, name, _MOST_CELLS * years)
    kind = kind_of(data, name)
    if kind is FileKind.SHEETS:
        return _sheet(data, name, _MOST_CELLS * years)
    if kind is not FileKind.TEXT:
        raise Refusal(
            f"ไฟล์ {name} ไม่ใช่ตารางข้อมูล โปรดใช้ไฟล์ Excel (.xlsx) หรือ CSV",
            f"{name} is no table of data. Please use Excel (.xlsx) or CSV.",
        )
    return _csv(data, name)


def _csv(data: bytes, name: str) -> Opened:
    text = text_in(data)
    if text is None:
        raise Refusal(
            f"อ่านตัวอักษรในไฟล์ {name} ไม่ได้ โปรดบันทึกเป็น CSV UTF-8 หรือ Excel (.xlsx)",
            f"The letters of {name} cannot be read. Please save it as CSV UTF-8 or Excel (.xlsx).",
        )
    rows = rows_of_text(text, name)
    cells = {number: {at: cell.strip() for at, cell in row.items() if cell.strip()} for number, row in rows.items()}
    return Opened(tuple(SheetRow(number, row) for number, row in cells.items() if row))


def _sheet(data: bytes, name: str, most: int) -> Opened:
    """The first worksheet that is shown and holds something."""
    package = open_package(data, name)
    book = _exact(open_workbook(package))
    pages = [page for page in book.pages if not page.hidden]
    for page in pages:
        grid = read_grid(package, page.part, book, most)
        if grid.rows:
            rows = tuple(SheetRow(number, cells) for number, cells in sorted(grid.rows.items()))
            return Opened(rows, grid.hidden, len(book.pages) - 1)
    raise Refusal(
        f"ไฟล์ {name} ไม่มีแผ่นงานที่มีข้อมูล โปรดเปิดดูแล้วเลือกไฟล์อีกครั้ง",
        f"{name} has no worksheet with data. Please look into it and choose again.",
    )


def _exact(book: Workbook) -> Workbook:
    """Scores are read whole, whatever number of decimals the sheet shows of them."""
    return replace(book, looks=tuple(PLAIN if look.format.decimals is not None else look for look in book.looks))


def _parquet(data: bytes, name: str, most: int) -> Opened:
    if not parquet_is_read():
        raise Refusal(
            "เครื่องนี้ไม่ได้ติดตั้งส่วนอ่าน Parquet (prongsai[analysis]) โปรดใช้ CSV หรือ Excel",
            "Reading Parquet is switched off here: prongsai[analysis] is not installed. Please use CSV or Excel.",
        )
    import pyarrow
    from pyarrow import parquet

    try:
        file = parquet.ParquetFile(io.BytesIO(data))
        if file.metadata.num_rows * file.metadata.num_columns > most:
            raise too_many_cells(name, most)
        rows = tuple(_rows(file, name, most))
    except (pyarrow.ArrowException, OSError) as fault:
        raise Refusal(
            f"ไฟล์ {name} เสียหาย โปรดบันทึกใหม่แล้วลองอีกครั้ง", f"{name} is damaged. Please save it anew and try again."
        ) from fault
    return Opened((SheetRow(1, dict(enumerate(map(str, file.schema_arrow.names), 1))), *rows))


def _rows(file: Any, name: str, most: int) -> Iterator[SheetRow]:
    """The rows of a Parquet file, unpacked some at a time. Refusal where they hold more than a table of scores can."""
    number, size = 1, 0
    for batch in file.iter_batches(_AT_ONCE):
        for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            cells = {at: _shown(value) for at, value in enumerate(values, 1) if value is not None}
            number, size = number + 1, size + sum(map(len, cells.values()))
            if size > most * _LARGEST_CELL:
                raise too_many_cells(name, most)
            yield SheetRow(number, cells)


def _shown(value: object) -> str:
    """A whole number without decimals, as a spreadsheet shows it: years are often kept as fractions."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
