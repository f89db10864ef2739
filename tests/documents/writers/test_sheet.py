"""What stands on the paper, before any format: cells, headings, and what a form can carry."""

from dataclasses import replace

import pytest

from prongsai.core.reports.cell import Kind, cell
from prongsai.core.reports.layout import Column, FormTable, Grammar, Holds, TableLayout
from prongsai.core.reports.project import project
from prongsai.core.reports.reading import (
    Memo,
    Note,
    NoteKind,
    ReadDisclosure,
    Reading,
    ReadMeasure,
    Scores,
    Signatory,
    Status,
)
from prongsai.core.reports.sheet import Names, SignatureBlock, cells
from prongsai.core.reports.wording import figure, official_date
from prongsai.documents.writers import FORMATS, write
from prongsai.documents.writers.signing import signature_lines
from tests.documents.writers.forms import SMALL, form_with

MEASURE = ReadMeasure(
    number=12,
    indicator=3,
    title="การใช้อำนาจ",
    procedure=("ประชุม", "สรุปผล"),
    responsible=("กองคลัง",),
    period="ต.ค. ๖๕ - ก.ย. ๖๖",
    status=Status.DONE,
    result=("ประชุมแล้ว",),
)


def column(field, grammar, value=None):
    return Column(field, "หัวข้อ", grammar, 10, (), value)


def table(holds, *columns):
    return TableLayout("t", 1, holds, "made up", columns)


@pytest.mark.parametrize(
    ("of", "lines", "kind", "number"),
    [
        (column("period", Grammar.PERIOD), ("ต.ค. ๖๕ - ก.ย. ๖๖",), Kind.MIDDLE, None),
        (column("title", Grammar.TEXT), ("การใช้อำนาจ",), Kind.TEXT, None),
        (column("procedure", Grammar.ITEMS), ("๑. ประชุม", "๒. สรุปผล"), Kind.TEXT, None),
        (column("result", Grammar.ITEMS), ("ประชุมแล้ว",), Kind.TEXT, None),
        (column("responsible", Grammar.UNITS), ("กองคลัง",), Kind.TEXT, None),
        (column("number", Grammar.NUMBER), ("๑๒.",), Kind.MIDDLE, 12),
        (column("title", Grammar.NUMBERED_TITLE), ("๑๒. การใช้อำนาจ",), Kind.TEXT, None),
        (column("title", Grammar.INDICATOR), ("ตัวชี้วัดที่ ๓ การใช้อำนาจ",), Kind.TEXT, None),
        (column("status", Grammar.TICK, Status.DONE), ("✓",), Kind.MIDDLE, None),
        (column("status", Grammar.TICK, Status.NOT_STARTED), (), Kind.MIDDLE, None),
        (column("monitoring", Grammar.ITEMS), (), Kind.TEXT, None),
        (column("suggestion", Grammar.TEXT), (), Kind.TEXT, None),
    ],
)
def test_each_grammar_prints_its_cell(of, lines, kind, number):
    made = cell(of, MEASURE)
    assert (made.lines, made.kind, made.number) == (lines, kind, number)


def test_a_unit_that_looks_like_two_is_numbered():
    of = column("responsible", Grammar.UNITS)
    assert cell(of, replace(MEASURE, responsible=("งานประชาสัมพันธ์ กองคลัง",))).lines == ("๑. งานประชาสัมพันธ์ กองคลัง",)


@pytest.mark.parametrize(
    ("status", "boxes"),
    [
        (None, ("☐ ยังไม่ดำเนินการ", "☐ ดำเนินการ")),
        (Status.NOT_STARTED, ("☑ ยังไม่ดำเนินการ", "☐ ดำเนินการ")),
        (Status.DONE, ("☐ ยังไม่ดำเนินการ", "☑ ดำเนินการ")),
        (Status.IN_PROGRESS, ("☐ ยังไม่ดำเนินการ", "☑ อยู่ระหว่างดำเนินการ", "☐ ดำเนินการ")),
    ],
)
def test_boxes_are_two_and_a_third_only_where_it_is_ticked(status, boxes):
    row = ReadDisclosure("O1", status=status, progress=("เผยแพร่แล้ว",))
    assert cell(column("progress", Grammar.BOXES_AND_ITEMS), row).lines == (*boxes, "เผยแพร่แล้ว")


def test_a_code_has_thai_digits():
    assert cell(column("code", Grammar.CODE), ReadDisclosure("O42")).lines == ("O๔๒",)


def test_disclosures_are_cut_by_sub_indicator_with_names_of_the_framework():
    layout = table(Holds.DISCLOSURES, column("code", Grammar.CODE))
    form = replace(form_with(), tables=(FormTable(layout, "ข้อมูลสาธารณะ", by_sub_indicator=True),))
    rows = tuple(
        ReadDisclosure(code, sub_indicator=sub)
        for code, sub in (("O1", "9.1"), ("O2", "9.1"), ("O11", "9.2"), ("O31", "10.1"))
    )
    names = Names({"9": "การเปิดเผยข้อมูล"}, {"9.1": "ข้อมูลพื้นฐาน"})
    made = cells(Reading(disclosures=rows), form, names).tables
    assert [one.headings for one in made] == [
        ("ข้อมูลสาธารณะ", "ตัวชี้วัดที่ ๙ การเปิดเผยข้อมูล", "ตัวชี้วัดย่อยที่ ๙.๑ ข้อมูลพื้นฐาน"),
        ("ตัวชี้วัดย่อยที่ ๙.๒",),
        ("ตัวชี้วัดที่ ๑๐", "ตัวชี้วัดย่อยที่ ๑๐.๑"),
    ]
    assert [len(one.rows) for one in made] == [2, 1, 1]


