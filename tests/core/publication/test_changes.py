"""What differs between two editions is said in words, and nothing is said where nothing differs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from prongsai.core.publication.changes import changes
from prongsai.core.publication.content import Chart, Content, FileRef, Part, Section, Table, WebLink
from tests.core.publication.made import CONTENT, TABLE, contents

FILE = CONTENT.files[0]
TEXT, BUDGET = CONTENT.sections


def _th(**changed: Any) -> list[str]:
    return [one.th for one in changes(CONTENT, replace(CONTENT, **changed))]


@given(contents, contents)
def test_something_is_said_exactly_where_something_differs(one: Content, other: Content) -> None:
    assert bool(changes(one, other)) == (one != other)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"title": "แผนใหม่"}, "ชื่อเรื่อง “แผนการใช้จ่ายงบประมาณประจำปี” เปลี่ยนเป็น “แผนใหม่”"),
        ({"facts": (("ผู้รับผิดชอบ", "กองช่าง"),)}, "ผู้รับผิดชอบ: “กองคลัง” เปลี่ยนเป็น “กองช่าง”"),
        ({"facts": ()}, "นำข้อมูล “ผู้รับผิดชอบ” ออก"),
        (
            {"parts": (CONTENT.parts[0], Part("ระยะเวลา", ("หน้า 4",)))},
            "องค์ประกอบ “ระยะเวลา” แสดงที่ หน้า 4",
        ),
        ({"parts": (Part("แหล่งที่มาของงบประมาณ"), CONTENT.parts[1])}, "องค์ประกอบ “แหล่งที่มาของงบประมาณ” ไม่แสดงแล้ว"),
        ({"sections": (replace(TEXT, paragraphs=("แผนปี 2569",)), BUDGET)}, "เนื้อหา: เพิ่ม 0 ย่อหน้า ตัดออก 1 ย่อหน้า"),
        ({"sections": (BUDGET,)}, "เนื้อหา: เพิ่ม 0 ย่อหน้า ตัดออก 2 ย่อหน้า"),
        ({"sections": (TEXT,)}, "นำหัวข้อ “ตารางงบ” ออก"),
        (
            {"sections": (TEXT, replace(BUDGET, charts=(Chart("ภาพ", "บาท", ()),)))},
            "หัวข้อ “ตารางงบ”: แผนภูมิเปลี่ยน",
        ),
        (
            {"sections": (TEXT, Section("ตารางงบ", tables=(replace(TABLE, rows=TABLE.rows[:1]),)))},
            "หัวข้อ “ตารางงบ”: ตาราง “งบประมาณ” มีแถวใหม่หรือแก้ไข 0 แถว แถวเดิมหายไป 1 แถว",
        ),
        ({"sections": (TEXT, BUDGET, Section("เพิ่มเติม"))}, "เพิ่มหัวข้อ “เพิ่มเติม”"),
        (
            {"sections": (TEXT, Section("ตารางงบ", tables=(TABLE, Table("ใหม่", ("ก",), ()))))},
            "เพิ่มหัวข้อ “ตารางงบ”: ตาราง “ใหม่”",
        ),
        ({"links": (WebLink("หน้า", CONTENT.links[0].url),)}, f"ลิงก์ {CONTENT.links[0].url} เปลี่ยนชื่อเป็น “หน้า”"),
        ({"links": ()}, f"นำลิงก์ “{CONTENT.links[0].url}” ออก"),
        ({"files": (replace(FILE, sha256="b" * 64),)}, "ไฟล์ “แผน.pdf” เป็นฉบับใหม่"),
        ({"files": (FILE, FileRef("ผนวก", "ผนวก.pdf", "application/pdf", 1, "c"))}, "เพิ่มไฟล์ “ผนวก.pdf”"),
        ({"order": 13}, "รายละเอียดย่อยต่างกัน เช่น ลำดับการแสดง"),
    ],
)
def test_each_difference_has_its_sentence(changed: dict[str, Any], said: str) -> None:
    assert said in _th(**changed)


def test_a_change_is_said_once() -> None:
    assert _th(title="ใหม่") == ["ชื่อเรื่อง “แผนการใช้จ่ายงบประมาณประจำปี” เปลี่ยนเป็น “ใหม่”"]


def test_a_long_value_is_shortened() -> None:
    (said,) = _th(lead="ก" * 500)
    assert len(said) < 120
    assert "…" in said
