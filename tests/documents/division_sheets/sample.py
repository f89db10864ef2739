"""A division's sheet of a made-up agency."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter
from python_calamine import CalamineWorkbook

from prongsai.documents.division_sheets import DivisionSheet, SheetRow

ROWS = (
    SheetRow(
        "one",
        1,
        "ปรับปรุงขั้นตอนการขออนุญาตก่อสร้างอาคาร",
        ("สำรวจขั้นตอนที่ซ้ำซ้อน", "จัดทำผังขั้นตอนใหม่และปิดประกาศ ณ จุดบริการ", "สำรวจความพึงพอใจของผู้รับบริการ"),
        "ต.ค. ๖๘ - มี.ค. ๖๙",
        {
            "status": "อยู่ระหว่างดำเนินการ",
            "result": "๑. ประชุมทบทวนขั้นตอนแล้ว ๑ ครั้ง\n๒. จัดทำร่างผังขั้นตอนใหม่",
            "outcome": "ลดเวลาลง ๕ วัน",
        },
    ),
    SheetRow(
        "two",
        2,
        "จัดทำทะเบียนคุมการยืมพัสดุ",
        ("จัดทำทะเบียน",),
        "ตลอดปีงบประมาณ",
        {"status": "ยังไม่ดำเนินการ"},
    ),
    SheetRow(
        "three",
        None,
        "ประกาศเจตนารมณ์ไม่รับของขวัญ",
        (),
        "",
        {"status": "ดำเนินการแล้ว", "result": "ประกาศเมื่อวันที่ ๘ มกราคม ๒๕๖๙", "suggestion": "ควรประชาสัมพันธ์เพิ่ม"},
    ),
)


def sheet_of(*rows: SheetRow) -> DivisionSheet:
    """A sheet with these rows."""
    return DivisionSheet(
        "เทศบาลตำบลท่าโขง",
        "อำเภอบ้านหมี่ จังหวัดลพบุรี",
        "กองช่าง",
        2569,
        "รอบ ๖ เดือน (ตุลาคม ๒๕๖๘ – มีนาคม ๒๕๖๙)",
        date(2026, 3, 31),
        rows,
    )


SHEET = sheet_of(*ROWS)


def cells_of(data: bytes) -> list[list[Any]]:
    """All cells of the first worksheet, those of hidden columns too: what somebody has before them who edits it."""
    return CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python(skip_empty_area=False)


def book_of(*sheets: list[list[Any]], hidden_rows: tuple[int, ...] = ()) -> bytes:
    """A workbook with these cells and nothing else: as it comes out of another program."""
    saved = BytesIO()
    with xlsxwriter.Workbook(saved, {"in_memory": True, "strings_to_formulas": False}) as book:
        for cells in sheets:
            page = book.add_worksheet()
            for down, row in enumerate(cells):
                page.write_row(down, 0, row)
            for down in hidden_rows:
                page.set_row(down, None, None, {"hidden": True})
    return saved.getvalue()


def head_of(cells: list[list[Any]]) -> int:
    """The place of the row with the headings, from 0."""
    return next(at for at, row in enumerate(cells) if row[0] == "ลำดับ")
