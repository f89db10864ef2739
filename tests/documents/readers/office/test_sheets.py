"""What a person sees on the worksheets of a workbook."""

from datetime import date, datetime, time
from io import BytesIO
from zipfile import ZipFile

import pytest

from prongsai.documents.readers import Refusal
from prongsai.documents.readers.sheets import read_sheets
from prongsai.documents.readers.sheets.figures import format_of, shown
from tests.documents.readers.office.made import cell_lines, read_book, sheet, xlsx, zipped

BOX = {"border": 1}


def changed(data, part, *pairs):
    """A file with the text of one part changed."""
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    for old, new in pairs:
        assert old in parts[part]
        parts[part] = parts[part].replace(old, new)
    return zipped(parts)


def page(rows, *, after=""):
    """A workbook whose sheet has these rows, as XML."""
    part = "xl/worksheets/sheet1.xml"
    return changed(sheet([[]]), part, ("<sheetData/>", f"<sheetData>{rows}</sheetData>{after}"))


def test_sheets_are_read_in_their_order_and_hidden_ones_are_told_of():
    def fill(book):
        for name in ("ก", "ลับ", "ข"):
            made = book.add_worksheet(name)
            made.write_row(0, 0, [name, "๑"])
            if name == "ลับ":
                made.hide()

    source = read_sheets(xlsx(fill))
    assert source.lines == ("ก\t๑", "ข\t๑")
    assert ["แผ่นงานที่ซ่อน" in remark.th for remark in source.remarks] == [True]


def test_titles_over_the_header_are_paragraphs_and_an_empty_row_ends_a_table():
    rows = [["รายงาน"], ["ปี ๒๕๖๖"], ["ก", "ข"], ["ค", "ง"], [], ["จ", "ฉ"], [], ["หมายเหตุ"]]
    assert read_book(sheet(rows)) == ["รายงาน", "ปี ๒๕๖๖", [["ก", "ข"], ["ค", "ง"]], [["จ", "ฉ"]], "หมายเหตุ"]


def test_a_merged_title_is_a_paragraph_framed_or_not():
    for look in ({}, BOX):

        def fill(book, look=look):
            made, format = book.add_worksheet(), book.add_format(look)
            made.merge_range(0, 0, 0, 2, "รายงาน", format)
            for at in (1, 2):
                made.write_row(at, 0, ["ก", "ข", "ค"], format)

        assert read_book(xlsx(fill)) == ["รายงาน", [["ก", "ข", "ค"], ["ก", "ข", "ค"]]]


def test_cells_merged_over_rows_and_columns_are_read_once():
    def fill(book):
        made = book.add_worksheet()
        for at in range(4):
            made.write_row(at, 0, ["ก", "ข", "ค"])
        made.merge_range(1, 0, 2, 1, "รวม")
        made.write(2, 1, "ใต้")

    assert read_book(xlsx(fill)) == [[["ก", "ข", "ค"], ["รวม", "", "ค"], ["", "", "ค"], ["ก", "ข", "ค"]]]


def test_columns_that_hold_nothing_are_not_there():
    assert read_book(sheet([[None, "ก", None, "ข"], [None, "ค", None, None], [None, "ง", None, "จ"]])) == [
        [["ก", "ข"], ["ค", ""], ["ง", "จ"]]
    ]


def test_a_table_that_goes_on_below_an_empty_row_has_the_columns_of_the_one_above():
    rows = [["ก", "ข", "ค"], ["๑", "๒", "๓"], [], ["๔", None, "๖"]]
    assert read_book(sheet(rows))[1] == [["๔", "", "๖"]]


def test_the_heading_of_a_group_is_a_row_unless_the_header_stands_below_it_again():
    def fill(again):
        def made(book):
            here, look = book.add_worksheet(), book.add_format(BOX)
            here.write_row(0, 0, ["ก", "ข"], look)
            here.write_row(1, 0, ["ค", "ง"], look)
            here.merge_range(2, 0, 2, 1, "ด้านที่ ๒", look)
            here.write_row(3, 0, ["ก", "ข"] if again else ["จ", "ฉ"], look)

        return made

    assert read_book(xlsx(fill(False))) == [[["ก", "ข"], ["ค", "ง"], ["ด้านที่ ๒", ""], ["จ", "ฉ"]]]
    assert read_book(xlsx(fill(True))) == [[["ก", "ข"], ["ค", "ง"]], "ด้านที่ ๒", [["ก", "ข"]]]


