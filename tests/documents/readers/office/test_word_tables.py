"""Tables of Word files, as a person sees them on paper."""

import pytest

from prongsai.documents.readers import Refusal
from prongsai.documents.readers.word import read_word
from tests.documents.readers.office.made import LINED, cell_lines, docx, p, plain, read, tbl, tc, tr

SPAN = '<w:gridSpan w:val="{}"/>'
DOWN, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_paragraphs_and_tables_stand_in_the_order_of_the_text():
    found = read(p("ก่อน") + tbl(tr("ก", "ข"), tr("ค", "")) + p("ระหว่าง") + tbl(tr("ง", "จ")) + p("หลัง"))
    assert found == ["ก่อน", [["ก", "ข"], ["ค", ""]], "ระหว่าง", [["ง", "จ"]], "หลัง"]


def test_every_line_and_table_is_counted_from_one():
    source = read_word(docx(p("ก่อน") + tbl(tr("ก", tc("ข", "ค")), tr("ง", "จ")) + p("หลัง")))
    _, table, after = source.document.blocks
    assert source.lines == ("ก่อน", "ก\tข ค", "ง\tจ", "หลัง")
    assert (table.number, [row.line for row in table.rows], after.line) == (1, [2, 3], 4)
    assert [para.line for cell in table.rows[0].cells for para in cell.paras] == [2, 2, 2]


def test_it_reads_a_cell_merged_over_columns_once():
    assert read(tbl(tr(tc("รวม", properties=SPAN.format(2)), "ค"), tr("ก", "ข", "ค"))) == [
        [["รวม", "", "ค"], ["ก", "ข", "ค"]]
    ]


def test_it_reads_a_cell_merged_over_rows_once():
    rows = tr(tc("ก", properties=DOWN), "๑"), tr(tc("ซ่อน", properties=ON), "๒"), tr("ข", "๓")
    assert read(tbl(*rows)) == [[["ก", "๑"], ["", "๒"], ["ข", "๓"]]]


def test_a_merge_over_rows_that_begins_nowhere_is_a_cell():
    assert read(tbl(tr(tc("ก", properties=ON), "๑"), tr("ข", "๒"))) == [[["ก", "๑"], ["ข", "๒"]]]


