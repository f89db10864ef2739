"""A division's sheet as a workbook: grey cells to read, white ones to fill in, the identities in a hidden column."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import xlsxwriter

from prongsai.core.reports.wording import official_date, to_thai
from prongsai.documents.division_sheets.entries import as_text
from prongsai.documents.division_sheets.sheet import (
    DIVISION_LABEL,
    FILLED,
    MARK,
    STATUS_WORDS,
    DivisionSheet,
    SheetRow,
    clean,
    headings,
)
from prongsai.documents.writers.rows import printed_lines

#: Widths of the columns, in Excel's unit; together as wide as the page of A4 on its side.
_WIDTHS = {
    "number": 5,
    "title": 20,
    "procedure": 25,
    "period": 12,
    "status": 13,
    "result": 27,
    "outcome": 15,
    "suggestion": 15,
}
_FONT = {"font_name": "TH SarabunPSK", "font_size": 14, "valign": "top", "text_wrap": True}
_ORDINAL = "[$-D00041E]0\\."
_GREY = "#EDEDED"
#: Letters of Thai on a unit of width and points of a line, where TH SarabunPSK is missing and a wider font takes its
#: place; and the greatest height of a row that Excel allows.
_LETTERS_A_UNIT, _LINE, _HIGHEST = 0.8, 21.0, 409
_LARGE_LINE = 24.0
#: Room that an empty row leaves for what is written into it, also by hand.
_LEAST_LINES = 4
#: Excel's limit for the text of a cell. What is longer can only be shown in part, and is not there to be changed.
LONGEST_CELL = 32_767
_CUT = "… (ข้อความยาวเกินช่อง โปรดแก้ไขในระบบ)"
_A4 = 9

HELP = (
    "กรอกเฉพาะช่องสีขาว ช่องสีเทามีไว้ให้อ่าน แก้ไขไม่ได้ · สถานะ: คลิกที่ช่องแล้วเลือกจากรายการ",
    "ผลการดำเนินการ: เขียนว่าทำอะไร ที่ไหน เมื่อใด จำนวนเท่าใด ผลใหม่ให้เขียนต่อท้ายเป็นข้อใหม่ (ขึ้นบรรทัดใหม่ในช่อง กด Alt+Enter)",
    "“ดำเนินการแล้ว” ต้องมีหลักฐานแนบไว้ในระบบ · กรอกแล้วบันทึกเป็น .xlsx และส่งไฟล์นี้คืนผู้ประสานงาน ITA",
)


def write_division_sheet(sheet: DivisionSheet) -> bytes:
    """The workbook, protected without a password; texts as ``clean`` leaves them."""
    saved = BytesIO()
    book = xlsxwriter.Workbook(saved, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": f"แบบรายงานผลการดำเนินการ {sheet.division}", "author": "Prongsai"})
    page = book.add_worksheet("แบบรายงานผล")
    _Writer(book, page, sheet).write()
    book.close()
    return saved.getvalue()


class _Writer:
    def __init__(self, book: Any, page: Any, sheet: DivisionSheet) -> None:
        self._page = page
        self._sheet = sheet
        box = {**_FONT, "border": 1}
        self._title = book.add_format({**_FONT, "bold": True, "font_size": 16, "text_wrap": False})
        self._line = book.add_format({**_FONT, "text_wrap": False})
        self._help = book.add_format({**_FONT, "valign": "vcenter"})
        self._head = book.add_format({**box, "bold": True, "align": "center", "valign": "vcenter", "bg_color": _GREY})
        self._given = book.add_format({**box, "bg_color": _GREY})
        self._ordinal = book.add_format({**box, "bg_color": _GREY, "align": "center", "num_format": _ORDINAL})
        self._fill = book.add_format({**box, "locked": False, "num_format": "@"})

    def write(self) -> None:
        for at, width in enumerate(_WIDTHS.values()):
            self._page.set_column(at, at, width)
        self._page.set_column(len(_WIDTHS), len(_WIDTHS), 10, None, {"hidden": True})
        top = self._cover()
        for at, heading in enumerate(headings().values()):
            self._page.write_string(top, at, heading, self._head)
        self._page.set_row(top, 3 * _LINE + 4)
        for down, row in enumerate(self._sheet.rows, top + 1):
            self._row(down, row)
        self._choices(top + 1, top + len(self._sheet.rows))
        self._print(top)
        self._page.protect("", {"format_rows": True, "format_columns": True})

    def _cover(self) -> int:
        """What stands above the table; returns the row of the headings."""
        sheet, last = self._sheet, len(_WIDTHS) - 1
        self._page.write_string(0, 0, "แบบรายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส", self._title)
        self._page.write_string(1, 0, f"ประจำปีงบประมาณ พ.ศ. {to_thai(sheet.fiscal_year)}", self._title)
        self._page.write_string(2, 0, clean(f"{sheet.agency} {sheet.place}"), self._title)
        self._page.write_string(3, 0, clean(f"{DIVISION_LABEL} {sheet.division}"), self._title)
        due = official_date(sheet.due_on.isoformat())
        self._page.write_string(4, 0, f"{sheet.round_words} · โปรดส่งคืนภายในวันที่ {due}", self._line)
        for at, text in enumerate(HELP, 5):
            self._page.merge_range(at, 0, at, last, text, self._help)
        for at in range(5 + len(HELP)):
            self._page.set_row(at, _LARGE_LINE if at < 4 else _LINE)
        return 5 + len(HELP)

    def _row(self, down: int, row: SheetRow) -> None:
        texts = {
            "title": clean(row.title),
            "procedure": as_text(row.procedure),
            "period": clean(row.period),
            **{name: clean(row.values.get(name, "")) for name in FILLED},
        }
        if row.number is None:
            self._page.write_blank(down, 0, None, self._ordinal)
        else:
            self._page.write_number(down, 0, row.number, self._ordinal)
        for at, name in enumerate(_WIDTHS):
            if name in texts:
                fits = len(texts[name]) <= LONGEST_CELL
                self._text(down, at, texts[name], self._fill if name in FILLED and fits else self._given)
        self._page.write_string(down, len(_WIDTHS), MARK + row.identity, self._given)
        lines = (printed_lines(text.splitlines(), _WIDTHS[name] * _LETTERS_A_UNIT) for name, text in texts.items())
        self._page.set_row(down, min(max(_LEAST_LINES, 1 + max(lines)) * _LINE, _HIGHEST))

    def _text(self, down: int, at: int, text: str, look: Any) -> None:
        if len(text) > LONGEST_CELL:
            text = text[: LONGEST_CELL - len(_CUT)] + _CUT
        if text:
            self._page.write_string(down, at, text, look)
        else:
            self._page.write_blank(down, at, None, look)

    def _choices(self, first: int, last: int) -> None:
        """The list of the status, in every row."""
        at = list(_WIDTHS).index("status")
        if last >= first:
            self._page.data_validation(
                first,
                at,
                last,
                at,
                {
                    "validate": "list",
                    "source": list(STATUS_WORDS.values()),
                    "error_title": "สถานะ",
                    "error_message": "โปรดเลือกสถานะจากรายการ",
                },
            )

    def _print(self, top: int) -> None:
        self._page.freeze_panes(top + 1, 2)
        self._page.repeat_rows(top)
        self._page.set_paper(_A4)
        self._page.set_landscape()
        self._page.fit_to_pages(1, 0)
        self._page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        self._page.print_area(0, 0, top + max(len(self._sheet.rows), 1), len(_WIDTHS) - 1)
        # An & begins a code of the footer, and its text may have 255 letters at most.
        name = clean(self._sheet.division).replace("&", "&&")[:150]
        self._page.set_footer(f'&L&"TH SarabunPSK,Regular"&14{name}&R&"TH SarabunPSK,Regular"&14หน้า &P / &N')
