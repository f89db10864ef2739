"""Vowels and tone marks that were typed in parts, twice, or in an impossible order."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import broken_vowels as check
from tests.core.review.papers import quotes


@pytest.mark.parametrize(
    "text",
    [
        "เเผนงาน",
        "ท\u0e4d\u0e32งาน",
        "ค\u0e33\u0e33สั่ง",
        "ที่่ประชุม",
        "ก\u0e48\u0e34อน",
        "ราคาากลาง",
    ],
)
def test_it_finds_marks_doubled_in_parts_and_out_of_place(text: str) -> None:
    assert len(quotes(check, text)) == 1


@pytest.mark.parametrize("text", ["แผนงาน", "ทำงาน", "น้ำ ที่ ก็ ปฏิบัติ", "เกาะ เงาะ", "ต่าง ๆ"])
def test_it_passes_sound_words(text: str) -> None:
    assert not quotes(check, text)
