"""The template of a year for a spreadsheet: one row a figure, with the names filled in, and what is known already."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import xlsxwriter

from prongsai.core.framework.framework import Framework
from prongsai.core.scoring.known import KnownResult
from prongsai.documents.results.rows import LEVEL, TOTAL, Line, Sort, Value, lines, values_in

#: What a cell of text begins with that a spreadsheet would run as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDTHS = (12, 70, 14, 60)
_SHOWN = {TOTAL: "รวม", LEVEL: "ระดับ"}
_FILLS = {
    Sort.INDICATOR: "#E3F0F1", Sort.WHOLE: "#CFE3E6", Sort.PART: "#F4F1E6",
    Sort.SUB_INDICATOR: "#EAF3E6", Sort.QUESTION: "#FFFFFF", Sort.ITEM: "#F4F6FA",
}  # fmt: skip
_HELP = (
    "วิธีกรอก",
    "1. กรอกเฉพาะคอลัมน์ “คะแนน” เป็นตัวเลข 0 ถึง 100 ใช้เลขไทยหรือเลขอารบิกก็ได้ ช่องที่ไม่ทราบให้เว้นว่าง",
    "2. แถวแรก 10 แถวคือคะแนนตัวชี้วัด เพียงเท่านี้ก็พอสำหรับการบันทึกผล",
    "3. รายการ O ที่ไม่ใช้กับหน่วยงานให้ใส่เครื่องหมาย - ส่วนหมายเหตุคือความเห็นของผู้ประเมิน",
    "4. อย่าเปลี่ยนรหัสในคอลัมน์แรก แล้วนำไฟล์กลับเข้าที่หน้าผลการประเมิน ระบบจะแสดงให้ตรวจก่อนบันทึก",
)


def headings(fiscal_year: int) -> tuple[str, str, str, str]:
    """The columns; the year stands in one of them, so that a file finds back to its year."""
    return "รหัส", "ชื่อ", f"คะแนน ปี {fiscal_year}", "หมายเหตุ"


def as_csv(framework: Framework, fiscal_year: int, known: KnownResult | None = None) -> bytes:
    """UTF-8 with the mark by which Excel knows it; no cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(headings(fiscal_year))
    for line, score, remark in _rows(framework, known):
        writer.writerow([_SHOWN.get(line.code, line.code), line.name, _plain(score), _harmless(remark)])
    return ("\ufeff" + out.getvalue()).encode()


def as_xlsx(framework: Framework, fiscal_year: int, known: KnownResult | None = None) -> bytes:
    """A sheet with a frozen heading that takes 0 to 100 in its column of scores, and a second one that explains it."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet(f"ITA {fiscal_year}")
        base = {"text_wrap": True, "valign": "top", "border": 1}
        head = book.add_format(base | {"bold": True, "bg_color": "#0B5C66", "font_color": "#FFFFFF"})
        looks = {sort: book.add_format(base | {"bg_color": fill}) for sort, fill in _FILLS.items()}
        entry = book.add_format(base | {"bg_color": "#FFFDE8"})
        for column, (title, width) in enumerate(zip(headings(fiscal_year), _WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, title, head)
        for at, (line, score, remark) in enumerate(_rows(framework, known), start=1):
            _write(sheet, at, (line, score, remark), looks[line.sort], entry)
        sheet.freeze_panes(1, 2)
        _explain(book)
    return out.getvalue()


def _write(sheet: Any, at: int, row: tuple[Line, Decimal | str | None, str], look: Any, entry: Any) -> None:
    line, score, remark = row
    sheet.write_string(at, 0, _SHOWN.get(line.code, line.code), look)
    sheet.write_string(at, 1, line.name, look)
    if isinstance(score, Decimal):
        sheet.write_number(at, 2, float(score), entry)
    else:
        sheet.write(at, 2, score or "", entry)
    sheet.write_string(at, 3, remark, entry)


def _explain(book: Any) -> None:
    sheet = book.add_worksheet("วิธีกรอก")
    sheet.set_column(0, 0, 110)
    for at, text in enumerate(_HELP):
        sheet.write_string(at, 0, text, book.add_format({"text_wrap": True, "bold": at == 0}))


def _rows(framework: Framework, known: KnownResult | None) -> Iterator[tuple[Line, Decimal | str | None, str]]:
    values: Mapping[str, Value] = values_in(known) if known else {}
    for line in lines(framework):
        value = values.get(line.code)
        if line.code == LEVEL:
            yield line, known.level if known else None, ""
        elif value is None:
            yield line, None, ""
        else:
            yield line, "-" if value.score is None else value.score, value.remark


def _plain(score: Decimal | str | None) -> str:
    return "" if score is None else f"{score:f}" if isinstance(score, Decimal) else score


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
