"""Words whose letters fell apart: ``ส าหรับ``, ``การ ประ เ มิ น``."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import letters_apart as check
from tests.core.review.papers import quotes


@pytest.mark.parametrize("text", ["ประกาศส าหรับปี", "การ ชู บ ใ ศ ล จริยธรรม", "ค าสั่ง", "การ ประ เ มิน"])
def test_it_finds_words_in_pieces(text: str) -> None:
    assert len(quotes(check, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "ประกาศสำหรับปี",
        "ข้อ ก ข้อ ข",
        "ต่าง ๆ อาคาร ก อาคาร ข",
        "พ.ศ. ๒๕๖๖ ณ ห้องประชุม",
    ],
)
def test_it_passes_single_letters_that_are_meant(text: str) -> None:
    assert not quotes(check, text)
