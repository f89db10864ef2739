"""An item refers to the wrong item."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import cross_reference as check
from tests.core.review.papers import item, look


def test_it_finds_a_reference_to_the_wrong_item() -> None:
    found = look(check, item("O37", components=("แสดงความก้าวหน้าตามแผนปฏิบัติการ ตามข้อ ๐๓๕",)))
    assert [(one.path, one.quote) for one in found] == [("disclosures[0].components[0]", "ข้อ ๐๓๕")]
    assert "O36" in found[0].what.th


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("O37", "ตามแผนในข้อ O36"),
        ("O35", "ความเสี่ยงตามข้อ ๐๓๔"),
        ("O1", "ตามข้อ O3"),
        ("O37", "ข้อ ๑๒ ของแผน"),
    ],
)
def test_it_passes_what_is_asked_and_items_that_ask_for_none(code: str, text: str) -> None:
    assert not look(check, item(code, components=(text,)))
