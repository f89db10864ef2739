"""The workbook has the same cells; numbers are numbers, the date is a date."""

import re
from datetime import date
from io import BytesIO
from math import ceil
from zipfile import ZipFile

import pytest
from fontTools.ttLib import TTFont
from python_calamine import CalamineWorkbook

from prongsai.core.reports.layout import Holds
from prongsai.core.reports.reading import Memo, ReadDisclosure, Reading, ReadMeasure
from prongsai.documents.writers import cells, write
from prongsai.documents.writers.folders import REGULAR
from prongsai.documents.writers.sheets import LONGEST_CELL
from tests.documents.writers.forms import FORMS, form_with
from tests.documents.writers.sample import NAMES, REPORT


def opened(form, reading=REPORT):
    return CalamineWorkbook.from_filelike(BytesIO(write(reading, form, "xlsx", names=NAMES)))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_its_worksheets_are_the_paper_cell_by_cell(form):
    book, sheet = opened(form), cells(REPORT, form, NAMES)
    names = [name for name in book.sheet_names if name != "บันทึกข้อความ"]
    assert len(names) == len(sheet.tables)
    for name, made in zip(names, sheet.tables, strict=True):
        found = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        top = len(sheet.title) + len(made.headings)
        assert [row[0] for row in found[:top]] == [*sheet.title, *made.headings]
        assert found[top] == [column.heading for column in made.columns]
        rows = [[cell.text if cell.number is None else cell.number for cell in row] for row in made.rows]
        assert found[top + 1 :] == rows


def test_scores_and_ordinals_are_numbers():
    form = next(form for form in FORMS if any(place.table.holds is Holds.SCORES for place in form.tables))
    found = opened(form).get_sheet_by_name("คะแนน").to_python()
    assert any(row[0] == 1.0 and row[-1] == 98.2 for row in found)
    assert found[-1][-1] == 96.32


def test_the_date_of_the_memo_is_a_date():
    found = opened(form_with(memo=True)).get_sheet_by_name("บันทึกข้อความ").to_python()
    assert ["วันที่", date(2023, 4, 5)] in [row[:2] for row in found]


def test_headers_are_frozen_and_printed_on_every_page():
    with ZipFile(BytesIO(write(REPORT, form_with(), "xlsx"))) as parts:
        page, book = parts.read("xl/worksheets/sheet1.xml").decode(), parts.read("xl/workbook.xml").decode()
        styles = parts.read("xl/styles.xml").decode()
    assert 'state="frozen"' in page and 'orientation="landscape"' in page
    assert "_xlnm.Print_Titles" in book
    assert "TH SarabunPSK" in styles


def test_rows_have_room_for_all_of_their_lines():
    """By the widths of our font, which has the letters of TH SarabunPSK in another size."""
    form = next(form for form in FORMS if form.id == "measures-plain")
    made = cells(REPORT, form, NAMES).tables[0]
    with ZipFile(BytesIO(write(REPORT, form, "xlsx", names=NAMES))) as parts:
        page = parts.read("xl/worksheets/sheet2.xml").decode()  # behind the memo
    heights = [float(found) for found in re.findall(r'<row [^>]*? ht="([\d.]+)"', page)][-len(made.rows) :]
    widths = [float(found) for found in re.findall(r'<col [^>]*width="([\d.]+)"', page)]
    for row, height in zip(made.rows, heights, strict=True):
        for cell, width in zip(row, widths, strict=True):
            assert sum(ceil(_wide(line) / width) for line in cell.lines) * 18 <= height


def _wide(line):
    """The width of a line at 14 pt in Excel's unit, of 7 pixels."""
    with TTFont(REGULAR, lazy=True) as font:
        letters, widths = font.getBestCmap(), font["hmtx"]
        em = sum(widths[letters[ord(letter)]][0] for letter in line) / font["head"].unitsPerEm
    return em * 14 * (10.7 / 16) * (96 / 72) / 7


def test_text_that_looks_like_a_formula_stays_text():
    found = opened(form_with(), Reading(measures=(ReadMeasure(title="=1+1", result=("http://x.example",)),)))
    assert found.get_sheet_by_name(found.sheet_names[0]).to_python()[-1] == ["=1+1", "http://x.example"]


def test_what_is_too_long_for_a_cell_goes_on_in_the_row_below():
    words, solid = "ดำเนินการแล้ว " * 5_000, "ก" * 70_000
    row = ReadMeasure(title="มาตรการ", result=(words.strip(), "ข้อถัดไป"), suggestion=None)
    found = opened(form_with(), Reading(measures=(row, ReadMeasure(title=solid))))
    rows = found.get_sheet_by_name(found.sheet_names[0]).to_python()[-6:]
    assert [row[0] for row in rows] == [
        "มาตรการ",
        "",
        "",
        *([solid[:LONGEST_CELL]] * 2),
        solid[: 70_000 % LONGEST_CELL],
    ]
    assert all(len(cell) <= LONGEST_CELL for row in rows for cell in row)
    assert " ".join(row[1] for row in rows[:3]) == f"๑. {words.strip()}\n๒. ข้อถัดไป"


@pytest.mark.parametrize("code", ["9/1", "[9.1]", "9.1" * 20, "ไม่ใช่รหัส"])
def test_a_code_that_names_no_worksheet_stays_in_the_heading(code):
    form = next(form for form in FORMS if form.id == "full-with-disclosures")
    found = opened(form, Reading(disclosures=(ReadDisclosure("O1", "โครงสร้าง", code), ReadDisclosure("O2", "ผู้บริหาร"))))
    assert found.sheet_names == ["การเปิดเผยข้อมูล", "การเปิดเผยข้อมูล (2)"]


def test_a_day_before_the_first_of_excel_is_text():
    memo = Memo(date="1899-12-31", date_text="๓๑ ธันวาคม ๒๔๔๒", subject="ทดสอบ")
    found = opened(form_with(memo=True), Reading(memo=memo)).get_sheet_by_name("บันทึกข้อความ").to_python()
    assert ["วันที่", "๓๑ ธันวาคม ๒๔๔๒"] in found


def test_a_report_without_tables_is_still_a_workbook():
    assert opened(form_with(), Reading(title="รายงาน")).get_sheet_by_index(0).to_python() == [["รายงาน"]]
