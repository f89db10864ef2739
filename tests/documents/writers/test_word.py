"""The Word file has the same cells, in real tables, in a font and language that Word uses for Thai."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from prongsai.core.reports.reading import Memo, Reading, ReadMeasure
from prongsai.documents.writers import SignatureBlock, cells, write
from tests.documents.writers.expected import bare, memo_lines
from tests.documents.writers.forms import FORMS, form_with
from tests.documents.writers.sample import NAMES, REPORT


def opened(form, reading=REPORT, **options):
    return Document(BytesIO(write(reading, form, "docx", names=NAMES, **options)))


def texts(cell):
    """The paragraphs of a cell, by its XML: python-docx is slow over large tables."""
    return tuple(
        line
        for paragraph in cell.iterchildren(qn("w:p"))
        if (line := "".join(part.text or "" for part in paragraph.iter(qn("w:t"))))
    )


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_its_tables_are_the_paper_cell_by_cell(form):
    word, sheet = opened(form), cells(REPORT, form, NAMES)
    assert len(word.tables) == len(sheet.tables)
    for found, made in zip(word.tables, sheet.tables, strict=True):
        head, *rows = [[texts(cell) for cell in row.tc_lst] for row in found._tbl.tr_lst]
        assert head == [(column.heading,) for column in made.columns]
        assert rows == [[cell.lines for cell in row] for row in made.rows]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_every_table_repeats_its_header_and_has_fixed_columns_that_fill_the_page(form):
    word = opened(form)
    section = word.sections[-1]
    width = (section.page_width - section.left_margin - section.right_margin) // 635
    for table in word.tables:
        assert table._tbl.tr_lst[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert table._tbl.tblPr.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"
        assert sum(int(column.get(qn("w:w"))) for column in table._tbl.tblGrid) == width


def test_short_rows_are_never_split_and_a_very_long_one_may_be():
    rows = (ReadMeasure(title="สั้น", result=("สั้น",)), ReadMeasure(title="ยาว", result=("ดำเนินการแล้วเสร็จ " * 200,)))
    word = opened(form_with(), Reading(measures=rows))
    split = [row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is None for row in word.tables[0]._tbl.tr_lst]
    assert split == [False, False, True]


def test_every_style_names_the_thai_font_size_and_language():
    for style in opened(FORMS[0]).styles.element.iter(qn("w:style")):
        if style.get(qn("w:type")) != "paragraph":
            continue
        look = style.find(qn("w:rPr"))
        fonts = {look.find(qn("w:rFonts")).get(qn(f"w:{kind}")) for kind in ("ascii", "hAnsi", "cs")}
        assert fonts == {"TH SarabunPSK"}
        assert look.find(qn("w:szCs")).get(qn("w:val")) == look.find(qn("w:sz")).get(qn("w:val"))
        assert (look.find(qn("w:b")) is None) == (look.find(qn("w:bCs")) is None)
        assert look.find(qn("w:lang")).get(qn("w:bidi")) == "th-TH"


def test_every_style_that_is_used_is_there():
    word = opened(form_with(memo=True))
    there = {style.get(qn("w:styleId")) for style in word.styles.element.iter(qn("w:style"))}
    used = {part.get(qn("w:val")) for tag in ("w:pStyle", "w:tblStyle") for part in word.element.iter(qn(tag))}
    assert used <= there


def test_the_memo_is_upright_before_a_report_that_lies():
    word = opened(form_with(memo=True, landscape=True))
    assert [section.orientation for section in word.sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]
    assert word.sections[1].page_width > word.sections[1].page_height
    paragraphs = bare("".join(paragraph.text for paragraph in word.paragraphs))
    assert paragraphs.startswith(bare("".join(memo_lines(cells(REPORT, form_with(memo=True))))))


def test_a_chain_of_signatures_stands_in_its_order_with_opinions_and_lines_to_write_on():
    chain = [
        SignatureBlock("นายก้าน กล้าดี", "นิติกร", signed=True, date_text="๕ เมษายน ๒๕๖๖"),
        SignatureBlock("นางฝน ป่าไม้", "รองปลัดเทศบาล", opinion="เห็นควรอนุมัติ", acting_for="รักษาราชการแทน ปลัดเทศบาล"),
        SignatureBlock("นายฟ้า ทำดี", "นายกเทศมนตรี", asks_opinion=True),
    ]
    word = opened(form_with(memo=True), Reading(memo=Memo(subject="ก")), signatures=chain)
    lines = [paragraph.text for paragraph in word.paragraphs if paragraph.style.style_id in ("Opinion", "Sign")]
    assert lines[:4] == ["(ลงชื่อ) ลงนามแล้ว", "(นายก้าน กล้าดี)", "นิติกร", "วันที่ ๕ เมษายน ๒๕๖๖"]
    assert lines[4] == "ความเห็น/ข้อเสนอเพื่อพิจารณา เห็นควรอนุมัติ"
    assert lines[7:9] == ["รองปลัดเทศบาล", "รักษาราชการแทน ปลัดเทศบาล"]
    assert lines[9].startswith("ความเห็น/ข้อเสนอเพื่อพิจารณา ....")
    assert lines[10].startswith("(ลงชื่อ) ....")


def test_characters_that_xml_cannot_hold_are_left_out():
    word = opened(form_with(), Reading(title="ก\x00ข\x0b<&>", measures=(ReadMeasure(title="ค\ufffe\x1bง"),)))
    assert word.paragraphs[0].text == "กข <&>"
    assert texts(word.tables[0]._tbl.tr_lst[1].tc_lst[0]) == ("คง",)


def test_pages_are_numbered_in_thai_digits():
    word = opened(form_with(memo=True))
    assert 'w:instr=" PAGE "' in word.sections[-1].footer.paragraphs[0]._p.xml
    assert word.sections[-1]._sectPr.find(qn("w:pgNumType")).get(qn("w:fmt")) == "thaiNumbers"


def test_the_file_holds_nothing_but_the_report():
    with ZipFile(BytesIO(write(REPORT, FORMS[0], "docx"))) as parts:
        assert parts.testzip() is None
        assert not [name for name in parts.namelist() if name.endswith((".bin", ".ttf", ".odttf"))]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_a_long_name_of_the_agency_stands_whole_in_the_paper(form):
    word = opened(form, replace(REPORT, agency="เทศบาลตำบล" + "ท่าโขง" * 60))
    assert len(word.core_properties.title) <= 255
    assert "ท่าโขง" * 60 in "".join(paragraph.text for paragraph in word.paragraphs)
