"""The analysis of a result on paper: every figure and word in every format, with the mark of what is from memory."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from python_calamine import CalamineWorkbook

from prongsai.core.reports.analysis_tables import MARK_MEANS, NOTHING
from prongsai.core.reports.layout import Holds
from prongsai.documents.readers import read
from prongsai.documents.writers import cells, write
from prongsai.layouts import load_form, load_forms
from tests.documents.writers.analyses import ANALYSIS
from tests.documents.writers.expected import PAGE_NUMBER, bare, body_text, head_text
from tests.documents.writers.sample import NAMES, REPORT
from tests.documents.writers.test_pdf import text_of

FORM = load_form("analysis-of-result")
SHEET = cells(REPORT, FORM, NAMES, analysis=ANALYSIS)


def table_of(holds):
    return next(table for table in SHEET.tables if table.holds is holds)


def test_its_text_layer_in_pdf_is_the_paper_to_the_letter_and_in_order():
    found = bare(PAGE_NUMBER.sub("", text_of(write(REPORT, FORM, "pdf", names=NAMES, analysis=ANALYSIS))))
    for head in {head_text(table.columns) for table in SHEET.tables}:
        assert head in found
        found = found.replace(head, "")
    assert found == body_text(SHEET)


@pytest.mark.parametrize("form", [one for one in load_forms() if not one.is_analysis], ids=lambda one: one.id)
def test_a_report_of_progress_has_no_room_for_an_analysis(form):
    assert cells(REPORT, form, NAMES, analysis=ANALYSIS) == cells(REPORT, form, NAMES)


def test_without_an_analysis_its_tables_stay_away():
    assert [table.holds for table in cells(REPORT, FORM, NAMES).tables] == [Holds.MEASURES]


def test_the_year_of_the_result_stands_in_the_heading():
    assert table_of(Holds.RESULT).headings == ("๑. ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๘",)


def test_the_result_shows_both_years_the_change_and_the_level():
    rows = {row[1].text: [cell.text for cell in row] for row in table_of(Holds.RESULT).rows}
    assert rows["การปฏิบัติหน้าที่"] == ["๑.", "การปฏิบัติหน้าที่", "๘๕.๒๑", "๘๔.๕๐", "+๐.๗๑"]
    assert rows["การใช้งบประมาณ"][4] == "-๑๓.๙๑"
    assert rows["การป้องกันการทุจริต"][2:] == ["๙๓.๗๕", "-", "-"]
    assert rows["แบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT)*"][2:] == ["๙๖.๘๘", "๙๖.๘๘", "๐.๐๐"]
    assert rows["ระดับผลการประเมิน"][2:] == ["ผ่าน", "ต้องปรับปรุง", ""]


def test_what_is_from_memory_is_marked_and_the_mark_is_explained_below_each_table_that_has_it():
    assert table_of(Holds.URGENT).rows[0][1].text.endswith("*")
    marked = [table.holds for table in SHEET.tables if MARK_MEANS in table.notes]
    assert marked == [Holds.RESULT, Holds.URGENT]
    assert ANALYSIS.notes[0] in table_of(Holds.RESULT).notes


def test_a_list_without_any_point_says_so():
    sheet = cells(REPORT, FORM, NAMES, analysis=replace(ANALYSIS, urgent=()))
    rows = next(table for table in sheet.tables if table.holds is Holds.URGENT).rows
    assert [cell.text for cell in rows[0]] == ["", NOTHING[Holds.URGENT], "", "", ""]


def test_word_has_five_tables_and_the_notes_between_them():
    word = docx.Document(BytesIO(write(REPORT, FORM, "docx", names=NAMES, analysis=ANALYSIS)))
    assert len(word.tables) == 5
    assert sum(one.text == MARK_MEANS for one in word.paragraphs) == 2


def test_excel_has_a_worksheet_a_table_with_figures_as_numbers():
    book = CalamineWorkbook.from_filelike(BytesIO(write(REPORT, FORM, "xlsx", names=NAMES, analysis=ANALYSIS)))
    assert book.sheet_names == [
        *("บันทึกข้อความ", "ผลการประเมิน", "จุดแข็ง", "แก้ไขเร่งด่วน", "พัฒนาให้ดีขึ้น", "มาตรการ"),
    ]
    rows = book.get_sheet_by_name("แก้ไขเร่งด่วน").to_python()
    assert [0, 1.67] in [row[2:4] for row in rows]
    assert [MARK_MEANS] in [row[:1] for row in rows]


@pytest.mark.parametrize("kind", ["html", "txt"])
def test_its_measures_are_read_back_beside_the_tables_of_the_analysis(kind):
    made = write(REPORT, FORM, kind, names=NAMES, analysis=ANALYSIS)
    found = read(made, name=f"analysis.{kind}").reading.measures
    assert [row.procedure for row in found][: len(REPORT.measures)] == [row.procedure for row in REPORT.measures]
