"""Personal data is found wherever it stands in what is about to be published."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from prongsai.core.publication.content import FileRef, Part, Section, Table, WebLink
from prongsai.core.publication.privacy import personal_data, personal_data_in
from tests.core.publication.made import CONTENT

MOBILE = "ติดต่อนางสาวทดสอบ ๐๘๑-๒๓๔-๕๖๗๘"


@pytest.mark.parametrize(
    ("changed", "where"),
    [
        ({"title": MOBILE}, "ชื่อเรื่องและข้อความแรก"),
        ({"lead": MOBILE}, "ชื่อเรื่องและข้อความแรก"),
        ({"facts": (("ผู้ประสาน", MOBILE),)}, "ข้อมูล “ผู้ประสาน”"),
        ({"parts": (Part("ช่องทาง", (MOBILE,)),)}, "องค์ประกอบด้านข้อมูล"),
        ({"sections": (Section("", (MOBILE,)),)}, "เนื้อหา"),
        ({"sections": (Section("ผู้ติดต่อ", ("บรรทัดแรก", MOBILE)),)}, "หัวข้อ “ผู้ติดต่อ”"),
        ({"sections": (Section("", tables=(Table("คน", ("ชื่อ",), (("ก",), (MOBILE,))),)),)}, "ตาราง “คน” แถว 2"),
        ({"sections": (Section("", tables=(Table("คน", ("ชื่อ",), (), (), MOBILE),)),)}, "ตาราง “คน”"),
        ({"links": (WebLink(MOBILE, "https://tha-khong.example"),)}, f"ลิงก์ “{MOBILE}”"),
        ({"files": (FileRef(MOBILE, "ก.pdf", "application/pdf", 1, "0"),)}, "ชื่อไฟล์ “ก.pdf”"),
    ],
)
def test_it_is_found_in_every_place(changed: dict[str, Any], where: str) -> None:
    (found,) = personal_data(replace(CONTENT, **changed))
    assert (found.code, found.where.th, found.quote) == ("P02", where, "081-xxx-5678")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("P01", "เลขประจำตัว ๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑"),
        ("P02", MOBILE),
        ("P03", "somying1990@gmail.com"),
        ("P04", "ผู้ร้องเรียน นายทำดี มีสุข"),
        ("P05", "โอนเข้าบัญชีเลขที่ ๑๒๓-๔-๕๖๗๘๙-๐"),
    ],
)
def test_every_kind_is_found(code: str, text: str) -> None:
    (found,) = personal_data(replace(CONTENT, sections=(Section("", (text,)),)))
    assert found.code == code


def test_a_number_under_the_head_of_its_column_is_found_once() -> None:
    table = Table("เงินอุดหนุน", ("ผู้รับ", "เลขที่บัญชี"), (("กลุ่มสตรี", "123-4-56789-0"),))
    found = personal_data(replace(CONTENT, sections=(Section("", tables=(table,)),)))
    assert [(one.code, one.where.th) for one in found] == [("P05", "ตาราง “เงินอุดหนุน” แถว 1")]


def test_an_office_number_beside_a_mobile_one_hides_nothing() -> None:
    table = Table("ติดต่อ", ("หน่วย", "โทร"), (("สำนักงานปลัด", "081-234-5678"),))
    assert personal_data(replace(CONTENT, sections=(Section("", tables=(table,)),)))


def test_a_file_is_looked_at_line_by_line() -> None:
    (found,) = personal_data_in("ทะเบียน.pdf", ["หัวเรื่อง", MOBILE])
    assert found.where.th == "ไฟล์ “ทะเบียน.pdf” บรรทัด 2"


def test_nothing_is_found_where_nothing_is() -> None:
    assert personal_data(CONTENT) == []