def test_where_tables_are_framed_the_rows_around_them_are_paragraphs():
    def fill(book):
        made, look = book.add_worksheet(), book.add_format(BOX)
        made.write_row(0, 0, ["ที่", "ลบ ๑", "วันที่", date(2023, 4, 5)], book.add_format({"num_format": "d/m/yyyy"}))
        made.write_row(1, 0, ["เรื่อง", "รายงาน"], book.add_format({"bottom": 1}))
        for at in (2, 3):
            made.write_row(at, 0, ["ก", "ข"], look)
        made.write(4, 0, None, look)
        made.write_row(5, 0, ["ค", "ง"], look)
        made.write(6, 1, "(ลงชื่อ)\n(นายก้าน กล้าดี)")

    assert read_book(xlsx(fill)) == [
        *("ที่ ลบ ๑ วันที่ ๕ เมษายน ๒๕๖๖", "เรื่อง รายงาน"),
        [["ก", "ข"], ["ก", "ข"], ["ค", "ง"]],
        *("(ลงชื่อ)", "(นายก้าน กล้าดี)"),
    ]


def test_lines_of_a_cell_are_its_paragraphs():
    assert cell_lines(read_sheets(sheet([["๑. ก\n๒. ข\n\n", "ค"]]))) == ["๑. ก", "๒. ข"]


@pytest.mark.parametrize(
    ("value", "look", "text"),
    [
        (5.0, {}, "5"),
        (97.89, {}, "97.89"),
        (0.1 + 0.2, {}, "0.3"),
        (-3, {"num_format": "0.00"}, "-3"),
        (273.11 / 3, {"num_format": "0.00"}, "91.04"),
        (273.11 / 3, {"num_format": 4}, "91.04"),
        (273.11 / 3, {"num_format": "[$-D00041E]0.0"}, "91"),
        (87.535, {"num_format": "_-* #,##0.00_-;-* #,##0.00_-"}, "87.54"),
        (-0.125, {"num_format": "#,##0.00_);(#,##0.00)"}, "-0.13"),
        (1234.567, {"num_format": "#,##0.00 บาท"}, "1234.57"),
        (1234.5, {"num_format": "0.0,"}, "1234.5"),
        (0.75, {"num_format": "# ?/?"}, "0.75"),
        (3.25, {"num_format": "t0.0"}, "3.3"),
        (0.9789, {"num_format": "0.00%"}, "97.89%"),
        (0.5, {"num_format": 9}, "50%"),
        (date(2023, 2, 8), {"num_format": "d/m/yyyy"}, "๘ กุมภาพันธ์ ๒๕๖๖"),
        (date(2023, 2, 8), {"num_format": 14}, "๘ กุมภาพันธ์ ๒๕๖๖"),
        (date(2023, 2, 8), {"num_format": "[$-D07041E]d mmmm yyyy"}, "๘ กุมภาพันธ์ ๒๕๖๖"),
        (date(2023, 2, 8), {"num_format": '"วันที่ "ddd d mmm yy;@'}, "๘ กุมภาพันธ์ ๒๕๖๖"),
        (date(2023, 2, 1), {"num_format": "mmm-yy"}, "กุมภาพันธ์ ๒๕๖๖"),
        (date(2566, 2, 8), {"num_format": "d/m/yyyy"}, "๘ กุมภาพันธ์ ๒๕๖๖"),
        (datetime(2023, 2, 8, 9, 30), {"num_format": "d/m/yyyy h:mm"}, "๘ กุมภาพันธ์ ๒๕๖๖ เวลา ๐๙.๓๐ น."),
        (time(9, 30), {"num_format": "h:mm"}, "๐๙.๓๐ น."),
        (7, {"num_format": '0 "days"'}, "7"),
        (True, {}, "☑"),
        (False, {}, "☐"),
        ("\u00fe", {"font_name": "Wingdings"}, "☑"),
        ("o", {"font_name": "Wingdings"}, "☐"),
        ("o", {"font_name": "TH SarabunPSK"}, "o"),
        ("ก\u200bข\u00a0ค", {}, "กข ค"),
    ],
)
def test_a_cell_is_read_as_it_is_seen(value, look, text):
    assert read_book(sheet([["ก", value], ["ข", "ค"]], **look))[0][0][1] == text


