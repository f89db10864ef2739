"""A sheet as an Excel workbook: one worksheet a table and one for the memo, numbers and dates as numbers and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from itertools import chain, zip_longest
from typing import Any

import xlsxwriter

from prongsai.core.reports.cell import Cell, Kind
from prongsai.core.reports.layout import Column, FormLayout, Holds
from prongsai.core.reports.reading import Memo
from prongsai.core.reports.sheet import Sheet, SheetTable
from prongsai.documents.writers.rows import printed_lines
from prongsai.documents.writers.signing import signature_lines

#: Excel's own formats for Thai digits; the last with the Buddhist year.
_ORDINAL, _FIGURE, _DATE = "[$-D00041E]0\\.", "[$-D00041E]0.00", "[$-D07041E]d mmmm yyyy"
_FONT = {"font_name": "TH SarabunPSK", "font_size": 14, "valign": "top", "text_wrap": True}

#: Width of all columns of a landscape A4 page together, in Excel's unit (a digit of the default font).
_PAGE_WIDTH = 132

#: The most letters of a cell: Excel's limit.
LONGEST_CELL = 32_767

#: Letters of Thai on a unit of width, and points of a line, at 14 pt and at 16 pt. TH SarabunPSK has a third more on a
#: line, but where it is missing another font takes its place, and what a row has no room for is not seen.
_LETTERS_A_UNIT, _LINE = 1.0, 19.0
_LETTERS_A_LARGE_UNIT, _LARGE_LINE = 0.85, 24.0
#: The greatest height of a row that Excel allows, in points.
_HIGHEST = 409
_A4, _MEMO_WIDTH = 9, 80
_TABS = {
    Holds.MEASURES: "มาตรการ",
    Holds.INDICATORS: "ตัวชี้วัด",
    Holds.DISCLOSURES: "การเปิดเผยข้อมูล",
    Holds.SCORES: "คะแนน",
    Holds.RESULT: "ผลการประเมิน",
    Holds.STRENGTHS: "จุดแข็ง",
    Holds.URGENT: "แก้ไขเร่งด่วน",
    Holds.IMPROVABLE: "พัฒนาให้ดีขึ้น",
}


@dataclass(frozen=True, slots=True)
class _Looks:
    """The formats of a workbook, made once."""

    title: Any
    heading: Any
    head: Any
    text: Any
    middle: Any
    ordinal: Any
    figure: Any
    label: Any
    plain: Any
    day: Any


def write_xlsx(sheet: Sheet, form: FormLayout) -> bytes:
    """The paper as XLSX. Headers are frozen and printed on every page; text wraps; digits are Thai."""
    saved = BytesIO()
    book = xlsxwriter.Workbook(saved, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": " ".join(sheet.title) or form.name_th, "author": "Prongsai"})
    looks = _looks(book)
    if sheet.memo is not None:
        _memo(book, looks, sheet, sheet.memo)
    taken: set[str] = set()
    for table in sheet.tables:
        _table(book.add_worksheet(_tab(table, taken)), looks, sheet, table)
    if not book.worksheets():
        _cover(book.add_worksheet("รายงาน"), looks, sheet)
    book.close()
    return saved.getvalue()


def _looks(book: Any) -> _Looks:
    box = {**_FONT, "border": 1}
    bold = {**_FONT, "bold": True, "text_wrap": False}
    middle = {**box, "align": "center"}
    return _Looks(
        title=book.add_format({**bold, "font_size": 16}),
        heading=book.add_format(bold),
        head=book.add_format({**middle, "bold": True, "valign": "vcenter", "bg_color": "#F0F0F0"}),
        text=book.add_format(box),
        middle=book.add_format(middle),
        ordinal=book.add_format({**middle, "num_format": _ORDINAL}),
        figure=book.add_format({**box, "num_format": _FIGURE, "align": "right"}),
        label=book.add_format({**bold, "font_size": 16}),
        plain=book.add_format({**_FONT, "font_size": 16}),
        day=book.add_format({**_FONT, "font_size": 16, "num_format": _DATE, "align": "left"}),
    )


def _tab(table: SheetTable, taken: set[str]) -> str:
    """A name for the worksheet: at most 31 characters, none that Excel forbids, none twice."""
    found = re.search(r"ตัวชี้วัดย่อยที่ ([\d.]{1,7})(?!\S)", table.headings[-1]) if table.headings else None
    name = f"{_TABS[table.holds]} {found[1]}" if found else _TABS[table.holds]
    wanted, at = name, 1
    while name in taken:
        at += 1
        name = f"{wanted} ({at})"
    taken.add(name)
    return name


def _cover(page: Any, looks: _Looks, sheet: Sheet) -> int:
    """The title lines; returns the first row below them."""
    lines = [part for line in sheet.title for part in _parts(line)]
    for at, line in enumerate(lines):
        page.set_row(at, _LARGE_LINE)
        page.write_string(at, 0, line, looks.title)
    return len(lines)


def _table(page: Any, looks: _Looks, sheet: Sheet, table: SheetTable) -> None:
    top = _cover(page, looks, sheet)
    for at, heading in enumerate(table.headings):
        page.set_row(top + at, _LINE)
        page.write_string(top + at, 0, heading, looks.heading)
    top += len(table.headings)
    for at, column in enumerate(table.columns):
        page.set_column(at, at, _wide(column))
        page.write_string(top, at, column.heading, looks.head)
    heads = [Cell((column.heading,)) for column in table.columns]
    page.set_row(top, _height(table.columns, heads))
    down = top
    for down, row in enumerate(chain.from_iterable(map(_rows, table.rows)), top + 1):
        page.set_row(down, _height(table.columns, row))
        for at, cell in enumerate(row):
            _cell(page, looks, down, at, cell)
    for at, note in enumerate(table.notes, down + 1):
        page.set_row(at, _LINE)
        page.write_string(at, 0, note, looks.heading)
    page.freeze_panes(top + 1, 0)
    page.repeat_rows(top)
    _page_setup(page, landscape=True)


def _rows(row: Sequence[Cell]) -> Iterator[list[Cell]]:
    """The row, and below it as many as its longest text needs to go on, as a row goes on overleaf."""
    parts = [
        [replace(cell, lines=(part,)) for part in _parts(cell.text)] if _too_long(cell) else [cell] for cell in row
    ]
    for each in zip_longest(*parts, fillvalue=Cell()):
        yield list(each)


def _too_long(cell: Cell) -> bool:
    return cell.number is None and len(cell.text) > LONGEST_CELL


def _parts(text: str) -> Iterator[str]:
    """A text in parts that a cell takes, cut between paragraphs, else between words, else after the last letter."""
    while len(text) > LONGEST_CELL:
        space = max(text.rfind("\n", 1, LONGEST_CELL + 1), 0) or max(text.rfind(" ", 1, LONGEST_CELL + 1), 0)
        yield text[: space or LONGEST_CELL]
        text = text[space + 1 if space else LONGEST_CELL :]
    yield text


def _wide(column: Column) -> float:
    return max(column.width / 100 * _PAGE_WIDTH, 6)


def _height(columns: Sequence[Column], row: Sequence[Cell]) -> float:
    """The height of a row in points: not every program finds it by itself."""
    lines = (
        printed_lines(cell.lines, _wide(column) * _LETTERS_A_UNIT) for column, cell in zip(columns, row, strict=True)
    )
    return min(max(lines) * _LINE + 4, _HIGHEST)


def _cell(page: Any, looks: _Looks, row: int, column: int, cell: Cell) -> None:
    look = {Kind.TEXT: looks.text, Kind.MIDDLE: looks.middle, Kind.FIGURE: looks.figure}[cell.kind]
    if cell.number is not None:
        page.write_number(row, column, cell.number, looks.figure if cell.kind is Kind.FIGURE else looks.ordinal)
    elif cell.lines:
        page.write_string(row, column, cell.text, look)
    else:
        page.write_blank(row, column, None, look)


def _page_setup(page: Any, *, landscape: bool) -> None:
    page.set_paper(_A4)
    page.set_landscape() if landscape else page.set_portrait()
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.8, right=0.6, top=0.8, bottom=0.8)
    page.set_footer('&C&"TH SarabunPSK,Regular"&14หน้า &P / &N')


def _memo(book: Any, looks: _Looks, sheet: Sheet, memo: Memo) -> None:
    page = book.add_worksheet("บันทึกข้อความ")
    page.set_column(0, 0, 14)
    page.set_column(1, 1, _MEMO_WIDTH)
    page.set_row(0, _LARGE_LINE)
    page.write_string(0, 0, "บันทึกข้อความ", looks.title)
    for row, (label, value) in enumerate(_memo_lines(sheet, memo), 1):
        page.write_string(row, 0, label, looks.label)
        lines = printed_lines([value], _MEMO_WIDTH * _LETTERS_A_LARGE_UNIT) if isinstance(value, str) else 1
        page.set_row(row, min(lines * _LARGE_LINE, _HIGHEST))
        if isinstance(value, date):
            page.write_datetime(row, 1, value, looks.day)
        elif value:
            page.write_string(row, 1, value, looks.plain)
    _page_setup(page, landscape=False)


def _memo_lines(sheet: Sheet, memo: Memo) -> Iterator[tuple[str, str | date | None]]:
    for label, value in _memo_values(sheet, memo):
        if isinstance(value, str):
            first, *rest = _parts(value)
            yield label, first
            yield from (("", part) for part in rest)
        else:
            yield label, value


def _memo_values(sheet: Sheet, memo: Memo) -> Iterator[tuple[str, str | date | None]]:
    yield "ส่วนราชการ", memo.office
    yield "ที่", memo.number
    # The days of Excel begin with 1900.
    yield "วันที่", date.fromisoformat(memo.date) if memo.date and memo.date >= "1900" else memo.date_text
    yield "เรื่อง", memo.subject
    if memo.period:
        yield "รอบรายงาน", memo.period
    yield "เรียน", memo.to
    yield from (("", paragraph) for paragraph in memo.body)
    for block in sheet.signatures:
        made = signature_lines(block)
        yield from (("", line) for line in (*made.opinion, *made.lines))
