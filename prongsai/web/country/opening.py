"""A file with a table → its rows, whatever wrote it: CSV in any of three dresses and two alphabets, Excel, Parquet."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.util import find_spec

from prongsai.core.country.table import SheetRow
from prongsai.documents.readers.kinds import FileKind, check_size, kind_of
from prongsai.documents.readers.package import open_package
from prongsai.documents.readers.refusal import Refusal
from prongsai.documents.readers.sheets.cells import read_grid
from prongsai.documents.readers.sheets.workbook import PLAIN, Workbook, open_workbook
from prongsai.documents.readers.text.decode import too_many_cells

#: Bytes of a file. A year of the country has under two million.
LARGEST = 10 * 1024 * 1024
#: Twenty thousand rows with thirty columns.
_MOST_CELLS = 600_000
_PARQUET = b"PAR1"
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DELIMITERS = "\t;,"
_HEAD_LINES = 20


@dataclass(frozen=True, slots=True)
class Opened:
    """The rows of a file; ``hidden`` cells of it were left out, and ``other_sheets`` were not looked at."""

    rows: tuple[SheetRow, ...]
    hidden: int = 0
    other_sheets: int = 0


def parquet_is_read() -> bool:
    """Whether the part of the program that reads and writes Parquet is installed."""
    return find_spec("pyarrow") is not None


def open_table(data: bytes, name: str) -> Opened:
    """The rows of the table in a file. Raises Refusal, and nothing else, where it cannot be read."""
    check_size(len(data), name, LARGEST)
    if data.startswith(_PARQUET):
        return _parquet(data, name)
    kind = kind_of(data, name)
    if kind is FileKind.SHEETS:
        return _sheet(data, name)
    if kind is not FileKind.TEXT:
        raise Refusal(
            f"ไฟล์ {name} ไม่ใช่ตารางข้อมูล โปรดใช้ไฟล์ Excel (.xlsx) หรือ CSV",
            f"{name} is no table of data. Please use Excel (.xlsx) or CSV.",
        )
    return _csv(data, name)


def _csv(data: bytes, name: str) -> Opened:
    text = _decoded(data, name)
    head = "\n".join(text.split("\n", _HEAD_LINES)[:_HEAD_LINES])
    delimiter = max(_DELIMITERS, key=head.count)
    try:
        return Opened(tuple(_records(csv.reader(io.StringIO(text), delimiter=delimiter))))
    except csv.Error as fault:
        raise Refusal(
            f"อ่านไฟล์ {name} เป็น CSV ไม่ได้ อาจมีเครื่องหมายคำพูดที่ไม่ปิด โปรดเปิดใน Excel แล้วบันทึกเป็น .xlsx",
            f"{name} cannot be read as CSV; a quotation mark may be left open. Please save it from Excel as .xlsx.",
        ) from fault


def _records(records: Iterator[list[str]]) -> Iterator[SheetRow]:
    """The number of a record is that of the row in which a spreadsheet shows it."""
    for number, record in enumerate(records, 1):
        cells = {at: text.strip() for at, text in enumerate(record, 1) if text.strip()}
        if cells:
            yield SheetRow(number, cells)


def _decoded(data: bytes, name: str) -> str:
    """UTF-8 and UTF-16 with their marks, UTF-8 without, else the old Thai encoding (TIS-620 as Windows has it)."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _strictly(data, "cp874", name)
    if "\0" in text:
        raise _no_text(name)
    return text


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise _no_text(name) from fault


def _no_text(name: str) -> Refusal:
    return Refusal(
        f"อ่านตัวอักษรในไฟล์ {name} ไม่ได้ โปรดบันทึกเป็น CSV UTF-8 หรือ Excel (.xlsx)",
        f"The letters of {name} cannot be read. Please save it as CSV UTF-8 or Excel (.xlsx).",
    )


def _sheet(data: bytes, name: str) -> Opened:
    """The first worksheet that is shown and holds something."""
    package = open_package(data, name)
    book = _exact(open_workbook(package))
    pages = [page for page in book.pages if not page.hidden]
    for page in pages:
        grid = read_grid(package, page.part, book, _MOST_CELLS)
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


def _parquet(data: bytes, name: str) -> Opened:
    if not parquet_is_read():
        raise Refusal(
            "เครื่องนี้ไม่ได้ติดตั้งส่วนอ่าน Parquet (prongsai[analysis]) โปรดใช้ CSV หรือ Excel",
            "Reading Parquet is switched off here: prongsai[analysis] is not installed. Please use CSV or Excel.",
        )
    import pyarrow
    from pyarrow import parquet

    try:
        file = parquet.ParquetFile(io.BytesIO(data))
        if file.metadata.num_rows * file.metadata.num_columns > _MOST_CELLS:
            raise too_many_cells(name, _MOST_CELLS)
        table = file.read()
    except (pyarrow.ArrowException, OSError) as fault:
        raise Refusal(
            f"ไฟล์ {name} เสียหาย โปรดบันทึกใหม่แล้วลองอีกครั้ง", f"{name} is damaged. Please save it anew and try again."
        ) from fault
    columns = [column.to_pylist() for column in table.columns]
    heading = SheetRow(1, dict(enumerate(map(str, table.column_names), 1)))
    rows = (
        SheetRow(number, {at: str(value) for at, value in enumerate(values, 1) if value is not None})
        for number, values in enumerate(zip(*columns, strict=True), 2)
    )
    return Opened((heading, *rows))
