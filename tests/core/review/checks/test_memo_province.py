"""The letters in the memo's number are another province's."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import memo_province as check
from tests.core.review.papers import look, memo


def test_it_finds_the_letters_of_another_province() -> None:
    found = look(check, memo=memo(number="ขก ๕๔๒๐๑/๓๒๔"))
    assert [one.path for one in found] == ["memo.number"]
    assert "ขอนแก่น" in found[0].what.th
    assert found[0].where.th == "บันทึกข้อความ › ที่"


@pytest.mark.parametrize("number", ["ลบ ๕๔๒๐๑/๓๒๔", "๓๒๔/๒๕๖๖", "กค ๕๔/๓๒", None])
def test_it_passes_the_own_letters_and_what_is_no_province(number: str | None) -> None:
    assert not look(check, memo=memo(number=number))
