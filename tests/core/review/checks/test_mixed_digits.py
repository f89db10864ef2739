"""Thai and Arabic digits in one number."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import mixed_digits as check
from tests.core.review.papers import quotes


def test_it_finds_both_kinds_in_one_number() -> None:
    assert quotes(check, "ปีงบประมาณ ๒5๖๙ และ 25๖๖") == ["๒5๖๙", "25๖๖"]


@pytest.mark.parametrize("text", ["ปี ๒๕๖๖ และ 2566", "ข้อ O๔๒", "ข้อ 0๑๐", "E๑๕", "๑-5"])
def test_it_passes_numbers_of_one_kind_and_codes(text: str) -> None:
    assert not quotes(check, text)
