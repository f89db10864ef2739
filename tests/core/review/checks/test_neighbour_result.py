"""A result that tells of another item."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import neighbour_result as check
from tests.core.review.papers import item, look


def test_it_finds_the_result_of_a_neighbour() -> None:
    found = look(check, item("O18", progress=("จัดทำคู่มือมาตรฐานการปฏิบัติงานของเจ้าหน้าที่",)))
    assert [one.path for one in found] == ["disclosures[0].progress"]
    assert "O14" in found[0].what.th


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("O18", "เปิดระบบ E-Service ให้ขอรับบริการออนไลน์"),
        ("O14", "จัดทำคู่มือมาตรฐานการปฏิบัติงานของเจ้าหน้าที่"),
        ("O18", "เผยแพร่บนเว็บไซต์หลักครบตามองค์ประกอบ"),
        ("O40", "จัดทำคู่มือมาตรฐานการปฏิบัติงานของเจ้าหน้าที่"),
    ],
)
def test_it_passes_own_results_general_words_and_far_items(code: str, text: str) -> None:
    assert not look(check, item(code, progress=(text,)))
