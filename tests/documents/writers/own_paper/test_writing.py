"""What writing into the agency's own paper changes, and what it leaves alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from prongsai.core.reports.reading import Memo, Reading, ReadMeasure, Signatory, Status
from prongsai.core.reports.sheet import SignatureBlock
from prongsai.documents.readers import read
from prongsai.documents.writers import own_paper
from tests.documents.writers.own_paper import papers

PERSON, HEAD = Signatory("นายทำนอง มาหากิน", "นิติกรชำนาญการ"), Signatory("นางญาณี ป้องศรี", "นายกเทศมนตรี")
MEMO = Memo(
    office="กองคลัง เทศบาลตำบลหนองแสง",
    number="นส ๕๙๙๐๑/๙๙",
    date="2026-04-08",
    date_text="๘ เมษายน ๒๕๖๙",
    subject="รายงานผลการดำเนินการตามมาตรการของปีนี้",
    to="นายกเทศมนตรี",
    body=("ตามที่ได้มอบหมาย นั้น", "จึงเรียนมาเพื่อโปรดทราบ"),
    signatories=(PERSON, HEAD),
)
MEASURE = ReadMeasure(
    number=1,
    title="ปรับปรุงคู่มือบริการ",
    procedure=("สำรวจความต้องการ", "จัดทำคู่มือ"),
    responsible=("กองคลัง",),
    period="ตลอดปีงบประมาณ",
    result=("สำรวจแล้ว", "จัดทำแล้ว"),
)
REPORT = Reading(
    agency=papers.AGENCY, province="ลพบุรี", district="บ้านหมี่", fiscal_year=2569, memo=MEMO, measures=(MEASURE,)
)


def written(paper: Callable[[], bytes], reading: Reading = REPORT, **more: object):
    """The paper with the report in it, as python-docx opens it."""
    return Document(io.BytesIO(own_paper.write(paper(), reading, **more)))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


@pytest.mark.parametrize("paper", papers.PAPERS, ids=lambda paper: paper.__name__)
def test_every_part_of_the_file_but_the_document_stays_as_it_was(paper):
    data = paper()
    before, after = parts(data), parts(own_paper.write(data, REPORT))
    assert list(before) == list(after)
    assert [name for name in before if before[name] != after[name]] == ["word/document.xml"]


@pytest.mark.parametrize("paper", papers.PAPERS, ids=lambda paper: paper.__name__)
def test_paragraphs_that_are_not_understood_stay_to_the_letter(paper):
    before, after = (Document(io.BytesIO(data)) for data in (paper(), own_paper.write(paper(), REPORT)))
    known = {papers.TITLE, "ประจำปีงบประมาณ พ.ศ. ๒๕๖๕", papers.AGENCY}
    kept = {etree.tostring(one._p) for one in after.paragraphs}
    outside = [one for one in before.paragraphs if one.text.startswith(("หมายเหตุ", "ผู้จัดทำ", "อำเภอ"))]
    assert outside and all(etree.tostring(one._p) in kept for one in outside if one.text not in known)


def test_the_emblem_of_the_memo_stays():
    word = written(papers.with_memo)
    assert len(word.inline_shapes) == 1


def test_labels_keep_their_weight_and_values_take_the_new_words():
    line = next(one for one in written(papers.with_memo).paragraphs if one.text.startswith("เรื่อง"))
    assert line.text == f"เรื่อง  {MEMO.subject}"
    assert line.runs[0].bold and not line.runs[1].bold and line.runs[1].font.size.pt == 15


def test_number_and_date_are_exchanged_on_the_line_that_they_share():
    line = next(one for one in written(papers.with_memo).paragraphs if one.text.startswith("ที่"))
    assert line.text == "ที่  นส ๕๙๙๐๑/๙๙\tวันที่  ๘ เมษายน ๒๕๖๙"


def test_a_date_that_the_memo_lacks_is_left_to_be_written_by_hand():
    bare = replace(REPORT, memo=replace(MEMO, date=None, date_text=None))
    line = next(one for one in written(papers.with_memo, bare).paragraphs if one.text.startswith("ที่"))
    assert line.text.rstrip().endswith("วันที่") and "๒๕๖๕" not in line.text


def test_a_dotted_line_is_written_on():
    word = Document(io.BytesIO(papers.with_memo()))
    line = next(one for one in word.paragraphs if one.text.startswith("เรียน"))
    line.runs[1].text = "." * 40
    made = Document(io.BytesIO(own_paper.write(papers.saved(word), REPORT)))
    assert any(one.text == "เรียน นายกเทศมนตรี " for one in made.paragraphs)


def test_a_longer_memo_gets_further_paragraphs_and_a_shorter_one_loses_them():
    long = replace(REPORT, memo=replace(MEMO, body=("ก่อนหน้า", "หนึ่ง", "สอง", "สาม", "สี่")))
    texts = papers.body_texts(written(papers.with_memo, long))
    assert texts[texts.index("\tก่อนหน้า") :][:5] == ["\tก่อนหน้า", "\tหนึ่ง", "\tสอง", "\tสาม", "\tสี่"]
    short = papers.body_texts(written(papers.with_memo))
    assert "\tจึงเรียนมาเพื่อโปรดทราบ" in short and not any("รายละเอียดตามรายงานที่แนบ" in text for text in short)


def test_a_report_without_a_memo_shows_nothing_of_last_years():
    word = written(papers.with_memo, replace(REPORT, memo=None))
    assert not any(text.startswith(("เรื่อง", "เรียน", "ส่วนราชการ", "(นาย")) for text in papers.body_texts(word))
    assert len(word.inline_shapes) == 1


def test_more_people_sign_in_blocks_like_the_last():
    three = replace(REPORT, memo=replace(MEMO, signatories=(PERSON, HEAD, Signatory("นายใจ ดี", "รองปลัดเทศบาล"))))
    texts = papers.body_texts(written(papers.with_memo, three))
    at = texts.index("(นายใจ ดี)")
    assert texts[at - 1].startswith("(ลงชื่อ)") and texts[at + 1] == "รองปลัดเทศบาล"
    assert "(นายสมชาย ใจดี)" not in texts


def test_blocks_of_people_who_no_longer_sign_go():
    texts = papers.body_texts(written(papers.with_memo, replace(REPORT, memo=replace(MEMO, signatories=(HEAD,)))))
    assert sum(text.startswith("(ลงชื่อ)") for text in texts) == 1 and "นางมาลี" not in "".join(texts)


def test_what_was_signed_says_so_with_its_day_and_in_whose_stead():
    signed = SignatureBlock("นางญาณี ป้องศรี", "ปลัดเทศบาล", "เห็นชอบ", "๙ เมษายน ๒๕๖๙", "รักษาราชการแทน", signed=True)
    texts = papers.body_texts(written(papers.with_memo, signatures=[signed]))
    at = texts.index("ปลัดเทศบาล")
    assert texts[at - 2].strip() == "(ลงชื่อ) ลงนามแล้ว"
    assert texts[at + 1 : at + 3] == ["รักษาราชการแทน", "วันที่ ๙ เมษายน ๒๕๖๙"]
    assert any("เห็นชอบ" in text for text in texts)


def test_the_years_of_the_title_move_with_the_fiscal_year():
    word = Document(io.BytesIO(papers.plain()))
    word.paragraphs[1].runs[0].text = "ประจำปีงบประมาณ 2565 (ต.ค. ๖๔ - มี.ค. ๖๕ หรือ ๑ ตุลาคม ๒๕๖๔)"
    made = Document(io.BytesIO(own_paper.write(papers.saved(word), REPORT)))
    assert made.paragraphs[1].text == "ประจำปีงบประมาณ 2569 (ต.ค. ๖๘ - มี.ค. ๖๙ หรือ ๑ ตุลาคม ๒๕๖๘)"
    assert made.paragraphs[1].runs[0].bold


def test_another_title_takes_the_place_of_the_old_one_over_two_lines():
    word = Document(io.BytesIO(papers.plain()))
    first = word.paragraphs[0]
    first.runs[0].text = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม"
    second = first.insert_paragraph_before("")
    first._p.addnext(second._p)
    second.add_run("และความโปร่งใสภายในหน่วยงาน")
    made = own_paper.write(papers.saved(word), replace(REPORT, title="สรุปผลการดำเนินการเพื่อความโปร่งใส"))
    assert read(made, name="a.docx").reading.title == "สรุปผลการดำเนินการเพื่อความโปร่งใส"


def test_rows_have_the_look_of_last_years():
    table = written(papers.with_memo).tables[0]
    assert len(table.rows) == 2
    cell = table.cell(1, 2)
    assert [one.text for one in cell.paragraphs] == ["๑. สำรวจความต้องการ", "๒. จัดทำคู่มือ"]
    assert all(run.font.size.pt == 14 for one in cell.paragraphs for run in one.runs)
    assert table.cell(1, 0).text == "๑"


def test_a_title_that_was_merged_down_does_not_merge_this_years_rows():
    two = replace(REPORT, measures=(MEASURE, replace(MEASURE, number=2, title="ติดตั้งตู้รับเรื่องร้องเรียน")))
    table = written(papers.with_memo, two).tables[0]
    assert [table.cell(at, 1).text for at in (1, 2)] == ["ปรับปรุงคู่มือบริการ", "ติดตั้งตู้รับเรื่องร้องเรียน"]


def test_items_are_marked_as_the_paper_marks_them():
    plain = written(papers.plain).tables[0]
    assert plain.cell(1, 0).text == "๑) ปรับปรุงคู่มือบริการ"
    assert plain.cell(1, 1).text == "- สำรวจความต้องการ\n- จัดทำคู่มือ"
    arabic = written(papers.cut_in_two).tables[0]
    assert arabic.cell(1, 0).text == "1." and arabic.cell(1, 2).text.startswith("1. สำรวจ")


def test_bullets_that_word_draws_are_drawn_and_numbers_of_lists_become_text():
    table = written(papers.word_lists).tables[0]
    numbers, bullets = table.cell(1, 2).paragraphs, table.cell(1, 5).paragraphs
    assert [one.text for one in numbers] == ["๑. สำรวจความต้องการ", "๒. จัดทำคู่มือ"]
    assert not any(map(papers.has_number, numbers))
    assert [one.text for one in bullets] == ["สำรวจแล้ว", "จัดทำแล้ว"] and all(map(papers.has_number, bullets))


def test_a_table_that_pages_cut_becomes_one():
    word = written(papers.cut_in_two)
    assert len(word.tables) == 1 and "(ต่อ)" not in papers.body_texts(word)
    assert not [one for one in word.element.body.iter(qn("w:br")) if one.getnext() is None and "page" in one.values()][
        1:
    ]


def test_ticks_are_written_as_they_were():
    done = replace(MEASURE, number=None, indicator=1, title="การปฏิบัติหน้าที่", status=Status.DONE)
    table = written(papers.two_header_rows, replace(REPORT, measures=(done,))).tables[0]
    assert len(table.rows) == 3 and [table.cell(2, at).text for at in (5, 6, 7)] == ["", "", "/"]


def test_a_column_that_is_not_understood_stays_empty():
    table = written(papers.with_scores).tables[1]
    assert table.cell(0, 6).text == "หมายเหตุ" and table.cell(1, 6).text == ""


def test_a_form_that_nobody_had_filled_in_keeps_an_empty_row_where_there_is_nothing_to_write():
    table = written(papers.empty_form, replace(REPORT, measures=())).tables[0]
    assert len(table.rows) == 2 and not any(cell.text for cell in table.rows[1].cells)
