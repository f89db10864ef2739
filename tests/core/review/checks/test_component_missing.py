"""A component that the framework asks for is not among those of the item."""

from __future__ import annotations

from prongsai.core.review.checks import component_missing as check
from tests.core.review.papers import item, look


def test_it_finds_a_component_that_is_not_mentioned() -> None:
    found = look(check, item("O2", components=("ผู้บริหารสูงสุดและผู้ดำรงตำแหน่งทางการบริหารของหน่วยงาน",)))
    assert [one.path for one in found] == ["disclosures[0].components"]
    assert "รูปถ่าย" in found[0].quote


def test_it_passes_components_in_other_words_and_papers_without_them() -> None:
    told = ("แสดงข้อมูลของผู้บริหารสูงสุดของหน่วยงาน", "อย่างน้อยมี ชื่อ-นามสกุล ตำแหน่ง รูปถ่าย และช่องทางการติดต่อของผู้บริหารแต่ละคน")
    assert not look(check, item("O2", components=told))
    assert not look(check, item("O2"))
