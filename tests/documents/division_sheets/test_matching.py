"""A row whose identity is gone is found by number and title, or not at all."""

from __future__ import annotations

from prongsai.documents.division_sheets import Known, best_match

KNOWN = (
    Known(7, 1, "ปรับปรุงขั้นตอนการขออนุญาตก่อสร้างอาคาร"),
    Known(8, 2, "จัดทำทะเบียนคุมการยืมพัสดุ"),
    Known(9, 3, "จัดทำทะเบียนคุมการยืมพัสดุ"),
)


def test_a_title_with_slips_is_found_by_its_number() -> None:
    assert best_match(1, "ปรับปรุงขั้นตอนขออนุญาตก่อสร้าง", KNOWN) == 7


def test_a_number_that_was_retyped_does_no_harm() -> None:
    assert best_match(99, "ปรับปรุงขั้นตอนการขออนุญาตก่อสร้างอาคาร", KNOWN) == 7
    assert best_match(2, "ปรับปรุงขั้นตอนการขออนุญาตก่อสร้างอาคาร", KNOWN) == 7


def test_of_two_measures_with_one_title_the_number_decides() -> None:
    assert best_match(3, "จัดทำทะเบียนคุมการยืมพัสดุ", KNOWN) == 9
    assert best_match(None, "จัดทำทะเบียนคุมการยืมพัสดุ", KNOWN) is None


def test_another_title_is_no_measure_of_these() -> None:
    assert best_match(1, "จัดงานปีใหม่", KNOWN) is None
    assert best_match(1, "", KNOWN) is None
