"""What a paragraph of a Word file says: signs, boxes, fields, changes, text boxes."""

import pytest

from prongsai.documents.readers import Refusal
from prongsai.documents.readers.word import read_word
from tests.documents.readers.office.made import docx, p, read, run, tbl, tc, tr

CHECKBOX = (
    '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox></w:sdtPr>'
    "<w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt>"
)
FIELD = '<w:r><w:fldChar w:fldCharType="{}">{}</w:fldChar></w:r>'
BOX = "<w:txbxContent>{}</w:txbxContent>"


def field(result, *, what="PAGE", form=""):
    begin, middle, end = (FIELD.format(kind, form if kind == "begin" else "") for kind in ("begin", "separate", "end"))
    return f"{begin}<w:r><w:instrText>{what}</w:instrText></w:r>{middle}{result}{end}"


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:r><w:t>ก</w:t><w:tab/><w:t>ข</w:t></w:r>", "ก ข"),
        ("<w:r><w:t>ก</w:t><w:noBreakHyphen/><w:t>ข</w:t></w:r>", "ก-ข"),
        ("<w:r><w:t>ก</w:t><w:softHyphen/><w:t>ข\u00ad\u200bค\u00a0ง</w:t></w:r>", "กขค ง"),
        ("<w:r><w:t>ก</w:t><w:footnoteReference w:id='1'/></w:r>", "ก"),
        ("<w:hyperlink>" + run("ลิงก์") + "</w:hyperlink><w:smartTag>" + run("ป้าย") + "</w:smartTag>", "ลิงก์ป้าย"),
        ("<w:fldSimple w:instr='DATE'>" + run("วันนี้") + "</w:fldSimple>", "วันนี้"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>เสียง</w:t></w:r></w:rt><w:rubyBase>"
            + run("คำ")
            + "</w:rubyBase></w:ruby></w:r>",
            "คำ",
        ),
    ],
)
def test_it_reads_what_is_seen_in_a_paragraph(xml, text):
    assert read(p(inside=xml)) == [text]


def test_a_line_break_begins_another_line():
    source = read_word(docx(p(inside="<w:r><w:t>ก</w:t><w:br/><w:t>ข</w:t><w:cr/><w:t>ค</w:t></w:r>")))
    assert [(para.text, para.block, para.gap) for para in source.document.blocks] == [
        ("ก", True, True),
        ("ข", False, False),
        ("ค", False, False),
    ]


def test_an_empty_line_another_style_or_another_alignment_sets_paragraphs_apart():
    middle = '<w:jc w:val="center"/>'
    body = p("ก", middle) + p("ข", middle) + p() + p("ค", middle) + p("ง")
    assert [para.gap for para in read_word(docx(body)).document.blocks] == [True, False, True, True]


@pytest.mark.parametrize(
    ("xml", "box"),
    [
        (CHECKBOX.format(1), "☑"),
        (CHECKBOX.format("true"), "☑"),
        (CHECKBOX.format(0), "☐"),
        (
            field("", what="FORMCHECKBOX", form='<w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData>'),
            "☑",
        ),
        (field("", form="<w:ffData><w:checkBox><w:default/><w:checked w:val='0'/></w:checkBox></w:ffData>"), "☐"),
        (field("", form="<w:ffData><w:checkBox><w:default w:val='0'/></w:checkBox></w:ffData>"), "☐"),
        *(
            (f'<w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r>', "☑")
            for code in ("F0FE", "F0FD", "F0FC", "00FE")
        ),
        *((f'<w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r>', "☐") for code in ("F0A8", "F06F", "f071")),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>', "☑"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="F0A3"/></w:r>', "☐"),
        ('<w:r><w:sym w:font="Webdings" w:char="F063"/></w:r>', "☐"),
        (run("\uf0fe", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), "☑"),
        (run("\uf0a3", '<w:rFonts w:hAnsi="Wingdings 2"/>'), "☐"),
        (run("R", '<w:rFonts w:ascii="Wingdings 2"/>'), "☑"),
        *((run(sign), sign) for sign in ("☑", "☒", "☐", "✓", "[x]")),
    ],
)
def test_it_reads_a_box_of_every_kind(xml, box):
    assert read(p(inside=xml + run(" ดำเนินการแล้ว"))) == [f"{box} ดำเนินการแล้ว"]


def test_letters_of_other_fonts_and_thai_letters_are_no_signs():
    assert read(p(inside=run("R", '<w:rFonts w:ascii="Arial"/>') + run("กR", '<w:rFonts w:ascii="Wingdings 2"/>'))) == [
        "Rก☑"
    ]


def test_the_choice_of_a_list_in_a_form_is_read():
    entries = "".join(f'<w:listEntry w:val="{one}"/>' for one in ("กองคลัง", "กองช่าง"))
    assert read(
        p(inside=field("", form=f'<w:ffData><w:ddList><w:result w:val="1"/>{entries}</w:ddList></w:ffData>'))
    ) == ["กองช่าง"]


