"""A count that is not that of the list behind it."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import count_of_list as check
from tests.core.review.papers import quotes


def test_it_finds_a_count_that_the_list_denies() -> None:
    assert quotes(check, "คู่มือ จำนวน ๔ เล่ม ได้แก่ ๑) การลา ๒) การยืม ๓) การร้องเรียน") == ["จำนวน ๔ เล่ม ได้แก่"]


@pytest.mark.parametrize(
    "text",
    [
        "คู่มือ จำนวน ๓ เล่ม ได้แก่ ๑) การลา ๒) การยืม ๓) การร้องเรียน",
        "คู่มือ จำนวน ๔ เล่ม เผยแพร่บนเว็บไซต์",
        "จำนวน ๔ เล่ม ได้แก่ การลา และการยืม",
        "จำนวน ๒ ด้าน ได้แก่ ๑. แผน ๒. ผล จำนวน ๓ เรื่อง ได้แก่ ๑. ก ๒. ข ๓. ค",
    ],
)
def test_it_passes_right_counts_and_lists_without_numbers(text: str) -> None:
    assert not quotes(check, text)
