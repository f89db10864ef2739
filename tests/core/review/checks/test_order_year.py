"""An order whose number is of another year than its date."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import order_year as check
from tests.core.review.papers import quotes


def test_it_finds_a_number_of_another_year_than_its_date() -> None:
    written = "คำสั่งเทศบาลตำบลท่าโขง ที่ ๒๗๐/๒๕๖๕ ลงวันที่ ๑๐ กุมภาพันธ์ ๒๕๖๖"
    assert quotes(check, f"ตาม{written} เรื่อง แต่งตั้งคณะทำงาน") == [written]


@pytest.mark.parametrize(
    "text",
    [
        "คำสั่งที่ ๒๗๐/๒๕๖๖ ลงวันที่ ๑๐ กุมภาพันธ์ ๒๕๖๖",
        "คำสั่งที่ ๒๗๐/๒๕๖๕ และประชุมเมื่อวันที่ ๑๐ กุมภาพันธ์ ๒๕๖๖",
        "หนังสือที่ ลบ ๕๔๒๐๑/๒๕๖๕ ลงวันที่ ๑๐ กุมภาพันธ์ ๒๕๖๖",
    ],
)
def test_it_passes_agreeing_ones_other_dates_and_letters(text: str) -> None:
    assert not quotes(check, text)
