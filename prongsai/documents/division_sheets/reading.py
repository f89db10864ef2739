"""A division's sheet that came back, also one that was sorted, cut, copied or saved by another program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from xlsxwriter.utility import xl_col_to_name

from prongsai.core.thai.digits import to_arabic
from prongsai.documents.division_sheets.sheet import DIVISION_LABEL, FILLED, MARK, FilledRow, Returned, clean, headings
from prongsai.documents.readers.kinds import called
from prongsai.documents.readers.package import LARGEST_PART, Package, open_package
from prongsai.documents.readers.refusal import Refusal
from prongsai.documents.readers.sheets.cells import Grid, read_grid
from prongsai.documents.readers.sheets.tags import COL, RELATION, s
from prongsai.documents.readers.sheets.workbook import open_workbook

#: Bytes of the file, and of one part once it is unpacked. A sheet of ours has a hundredth of it.
LARGEST_FILE, _LARGEST_UNPACKED = 5 << 20, 8 << 20
#: Rows of all sheets: no plan has so many measures.
MOST_ROWS = 2000
#: A row with so many of our headings is the head of the table.
_LEAST_HEADINGS = 4
#: More digits are no number of a measure.
_MOST_DIGITS = 4


class _Unhidden(Package):
    """The same parts, kept small. What was hidden is seen: the identities of rows stand in a hidden column."""

    def read(self, part: str, most: int = LARGEST_PART) -> bytes:
        return super().read(part, min(most, _LARGEST_UNPACKED))

    def elements(self, part: str, tags: Sequence[str]) -> Iterator[etree._Element]:
        for element in super().elements(part, tags):
            if element.tag != COL:
                element.attrib.pop("hidden", "")
                yield element


def read_division_sheet(data: bytes, name: str) -> Returned:
    """The rows of a workbook that was sent out. Raises Refusal, and nothing else, where it is no such workbook."""
    if len(data) > LARGEST_FILE:
        raise Refusal(
            f"{called(name)}ใหญ่เกิน {LARGEST_FILE >> 20} MB จึงไม่ใช่แบบที่ระบบส่งออก โปรดเลือกแบบที่กรอกแล้ว",
            f"{name or 'The file'} has more than {LARGEST_FILE >> 20} MB and is no form of ours. "
            "Please choose the form that was filled in.",
        )
    open_package(data, name)  # raises where the file cannot be trusted
    package = _Unhidden(ZipFile(BytesIO(data)), name)
    book = open_workbook(package)
    titles = _titles(package)
    found: list[FilledRow] | None = None
    for page in book.pages:
        rows = _rows(read_grid(package, page.part, book), titles.get(page.part, ""))
        if rows is not None:
            found = [*(found or []), *rows]
    if found is None:
        raise _foreign(name)
    if len(found) > MOST_ROWS:
        raise Refusal(
            f"{called(name)}มีมากกว่า {MOST_ROWS:,} แถว โปรดลบแถวที่ไม่ใช่มาตรการ แล้วเลือกไฟล์ใหม่",
            f"{name or 'The file'} has more than {MOST_ROWS:,} rows. Please delete those that are no measures.",
        )
    return Returned(name, tuple(found))


def _foreign(name: str) -> Refusal:
    return Refusal(
        f"{called(name)}ไม่ใช่แบบรายงานที่ระบบส่งออก หรือหัวตารางถูกลบไป โปรดเลือกแบบที่กรอกแล้ว หรือดาวน์โหลดแบบใหม่",
        f"{name or 'The file'} is no form that was sent out, or its headings are gone. Please choose the form that was "
        "filled in, or download a new one.",
    )


def _titles(package: Package) -> dict[str, str]:
    """The part of each worksheet to the name on its tab."""
    main = package.related("officeDocument") or "xl/workbook.xml"
    names = {
        sheet.get(RELATION, ""): sheet.get("name", "")
        for sheet in package.xml(main).iterfind(f"{s('sheets')}/{s('sheet')}")
    }
    return {one.part: clean(names.get(one.key, "")) for one in package.relations(main)}


def _rows(grid: Grid, sheet: str) -> list[FilledRow] | None:
    """The rows below the headings; None where the sheet has none of ours."""
    division, columns = "", None
    found: list[FilledRow] = []
    for number in sorted(grid.rows):
        cells = {at: clean(text) for at, text in grid.rows[number].items()}
        head = _columns(cells)
        if head is not None:
            columns = head
        elif columns is None:
            division = _division(cells) or division
        elif (row := _row(cells, columns, sheet, number, division)) is not None:
            found.append(row)
    return None if columns is None else found


def _columns(cells: Mapping[int, str]) -> dict[str, int] | None:
    """Field to column where the row is the head of the table."""
    fields = {"".join(heading.split()): name for name, heading in headings().items()}
    found: dict[str, int] = {}
    for at, text in sorted(cells.items()):
        name = fields.get("".join(text.split()))
        if name is not None:
            found.setdefault(name, at)
    return found if len(found) >= _LEAST_HEADINGS else None


def _division(cells: Mapping[int, str]) -> str:
    """The name behind its label, where this is the row of it."""
    text = " ".join(cells[at] for at in sorted(cells))
    return text.removeprefix(DIVISION_LABEL).strip() if text.startswith(DIVISION_LABEL) else ""


def _row(
    cells: Mapping[int, str], columns: Mapping[str, int], sheet: str, number: int, division: str
) -> FilledRow | None:
    """The row, or None where nothing stands in it that is ours."""
    identity = next((text.removeprefix(MARK) for text in cells.values() if text.startswith(MARK)), None)
    texts = {name: cells.get(at, "") for name, at in columns.items()}
    if identity is None and not any(texts.get(name) for name in ("title", *FILLED)):
        return None
    return FilledRow(
        sheet=sheet,
        row=number,
        identity=identity,
        number=_number(texts.get("number", "")),
        title=texts.get("title", ""),
        values={name: texts.get(name) for name in FILLED},
        columns={name: xl_col_to_name(at - 1) for name, at in columns.items()},
        division=division,
    )


def _number(text: str) -> int | None:
    bare = to_arabic(text).strip().rstrip(".").strip()
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) <= _MOST_DIGITS else None
