"""Numbers that Word draws before paragraphs are read as text, as they are drawn."""

import pytest

from prongsai.documents.readers.word import read_word
from prongsai.documents.readers.word.number_text import number_text
from tests.documents.readers.office.made import cell_lines, docx, p, read, tbl, tc, tr


def level(at, format, text, more="", start=1):
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/>{more}'
        "</w:lvl>"
    )


def lists(*levels, nums=("",), number=0):
    """One kind of list, and as many lists of it as there are changes to it."""
    made = f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'
    return made + "".join(
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="{number}"/>{change}</w:num>'
        for at, change in enumerate(nums, 1)
    )


def item(text, at=0, of=1, style=""):
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return p(text, f'{named}<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{of}"/></w:numPr>')


OUTLINE = lists(level(0, "decimal", "%1."), level(1, "thaiNumbers", "%1.%2)"), level(2, "thaiLetters", "(%3)"))


@pytest.mark.parametrize(
    ("format", "drawn"),
    [
        ("decimal", ["1", "2", "27", "45"]),
        ("decimalZero", ["01", "02", "27", "45"]),
        ("thaiNumbers", ["๑", "๒", "๒๗", "๔๕"]),
        ("thaiLetters", ["ก", "ข", "พ", "งง"]),
        ("thaiCounting", ["หนึ่ง", "สอง", "ยี่สิบเจ็ด", "สี่สิบห้า"]),
        ("lowerLetter", ["a", "b", "aa", "ss"]),
        ("upperRoman", ["I", "II", "XXVII", "XLV"]),
        ("none", ["", "", "", ""]),
        ("unheardOf", ["1", "2", "27", "45"]),
    ],
)
def test_a_number_is_drawn_in_the_way_of_its_level(format, drawn):
    assert [number_text(count, format) for count in (1, 2, 27, 45)] == drawn


def test_levels_are_counted_and_begin_anew_below_the_next_one():
    body = item("ก") + item("ข", 1) + item("ค", 1) + item("ง", 2) + item("จ") + item("ฉ", 1)
    assert read(body, numbering=OUTLINE) == ["1. ก", "1.๑) ข", "1.๒) ค", "(ก) ง", "2. จ", "2.๑) ฉ"]


def test_a_level_may_count_on_without_end():
    more = '<w:lvlRestart w:val="0"/>'
    numbering = lists(level(0, "decimal", "%1."), level(1, "decimal", "%2)", more))
    assert read(item("ก") + item("ข", 1) + item("ค") + item("ง", 1), numbering=numbering) == [
        *("1. ก", "1) ข", "2. ค", "2) ง")
    ]


def test_lists_of_one_kind_count_on_unless_one_begins_anew():
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = lists(level(0, "decimal", "%1.", start=3), nums=("", "", again))
    body = item("ก") + item("ข", of=2) + item("ค", of=3) + item("ง", of=3)
    assert read(body, numbering=numbering) == ["3. ก", "4. ข", "1. ค", "2. ง"]


def test_a_list_may_change_a_level():
    change = f'<w:lvlOverride w:ilvl="0">{level(0, "thaiNumbers", "ข้อ %1")}</w:lvlOverride>'
    assert read(item("ก", of=2), numbering=lists(level(0, "decimal", "%1."), nums=("", change))) == ["ข้อ ๑ ก"]


def test_bullets_of_every_kind_are_one_and_boxes_stay_boxes():
    signs = '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'
    for text, more, drawn in (("•", "", "-"), ("\uf0fc", signs, "-"), ("\uf0a8", signs, "☐"), ("\uf0fe", signs, "☑")):
        assert read(item("ก"), numbering=lists(level(0, "bullet", text, more))) == [f"{drawn} ก"]


def test_a_style_puts_its_paragraphs_in_a_list():
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="C"><w:basedOn w:val="A"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = "".join(p(text, f'<w:pStyle w:val="{style}"/>') for text, style in (("ก", "A"), ("ข", "B"), ("ค", "C")))
    none = p("ง", '<w:pStyle w:val="A"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert read(body + none, styles=styles, numbering=OUTLINE) == ["1. ก", "2. ข", "2.๑) ค", "ง"]


def test_a_level_may_belong_to_a_style():
    numbering = lists(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2", '<w:pStyle w:val="B"/>'))
    styles = '<w:style w:styleId="B"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    assert read(p("ก", '<w:pStyle w:val="B"/>'), styles=styles, numbering=numbering) == ["1.1 ก"]


def test_a_list_may_take_its_levels_from_a_style():
    numbering = lists(level(0, "thaiNumbers", "%1)"), number=7) + (
        '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    )
    styles = '<w:style w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    assert read(item("ก", of=2), styles=styles, numbering=numbering) == ["๑) ก"]


def test_styles_based_on_each_other_in_a_circle_are_no_harm():
    styles = (
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    assert read(p("ก", '<w:pStyle w:val="A"/>'), styles=styles) == ["ก"]


def test_an_empty_cell_of_a_numbered_column_has_its_number():
    numbering = lists(level(0, "thaiNumbers", "%1."))
    assert read(tbl(tr(tc(item("")), "ก"), tr(tc(item("")), "ข")), numbering=numbering) == [[["๑.", "ก"], ["๒.", "ข"]]]


def test_an_empty_bullet_is_nothing():
    assert read(item("") + p("ก"), numbering=lists(level(0, "bullet", "•"))) == ["ก"]


def test_depth_is_the_level_and_in_a_cell_the_outermost_is_the_first():
    deep = read_word(docx(tbl(tr(tc("นำ", item("ก", 1), item("ข", 2)), "ค")), numbering=OUTLINE))
    assert [para.depth for para in deep.document.tables[0].rows[0].cells[0].paras] == [0, 1, 2]
    assert cell_lines(deep) == ["นำ", "1.๑) ก", "(ก) ข"]
    outside = read_word(docx(item("ก", 1), numbering=OUTLINE))
    assert [para.depth for para in outside.document.blocks] == [2]


def test_a_format_that_only_new_programs_know_falls_back():
    format = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001"/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="thaiNumbers"/></mc:Fallback></mc:AlternateContent>'
    )
    numbering = lists(f'<w:lvl w:ilvl="0">{format}<w:lvlText w:val="%1."/></w:lvl>')
    assert read(item("ก"), numbering=numbering) == ["๑. ก"]


def test_a_legal_number_has_ordinary_digits_all_through():
    numbering = lists(level(0, "thaiNumbers", "%1."), level(1, "thaiNumbers", "%1.%2", "<w:isLgl/>"))
    assert read(item("ก") + item("ข", 1), numbering=numbering) == ["๑. ก", "1.1 ข"]


def test_a_list_that_is_not_there_draws_nothing():
    assert read(item("ก", of=99)) == ["ก"]
