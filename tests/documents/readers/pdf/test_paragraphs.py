"""Where a paragraph ends, no file says: its form does."""

import pytest

from tests.documents.readers.pdf.drawn import RULED, blocks_of, drawn, source_of

LONG = "จัดทำคู่มือการให้บริการประชาชนและเผยแพร่ทางเว็บไซต์ของเทศบาลให้ประชาชนทราบโดยทั่วกันอย่างต่อเนื่อง"
SHORT = "ติดตามผล"


def cell_of(inside, width="6cm"):
    return blocks_of(drawn(f'<table><tr><td>ผล<tr><td style="width:{width}">{inside}</table>', RULED))[0][1][0]


@pytest.mark.parametrize("width", ["3cm", "4cm", "5cm", "6cm", "7.3cm", "11cm"])
def test_a_wrapped_line_goes_on_without_a_space(width):
    assert cell_of(f"<p>๑. {LONG}</p><p>๒. {LONG}</p>", width) == f"๑. {LONG} ¶ ๒. {LONG}"


def test_words_of_other_letters_are_joined_with_a_space():
    words = "Integrity and Transparency Assessment of local government"
    assert cell_of(words, "3cm") == words


def test_a_number_is_joined_with_a_space():
    assert cell_of("ประชุมชี้แจงเมื่อวันที่ ๘ กุมภาพันธ์ ๒๕๖๖ จำนวน ๒ ครั้ง", "2.2cm") == (
        "ประชุมชี้แจงเมื่อวันที่ ๘ กุมภาพันธ์ ๒๕๖๖ จำนวน ๒ ครั้ง"
    )


def test_a_line_with_room_for_the_next_word_ends_its_paragraph():
    assert cell_of("<p>สำนักปลัด</p><p>กองคลัง</p><p>กองช่าง</p>") == "สำนักปลัด ¶ กองคลัง ¶ กองช่าง"


@pytest.mark.parametrize("mark", ["๑)", "(๑)", "1.", "-", "•", "☐", "๑.๑"])
def test_a_mark_begins_a_paragraph(mark):
    first = f"{mark} {LONG}"
    found = cell_of(f"<p>{first}</p><p>{first}</p>")
    assert [part.replace(" ", "") for part in found.split(" ¶ ")] == [first.replace(" ", "")] * 2


@pytest.mark.parametrize("text", ["ตามคำสั่งที่<br>๑. ของเดือน", "ต.ค. ๒๕๖๕<br>- ก.ย. ๒๕๖๖"])
def test_what_only_looks_like_a_mark_does_not(text):
    assert "¶" not in cell_of(text, "2.2cm")


def test_the_lines_of_a_head_in_the_middle_are_paragraphs_of_their_own():
    body = (
        '<div style="text-align:center"><p>รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม</p>'
        "<p>ประจำปีงบประมาณ พ.ศ. ๒๕๖๖</p><p>เทศบาลตำบลท่าโขง</p></div>"
        f"<p>{LONG}{LONG}{LONG}</p>"
    )
    assert blocks_of(drawn(body)) == [
        "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม",
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
        "เทศบาลตำบลท่าโขง",
        LONG * 3,
    ]


def test_an_indent_begins_a_paragraph_though_the_line_above_is_full():
    # The last line of the first paragraph is full with one of these; with which depends on the font.
    for length in range(30, 60):
        text = "การ" * length
        body = f'<div style="text-indent:1.5cm"><p>{text}</p><p>{text}</p><p>{LONG}</p></div>'
        assert blocks_of(drawn(body)) == [text, text, LONG]


def test_the_head_of_a_letter_is_cut_at_its_labels_though_lines_are_full():
    body = (
        '<div style="width:9cm"><p>บันทึกข้อความ</p><p>ส่วนราชการ สำนักปลัดเทศบาลตำบลท่าโขง งานนิติการ</p>'
        "<p>ที่ ลบ ๕๙๙๐๑/๔๑๒ วันที่ ๕ เมษายน ๒๕๖๖</p><p>เรื่อง รายงานผล</p><p>เรียน นายกเทศมนตรี</p></div>"
    )
    assert blocks_of(drawn(body))[1:] == [
        "ส่วนราชการ สำนักปลัดเทศบาลตำบลท่าโขง งานนิติการ",
        "ที่ ลบ ๕๙๙๐๑/๔๑๒ วันที่ ๕ เมษายน ๒๕๖๖",
        "เรื่อง รายงานผล",
        "เรียน นายกเทศมนตรี",
    ]


def test_more_white_space_above_a_paragraph_is_told():
    body = "<p>หนึ่ง</p><p>สอง</p><p style='margin-top:2em'>สาม</p><p>สี่</p>"
    assert [para.gap for para in source_of(drawn(body)).document.blocks] == [True, False, True, False]


def test_lines_are_counted_from_one_and_a_row_is_a_line_with_tabs():
    source = source_of(drawn("<p>หัวเรื่อง</p><table><tr><td>ก<td>ข<tr><td>๑<td>๒</table>", RULED))
    assert source.lines == ("หัวเรื่อง", "ก\tข", "๑\t๒")
    assert source.document.blocks[0].line == 1
    assert [row.line for row in source.document.blocks[1].rows] == [2, 3]
    assert source.document.blocks[1].rows[1].cells[1].paras[0].line == 3
