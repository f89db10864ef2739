"""A file of rows and columns as texts: the first sheet of a workbook that has our headings, or a CSV file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from prongsai.core.thai.digits import to_arabic
from prongsai.documents.readers.kinds import FileKind, called
from prongsai.documents.readers.package import open_package
from prongsai.documents.readers.refusal import Refusal
from prongsai.documents.readers.sheets.cells import read_grid
from prongsai.documents.readers.sheets.workbook import open_workbook
from prongsai.documents.readers.text.decode import decode
from prongsai.documents.readers.text.rows import rows_of_text

#: A filled template has a hundredth of it.
LARGEST = 5 * 1024 * 1024
#: No year has so many figures.
MOST_ROWS = 2000
#: The headings stand this near to the top.
_HEAD_WITHIN = 10
_YEAR = re.compile(r"25[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Head:
    """The row of headings: which column (from 1) has what, and the year that it names, if any."""

    row: int
    code: int
    score: int
    remark: int | None
    year: int | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Texts by row and column, both from 1, below their headings."""

    head: Head
    rows: Mapping[int, Mapping[int, str]]


def sheet_of(kind: FileKind, data: bytes, name: str) -> Sheet | None:
    """The rows of a filled template; None for a file that has not its headings. Refusal for a damaged one."""
    if kind is FileKind.SHEETS:
        return _of_workbook(data, name) if len(data) <= LARGEST else None
    if kind is FileKind.TEXT:
        return _of_text(decode(data, name), name)
    return None


def _of_workbook(data: bytes, name: str) -> Sheet | None:
    package = open_package(data, name)
    book = open_workbook(package)
    for page in book.pages:
        if not page.hidden and (sheet := _sheet(read_grid(package, page.part, book).rows, name)):
            return sheet
    return None


def _of_text(text: str, name: str) -> Sheet | None:
    try:
        rows = rows_of_text(text, name)
    except Refusal:
        return None  # any text may hold quotation marks: it is no template
    return _sheet(rows, name)


def _sheet(rows: Mapping[int, Mapping[int, str]], name: str) -> Sheet | None:
    head = next((found for at in range(1, _HEAD_WITHIN + 1) if (found := _head(at, rows.get(at, {})))), None)
    if head is None:
        return None
    if len(rows) > MOST_ROWS:
        raise Refusal(
            f"{called(name)}มีมากกว่า {MOST_ROWS:,} แถว โปรดลบแถวที่ไม่ใช่คะแนน แล้วเลือกไฟล์ใหม่",
            f"{name or 'The file'} has more than {MOST_ROWS:,} rows. Please delete those that are no scores.",
        )
    return Sheet(head, {at: rows[at] for at in sorted(rows) if at > head.row})


def _head(at: int, row: Mapping[int, str]) -> Head | None:
    places: dict[str, int] = {}
    year = None
    for column, text in row.items():
        plain = to_arabic(text).strip().lower()
        if plain in ("รหัส", "code"):
            places.setdefault("code", column)
        elif plain.startswith(("คะแนน", "score")):
            places.setdefault("score", column)
            year = int(found[0]) if (found := _YEAR.search(plain)) else year
        elif plain.startswith(("หมายเหตุ", "ข้อเสนอแนะ", "remark")):
            places.setdefault("remark", column)
    if "code" not in places or "score" not in places:
        return None
    return Head(at, places["code"], places["score"], places.get("remark"), year)
