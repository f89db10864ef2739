"""The words of content: which of them count how much."""

from __future__ import annotations

from prongsai.core.publication.content import Bar, Chart, Content, FileRef, Kind, Part, Section, Table, WebLink
from prongsai.core.search.words import LONGEST_TEXT, words_of

CONTENT = Content(
    Kind.DISCLOSURE,
    2566,
    "o12",
    "แผนการใช้จ่ายงบประมาณประจําปี",
    lead="แผนของเทศบาล",
    group="9.3 การบริหารเงินงบประมาณ",
    facts=(("ผู้รับผิดชอบ", "กองคลัง"),),
    parts=(Part("แหล่งที่มาของงบประมาณ"),),
    sections=(
        Section(
            "รายจ่าย",
            ("ใช้จ่ายตามแผน",),
            (Chart("ร้อยละ", "%", (Bar("ไตรมาส ๑", "25", "100"),)),),
            (Table("ตาราง", ("รายการ", "บาท"), (("ค่าไฟ", "๑,๐๐๐"),), (1,), "หมายเหตุท้าย"),),
        ),
    ),
    links=(WebLink("เว็บเทศบาล", "https://example.go.th"),),
    files=(FileRef("แผน", "plan.pdf", "application/pdf", 1, "0" * 64),),
)


def test_every_word_of_content_has_its_place() -> None:
    words = words_of(CONTENT)
    assert words.title == "o12 · แผนการใช้จ่ายงบประมาณประจำปี"
    assert words.parts == (
        "9.3 การบริหารเงินงบประมาณ · แผนของเทศบาล · แหล่งที่มาของงบประมาณ · รายจ่าย · แผน plan.pdf · เว็บเทศบาล"
    )
    for piece in ("ผู้รับผิดชอบ กองคลัง", "ใช้จ่ายตามแผน", "ไตรมาส ๑ 25", "ค่าไฟ ๑,๐๐๐", "หมายเหตุท้าย"):
        assert piece in words.body


def test_a_text_without_end_is_cut() -> None:
    endless = Content(Kind.PLAN, 2566, "plan", "แผน", sections=(Section("", ("ยาว" * LONGEST_TEXT,)),))
    assert len(words_of(endless).body) == LONGEST_TEXT
