"""Headings of groups that stand across a table, and tables that go on behind a paragraph."""

from __future__ import annotations

import pytest

from prongsai.documents.readers import read

HEADER = "ลำดับ\tมาตรการ/กิจกรรม\tวิธีดำเนินการ\tผู้รับผิดชอบ\tระยะเวลา\tผลการดำเนินการ"
FIRST = "๑\tเผยแพร่คู่มือบริการ\t๑. ประชุม ๒. จัดทำคู่มือ\tกองคลัง\tต.ค. ๖๕ - ก.ย. ๖๖\tเผยแพร่แล้ว ๕ เรื่อง"
SECOND = "๒\tป้องกันการรับสินบน\t๑. ประกาศนโยบาย ๒. อบรม\tสำนักปลัด\tก.พ. - ก.ย. ๖๖\tอบรมแล้ว ๓๐ คน"
TITLES = ["เผยแพร่คู่มือบริการ", "ป้องกันการรับสินบน"]


def titles(*lines: str) -> list[str | None]:
    return [one.title for one in read("\n".join(lines).encode()).reading.measures]


@pytest.mark.parametrize(
    "heading", ["ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", "ด้านที่ ๒ การสร้างวัฒนธรรมสุจริต", "หมวด ก การบริหารงาน", "แบบวัด IIT"]
)
def test_the_heading_of_a_group_is_no_measure(heading: str) -> None:
    across = heading + "\t" * 5
    assert titles(HEADER, across, FIRST, across.replace("๑", "๓"), SECOND) == TITLES


def test_the_heading_of_rows_without_titles_of_their_own_is_their_title() -> None:
    header, *rows = (line.partition("\t")[2] for line in (HEADER, FIRST, SECOND))
    untitled = rows[0].partition("\t")[2]
    found = titles(header, "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่\t\t\t\t", "\t" + untitled, rows[1])
    assert found == ["การปฏิบัติหน้าที่", TITLES[1]]


def test_a_table_goes_on_behind_a_paragraph() -> None:
    assert titles(HEADER, FIRST, "", "ตัวชี้วัดที่ ๒ การใช้งบประมาณ", "", SECOND) == TITLES


@pytest.mark.parametrize(
    "other",
    [
        "ลงชื่อ\t\tผู้รายงาน\t\tวันที่\t",  # as wide, but mostly empty
        "ผู้ลงนาม\tตำแหน่ง\tวันที่",  # another width
        "ปี\tมค\tกพ\tมีค\tเมย\tพค\tมิย",
    ],
)
def test_another_table_behind_a_paragraph_does_not(other: str) -> None:
    assert titles(HEADER, FIRST, SECOND, "", "รายชื่อผู้ลงนามในรายงานฉบับนี้", "", other) == TITLES


ITEMS = "ข้อ\tข้อมูล\tองค์ประกอบด้านข้อมูล\tผู้รับผิดชอบ\tความก้าวหน้าผลการดำเนินการ"


def item(code: str, name: str) -> str:
    return f"{code}\t{name}\t- แสดงข้อมูลบนเว็บไซต์\tสำนักปลัด\tยังไม่ดำเนินการ ☐ ดำเนินการ ☑ เผยแพร่แล้ว"


def test_headings_and_notes_between_items_are_no_items() -> None:
    lines = (
        ITEMS,
        "ข้อมูลพื้นฐาน\t\t\t\t",
        item("O๑", "โครงสร้าง"),
        item("O๒", "ข้อมูลผู้บริหาร"),
        "การประชาสัมพันธ์\t\t\t\t",
        item("O๗", "ข่าวประชาสัมพันธ์"),
        "หมายเหตุ: ข้อมูล ณ วันที่ ๓๐ กันยายน ๒๕๖๖\t\t\t\t",
    )
    found = read("\n".join(lines).encode()).reading.disclosures
    assert [(one.code, one.name, one.progress) for one in found] == [
        ("O1", "โครงสร้าง", ("เผยแพร่แล้ว",)),
        ("O2", "ข้อมูลผู้บริหาร", ("เผยแพร่แล้ว",)),
        ("O7", "ข่าวประชาสัมพันธ์", ("เผยแพร่แล้ว",)),
    ]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("ที่ ลบ ๕๒๓๐๑/๑๒          วันที่", "ลบ ๕๒๓๐๑/๑๒"),
        ("ที่ ลบ ๕๒๓๐๑/๑๒ วันที่ ............................", "ลบ ๕๒๓๐๑/๑๒"),
        ("ที่ ................. วันที่ .................", None),
    ],
)
def test_a_memo_that_is_not_dated_yet_has_its_number_alone(line: str, number: str | None) -> None:
    paper = ("บันทึกข้อความ", "ส่วนราชการ สำนักปลัด", line, "เรื่อง รายงานผล", "เรียน นายกเทศมนตรี", "", "ตามที่ได้ดำเนินการ")
    memo = read("\n".join(paper).encode()).reading.memo
    assert memo is not None
    assert (memo.number, memo.date_text) == (number, None)