def test_a_row_may_begin_behind_the_first_column_and_end_before_the_last():
    rows = tr("ก", "ข", "ค"), tr("ข๒", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>')
    assert read(tbl(*rows)) == [[["ก", "ข", "ค"], ["", "ข๒", ""]]]


def test_lines_drawn_by_hand_that_miss_each_other_are_one_column():
    head = tr(tc("ก"), tc("ข", properties=SPAN.format(2)), tc("ค"))
    row = tr(tc("๑", properties=SPAN.format(2)), tc("๒"), tc("๓"))
    assert read(tbl(head, row, grid=(2000, 60, 3000, 2500))) == [[["ก", "ข", "ค"], ["๑", "๒", "๓"]]]


def test_narrow_columns_of_a_file_that_gives_no_true_widths_stay_apart():
    assert read(tbl(tr("ก", "ข", "ค"), grid=(100, 100, 100))) == [[["ก", "ข", "ค"]]]


def test_columns_in_which_no_cell_begins_are_not_there():
    wide = tc("ก", properties=SPAN.format(3))
    assert read(tbl(tr(wide, "ข"), tr(wide, "ค"))) == [[["ก", "ข"], ["ก", "ค"]]]


def test_a_span_of_a_million_columns_costs_nothing():
    wide = tc("ก", properties=SPAN.format(1_000_000))
    assert read(tbl(tr(wide, "ข"), tr("ค", tc("ง", properties=SPAN.format(999_999)), "จ"))) == [
        [["ก", "", "ข"], ["ค", "ง", "จ"]]
    ]


def test_the_rows_of_a_table_inside_a_cell_are_lines_of_it():
    inner = tbl(tr("ก", "๑"), tr("ข", "๒"))
    source = read_word(docx(tbl(tr(tc("ก่อน", inner, "หลัง"), "อื่น"))))
    assert cell_lines(source) == ["ก่อน", "ก ๑", "ข ๒", "หลัง"]


def test_a_frame_around_a_table_is_not_the_table():
    inner = tbl(tr("ก", "๑"), tr("ข", "๒"))
    assert read(tbl(tr(tc("หัวเรื่อง", inner)))) == ["หัวเรื่อง", [["ก", "๑"], ["ข", "๒"]]]
    assert read(tbl(tr("หัวเรื่อง"), tr(tc(inner, p())))) == ["หัวเรื่อง", [["ก", "๑"], ["ข", "๒"]]]


def test_a_title_inside_the_first_rows_of_the_first_table_is_a_paragraph():
    title = tr(tc("รายงานผล", "ปี ๒๕๖๖", properties=SPAN.format(2)))
    group = tr(tc("ด้านที่ ๑", properties=SPAN.format(2)))
    rows = tr("ก", "ข"), group, tr("ค", "ง")
    assert read(tbl(title, *rows) + p("คั่น") + tbl(group, *rows)) == [
        *("รายงานผล", "ปี ๒๕๖๖"),
        [["ก", "ข"], ["ด้านที่ ๑", ""], ["ค", "ง"]],
        "คั่น",
        [["ด้านที่ ๑", ""], ["ก", "ข"], ["ด้านที่ ๑", ""], ["ค", "ง"]],
    ]


def test_a_table_without_lines_beside_one_with_lines_only_keeps_text_in_its_place():
    head = tbl(tr("ส่วนราชการ", "สำนักปลัด"), tr("ที่", "ลบ ๑", "วันที่", "๕ เมษายน ๒๕๖๖"), properties="<w:tblPr/>")
    signed = tbl(tr(tc("(นายก้าน กล้าดี)", "นิติกร"), tc("(นางฝน ป่าไม้)", "ปลัด")), properties="<w:tblPr/>")
    assert read(head + signed + tbl(tr("ก", "ข"))) == [
        *("ส่วนราชการ สำนักปลัด", "ที่ ลบ ๑ วันที่ ๕ เมษายน ๒๕๖๖"),
        *("(นายก้าน กล้าดี)", "นิติกร", "(นางฝน ป่าไม้)", "ปลัด"),
        [["ก", "ข"]],
    ]


@pytest.mark.parametrize(
    ("properties", "styles"),
    [
        (LINED, ""),
        ('<w:tblPr><w:tblStyle w:val="A"/></w:tblPr>', f'<w:style w:styleId="A" w:type="table">{LINED}</w:style>'),
        (
            '<w:tblPr><w:tblStyle w:val="B"/></w:tblPr>',
            f'<w:style w:styleId="A">{LINED}</w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>',
        ),
    ],
)
def test_lines_of_a_table_may_come_from_its_style(properties, styles):
    assert read(tbl(tr("ก", "ข")) + tbl(tr("ค", "ง"), properties=properties), styles=styles)[1] == [["ค", "ง"]]


def test_where_no_table_has_lines_all_are_tables():
    assert read(tbl(tr("ก", "ข"), properties="<w:tblPr/>")) == [[["ก", "ข"]]]


def test_deleted_and_hidden_rows_and_deleted_cells_are_gone():
    rows = (
        tr("ก", "ข"),
        tr("ลบ", "ลบ", properties='<w:del w:id="1"/>'),
        tr("ซ่อน", "ซ่อน", properties="<w:hidden/>"),
        tr(tc("ลบ", properties='<w:cellDel w:id="2"/>'), "ค"),
    )
    assert read(tbl(*rows)) == [[["ก", "ข"], ["", "ค"]]]


def test_rows_and_cells_in_content_controls_are_rows_and_cells():
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    rows = tr("ก", "ข"), control.format(tr(control.format(tc("ค")), "ง"))
    assert read(tbl(*rows)) == [[["ก", "ข"], ["ค", "ง"]]]


def test_a_table_of_more_cells_than_a_report_has_is_refused():
    rows = "".join(tr(*["ก"] * 20) for _ in range(2600))
    with pytest.raises(Refusal, match="50,000"):
        read_word(docx(tbl(rows)))


def test_a_table_that_only_spans_make_wide_is_refused():
    steps = "".join(tr("ก", properties=f'<w:gridBefore w:val="{at}"/>') for at in range(1000))
    with pytest.raises(Refusal, match="50,000"):
        read_word(docx(tbl(steps, tr("ก", "ข"))))


def test_tables_cut_by_a_page_are_two_tables_whose_rows_go_on():
    found = plain(read_word(docx(tbl(tr("ก", "ข")) + p(inside='<w:r><w:br w:type="page"/></w:r>') + tbl(tr("ค", "ง")))))
    assert found == [[["ก", "ข"]], [["ค", "ง"]]]
