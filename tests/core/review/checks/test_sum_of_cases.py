"""Finished and pending cases do not add up to all."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import sum_of_cases as check
from tests.core.review.papers import quotes


def test_it_finds_cases_that_do_not_add_up() -> None:
    assert quotes(check, "เรื่องร้องเรียนทั้งหมด ๑๐ เรื่อง แล้วเสร็จ ๗ เรื่อง อยู่ระหว่างดำเนินการ ๒ เรื่อง")


@pytest.mark.parametrize(
    "text",
    [
        "ทั้งหมด ๑๐ เรื่อง แล้วเสร็จ ๗ เรื่อง อยู่ระหว่างดำเนินการ ๓ เรื่อง",
        "ทั้งหมด ๑๐ เรื่อง แล้วเสร็จ ๗ เรื่อง",
        "ไม่มีเรื่องร้องเรียน",
    ],
)
def test_it_passes_sums_and_parts(text: str) -> None:
    assert not quotes(check, text)