def test_of_a_field_the_result_is_read_and_not_what_it_is_to_do():
    inner = field(run("ข้างใน"), what="IF")
    assert read(p(inside=run("หน้า ") + field(run("๑")) + field(inner + run(" ข้างนอก")))) == ["หน้า ๑ข้างใน ข้างนอก"]


def test_an_open_field_does_not_swallow_what_follows():
    assert read(p("ก", inside=FIELD.format("begin", "") + run("คำสั่ง")) + p("ข")) == ["ก", "ข"]


def test_the_end_of_a_hidden_field_is_seen():
    hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="{}"/></w:r>'
    assert read(p(inside=hidden.format("begin") + hidden.format("end") + run("ก"))) == ["ก"]


def test_tracked_changes_are_read_as_accepted():
    inside = (
        run("ก")
        + f'<w:ins w:id="1">{run("ข")}</w:ins><w:moveTo w:id="2">{run("ค")}</w:moveTo>'
        + '<w:del w:id="3"><w:r><w:delText>ลบ</w:delText></w:r></w:del>'
        + f'<w:moveFrom w:id="4">{run("ย้าย")}</w:moveFrom>'
        + run("ง", '<w:rPrChange w:id="5"><w:rPr><w:vanish/></w:rPr></w:rPrChange>')
    )
    assert read(p(inside=inside)) == ["กขคง"]


def test_a_paragraph_whose_end_was_deleted_goes_on_with_the_next():
    joined = p("ก", '<w:rPr><w:del w:id="1"/></w:rPr>')
    assert read(joined + p("ข") + p("ค")) == ["กข", "ค"]
    assert read(joined) == ["ก"]


@pytest.mark.parametrize(
    "xml",
    [
        run("ลับ", "<w:vanish/>"),
        run("ลับ", '<w:rStyle w:val="B"/>'),
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + run("คลิกเพื่อใส่") + "</w:sdtContent></w:sdt>",
    ],
)
def test_hidden_text_and_prompts_are_left_out(xml):
    styles = (
        '<w:style w:styleId="A"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    shown = run("เห็น", '<w:rStyle w:val="A"/><w:vanish w:val="0"/>')
    assert read(p("ก", inside=xml + shown), styles=styles) == ["กเห็น"]


def test_a_text_box_stands_once_behind_its_paragraph():
    inside = BOX.format(p("กล่อง") + tbl(tr("ก", "ข")))
    newest = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice>'
    older = f"<mc:Fallback><w:pict><v:textbox>{BOX.format(p('กล่องเก่า'))}</v:textbox></w:pict></mc:Fallback>"
    both = f"<w:r><mc:AlternateContent>{newest}{older}</mc:AlternateContent></w:r>"
    assert read(p("ก่อน", inside=both) + p("หลัง")) == ["ก่อน", "กล่อง", [["ก", "ข"]], "หลัง"]
    alone = f"<w:r><w:pict><v:textbox>{BOX.format(p('กล่องเก่า'))}</v:textbox></w:pict></w:r>"
    assert read(p(inside=alone)) == ["กล่องเก่า"]


def test_a_text_box_in_a_cell_belongs_to_the_cell():
    alone = f"<w:r><w:pict><v:textbox>{BOX.format(p('กล่อง'))}</v:textbox></w:pict></w:r>"
    assert read(tbl(tr(tc(p("ก", inside=alone)), "ข"))) == [[["ก กล่อง", "ข"]]]


def test_content_controls_around_paragraphs_are_unwrapped():
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    assert read(control.format(p("ก") + control.format(tbl(tr("ข", "ค"))))) == ["ก", [["ข", "ค"]]]


def test_footnotes_stand_at_the_end():
    notes = f'<w:footnote w:type="separator">{p("เส้น")}</w:footnote><w:footnote w:id="1">{p("เชิงอรรถ")}</w:footnote>'
    assert read(p("ก"), footnotes=notes) == ["ก", "เชิงอรรถ"]


def test_the_stricter_variant_of_the_format_is_read():
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    document = f'<w:document xmlns:w="{strict}"><w:body><w:p><w:r><w:t>ก</w:t></w:r></w:p></w:body></w:document>'
    assert [block.text for block in read_word(docx("", more={"word/document.xml": document})).document.blocks] == ["ก"]


def test_macros_are_not_looked_at_and_it_says_so():
    source = read_word(docx(p("ก"), more={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}))
    assert ["แมโคร" in remark.th and "acros" in remark.en for remark in source.remarks] == [True]
    assert read_word(docx(p("ก"))).remarks == ()


def test_a_file_of_pictures_alone_is_sent_to_the_reader_of_scans():
    with pytest.raises(Refusal, match="PDF"):
        read_word(docx(p(), more={"word/media/image1.png": b"\x89PNG"}))
    with pytest.raises(Refusal, match="ไม่มีข้อความ"):
        read_word(docx(p()))


def test_a_text_without_end_is_refused():
    with pytest.raises(Refusal, match="5,000,000"):
        read_word(docx(p("".join(map(str, range(450_000)))) + p("".join(map(str, range(450_000))))))
