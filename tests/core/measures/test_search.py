"""Thai is found as people write it: any digits, any spaces, any way to type ำ and แ."""

from __future__ import annotations

import pytest

from prongsai.core.measures.content import MeasureContent
from prongsai.core.measures.search import needle, search_text

TEXT = search_text(
    MeasureContent(
        title="จัดทำแผนปฏิบัติการ ๒๕๖๙ (ITA)",
        steps=("ประชุม คณะทำงาน",),
        responsible=("กองคลัง",),
        period="ต.ค. ๖๘ - ก.ย. ๖๙",
        suggestion="แก้ไขคู่มือ",
    )
)


@pytest.mark.parametrize(
    "looked_for",
    [
        "ทำ", "ทํา", "2569", "๒๕๖๙", "ita", "ITA", "คณะทำงาน", "ประชุมคณะ", "กอง คลัง", "ต.ค.68", "เเก้ไข", "ู่มือ",
    ],
)  # fmt: skip
def test_it_finds_any_part_however_it_is_typed(looked_for: str) -> None:
    assert needle(looked_for) in TEXT


@pytest.mark.parametrize("looked_for", ["กองช่าง", "2568", "คณะทำงานกองคลัง"])
def test_it_finds_nothing_that_is_not_there(looked_for: str) -> None:
    assert needle(looked_for) not in TEXT


def test_a_tone_mark_before_or_within_sara_am_is_the_same_word() -> None:
    assert needle("น\u0e49\u0e4d\u0e32") == needle("น\u0e4d\u0e49\u0e32") == needle("น้ำ")
