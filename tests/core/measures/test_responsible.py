"""A responsible text finds its division as an official would, and asks where it is not sure."""

from __future__ import annotations

import pytest

from prongsai.core.measures.responsible import best_match, means_everyone

NAMES = {
    1: "สำนักปลัดเทศบาล",
    2: "กองคลัง",
    3: "กองช่าง",
    4: "กองการศึกษา ศาสนา และวัฒนธรรม",
    5: "กองยุทธศาสตร์และงบประมาณ",
    6: "งานประชาสัมพันธ์",
}


@pytest.mark.parametrize(
    ("text", "division"),
    [
        ("สำนักปลัดเทศบาล", 1),
        ("สำนักปลัด", 1),
        ("สํานักปลัดเทศบาล", 1),
        ("หัวหน้าสำนักปลัดเทศบาล", 1),
        ("งานการเจ้าหน้าที่ สำนักปลัดเทศบาล", 1),
        ("กอง คลัง", 2),
        ("ผอ.กองช่าง", 3),
        ("กองการศึกษาฯ", 4),
        ("ผู้อำนวยการกองการศึกษา", 4),
        ("ผอ.กอง ยุทธศาสตร์", 5),
        ("งานประชาสัมพันธ์ กองยุทธศาสตร์ฯ", 6),
        ("กองยุทศาสตร์และงบประมาณ", 5),
        ("งานพัสดุ กองยุทธศาสตร์ฯ", 5),
    ],
)
def test_it_finds_the_division_that_is_meant(text: str, division: int) -> None:
    assert best_match(text, NAMES) == division


@pytest.mark.parametrize("text", ["", "  ", "กอง", "คณะกรรมการจัดหาพัสดุ", "ทุกกอง", "ทุกส่วนราชการ", "ผอ.ทุกกอง", "เทศบาล"])
def test_it_leaves_open_what_names_none(text: str) -> None:
    assert best_match(text, NAMES) is None


def test_it_leaves_open_what_could_be_two() -> None:
    assert best_match("กองสวัสดิการ", {1: "กองสวัสดิการสังคม", 2: "กองสวัสดิการชุมชน"}) is None
    assert best_match("กองคลัง", {}) is None
    assert best_match("ฝ่ายแผน กองยุทธศาสตร์ฯ กองการศึกษาฯ", NAMES) is None


def test_it_knows_words_for_all_divisions() -> None:
    assert means_everyone("ทุกส่วนงานในสังกัด")
    assert means_everyone("ผอ.กองทุกกอง")
    assert not means_everyone("กองคลังรายงานทุกเดือน")