def test_days_are_counted_as_the_file_counts_them():
    day = format_of("d/m/yyyy", 200)
    assert [shown(value, day) for value in (1, 59, 61)] == ["๑ มกราคม ๒๔๔๓", "๒๘ กุมภาพันธ์ ๒๔๔๓", "๑ มีนาคม ๒๔๔๓"]
    assert shown(0, day, since_1904=True) == "๑ มกราคม ๒๔๔๗"
    book = changed(
        sheet([["ก", date(2023, 2, 8)], ["ข", "ค"]], num_format="d/m/yyyy"),
        "xl/workbook.xml",
        ("<workbookPr ", '<workbookPr date1904="1" '),
    )
    assert read_book(book)[0][0][1] == "๙ กุมภาพันธ์ ๒๕๗๐"


@pytest.mark.parametrize("value", [1e300, -1.0, float("nan"), float("inf"), 2_958_465.9])
def test_a_number_that_is_no_day_is_no_harm(value):
    assert isinstance(shown(value, format_of("d/m/yyyy", 200)), str)
    assert isinstance(shown(value, format_of("d/m/yyyy", 200), since_1904=True), str)


def test_errors_and_formulas_without_a_result_are_empty_and_told_of():
    formulas = '<c t="str"><f>A1</f><v>ผล</v></c><c><f>1+1</f></c>'
    source = read_sheets(page(f'<row><c t="e"><v>#REF!</v></c>{formulas}<c><v>5</v></c></row>'))
    assert source.lines == ("ผล\t5",)
    assert ["#REF!" in remark.th for remark in source.remarks] == [True, False]
    assert "สูตรที่ยังไม่ได้คำนวณ" in source.remarks[1].th


def test_rich_text_is_whole_and_how_it_is_spoken_is_left_out():
    signs = "<r><rPr><rFont val='Wingdings 2'/></rPr><t>R</t></r>"
    rich = f"<c t='inlineStr'><is><r><t>ก</t></r>{signs}<rPh><t>x</t></rPh></is></c>"
    assert read_book(page(f"<row>{rich}<c t='inlineStr'><is><t>a_x000A_b</t></is></c></row>"))[0][0] == ["ก☑", "a b"]


def test_hidden_rows_and_columns_are_left_out_end_no_table_and_are_told_of():
    def fill(book):
        made = book.add_worksheet()
        for at, row in enumerate((["ก", "ลับ", "ข"], ["ลับ", "ลับ", "ลับ"], ["ค", "ลับ", "ง"])):
            made.write_row(at, 0, row)
        made.set_row(1, None, None, {"hidden": True})
        made.set_column(1, 1, None, None, {"hidden": True})

    source = read_sheets(xlsx(fill))
    assert source.lines == ("ก\tข", "ค\tง")
    assert ["๕ ช่อง" in remark.th for remark in source.remarks] == [True]


def test_two_cells_at_the_far_corners_of_a_sheet_cost_nothing():
    assert read_book(xlsx(lambda book: _corners(book.add_worksheet()))) == ["ก", "ข"]


def _corners(made):
    made.write(0, 0, "ก")
    made.write(1_048_575, 16_383, "ข")


def test_more_cells_than_a_report_has_are_refused():
    rows = "".join(f"<row>{'<c><v>1</v></c>' * 500}</row>" for _ in range(101))
    with pytest.raises(Refusal, match="50,000"):
        read_sheets(page(rows))


def test_a_table_whose_cells_stand_far_apart_is_refused():
    rows = "".join(
        f'<row r="{at}"><c r="A{at}"><v>1</v></c><c r="{column}{at}"><v>1</v></c></row>'
        for at, column in enumerate((a + b for a in "BCDEFGHIJKLM" for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), 1)
    )
    with pytest.raises(Refusal, match="50,000"):
        read_sheets(page(rows))


def test_merged_cells_over_each_other_without_end_are_refused():
    rows = "".join(f"<row>{'<c><v>1</v></c>' * 100}</row>" for _ in range(100))
    merges = '<mergeCell ref="A1:XFD1048576"/>' * 1000
    assert read_sheets(page(rows, after=f"<mergeCells>{merges}</mergeCells>")).lines == ("1",)
    apart = '<mergeCell ref="AZZ1:XFD1048576"/>' * 1000
    with pytest.raises(Refusal, match="50,000"):
        read_sheets(page(rows, after=f"<mergeCells>{apart}</mergeCells>"))


def test_a_workbook_with_macros_says_that_they_were_not_looked_at():
    with ZipFile(BytesIO(sheet([["ก", "ข"]]))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    source = read_sheets(zipped({**parts, "xl/vbaProject.bin": b"x"}))
    assert ["แมโคร" in remark.th for remark in source.remarks] == [True]


def test_an_empty_workbook_is_refused():
    with pytest.raises(Refusal, match="ไม่มีข้อความ"):
        read_sheets(sheet([[]]))