def test_scores_stand_in_order_with_the_total_below():
    layout = table(
        Holds.SCORES, column("number", Grammar.NUMBER), column("name", Grammar.TEXT), column("score", Grammar.SCORE)
    )
    scores = Scores({"10": 100.0, "2": 97.895}, 99.18)
    made = cells(Reading(scores=scores), form_with(layout), Names({"2": "การใช้งบประมาณ"})).tables[0]
    assert [[part.text for part in row] for row in made.rows] == [
        ["๒.", "การใช้งบประมาณ", "๙๗.๘๙๕"],
        ["๑๐.", "ตัวชี้วัดที่ ๑๐", "๑๐๐.๐๐"],
        ["", "คะแนนรวม", "๙๙.๑๘"],
    ]
    assert [row[2].number for row in made.rows] == [97.895, 100.0, 99.18]


def test_a_form_of_both_kinds_puts_each_measure_in_its_table():
    own = table(Holds.MEASURES, column("number", Grammar.NUMBER), column("title", Grammar.TEXT))
    of_indicators = table(Holds.INDICATORS, column("title", Grammar.INDICATOR))
    form = form_with(own, of_indicators)
    reading = Reading(measures=(MEASURE, ReadMeasure(number=1, title="มาตรการ"), replace(MEASURE, title="อื่น")))
    assert project(reading, form).measures == (
        ReadMeasure(number=1, title="มาตรการ"),
        ReadMeasure(indicator=3, title="การใช้อำนาจ"),
        ReadMeasure(indicator=3, title="อื่น"),
    )


def test_only_what_the_columns_carry_is_kept():
    kept = project(
        Reading(measures=(MEASURE,), scores=Scores({"1": 1.0}), notes=(Note("x", NoteKind.OTHER, "y"),)),
        form_with(SMALL),
    )
    assert kept.measures == (ReadMeasure(number=12, title="การใช้อำนาจ", result=("ประชุมแล้ว",)),)
    assert kept.scores is None and kept.notes == () and kept.title == "รายงาน"


def test_tick_columns_keep_only_the_statuses_that_they_have():
    layout = table(Holds.MEASURES, column("title", Grammar.TEXT), column("status", Grammar.TICK, Status.DONE))
    late = ReadMeasure(title="ก", status=Status.IN_PROGRESS)
    assert [row.status for row in project(Reading(measures=(late, MEASURE)), form_with(layout)).measures] == [
        None,
        Status.DONE,
    ]


def test_a_memo_is_kept_where_the_form_has_one_and_its_date_is_also_in_words():
    reading = Reading(memo=Memo(date="2023-02-08"))
    assert project(reading, form_with()).memo is None
    assert project(reading, form_with(memo=True)).memo == Memo(date="2023-02-08", date_text="๘ กุมภาพันธ์ ๒๕๖๖")


def test_the_period_stands_on_its_own_line_unless_the_subject_says_it():
    said = Memo(subject="รายงานผล รอบ ๖ เดือน", period="รอบ ๖ เดือน")
    assert project(Reading(memo=said), form_with(memo=True)).memo.period is None
    assert project(Reading(memo=replace(said, subject="รายงานผล")), form_with(memo=True)).memo.period == "รอบ ๖ เดือน"


def test_projecting_twice_changes_nothing():
    reading = Reading(title=" ก \n ข\x00 ", measures=(MEASURE, ReadMeasure(title="\x01", result=(" ", "ค\tง"))))
    once = project(reading, form_with())
    assert once == project(once, form_with())
    assert once.title == "ก ข"
    assert once.measures[1] == ReadMeasure(result=("ค ง",))


def test_figures_and_dates_have_thai_digits():
    assert [figure(value) for value in (100.0, 97.89, 0.125)] == ["๑๐๐.๐๐", "๙๗.๘๙", "๐.๑๒๕"]
    assert official_date("2026-11-21") == "๒๑ พฤศจิกายน ๒๕๖๙"


def test_a_column_on_the_wrong_table_is_refused():
    with pytest.raises(TypeError):
        cell(column("score", Grammar.SCORE), MEASURE)
    with pytest.raises(TypeError):
        cell(column("title", Grammar.INDICATOR), ReadDisclosure("O1"))


def test_what_a_signatory_wrote_is_printable_too():
    odd = SignatureBlock("นาย\x00ก", "ปลัด\ud800", opinion="เห็น\x0bควร\nเสนอ", signed=True)
    sheet = cells(Reading(memo=Memo(subject="ก")), form_with(memo=True), signatures=[odd])
    assert sheet.signatures == (SignatureBlock("นายก", "ปลัด", opinion="เห็น ควร เสนอ", signed=True),)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_signatory_of_whom_little_is_known_gets_lines_to_write_on(kind):
    memo = Memo(subject="ก", signatories=(Signatory("", "ปลัด"), Signatory("นาย ก", " ")))
    form = form_with(memo=True)
    assert write(Reading(memo=memo), form, kind)
    first, second = map(signature_lines, cells(Reading(memo=memo), form).signatures)
    assert first.lines[1:] == (f"({'.' * 44})", "ปลัด")
    assert second.lines[1:] == ("(นาย ก)",)
