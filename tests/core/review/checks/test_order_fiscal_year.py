"""An order dated outside the fiscal year that it is for."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import order_fiscal_year as check
from tests.core.review.papers import quotes


def test_it_finds_an_order_after_its_year() -> None:
    text = "คำสั่งแต่งตั้งคณะทำงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ ลงวันที่ ๑๐ กุมภาพันธ์ ๒๕๖๕"
    assert quotes(check, text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "คำสั่งแต่งตั้งคณะทำงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๕ ลงวันที่ ๑๐ กุมภาพันธ์ ๒๕๖๕",
        "คำสั่งแต่งตั้งคณะทำงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ ลงวันที่ ๒๐ กันยายน ๒๕๖๕",
        "คำสั่งปีงบประมาณ ๒๕๖๔ และประชุมเมื่อ ๑๐ กุมภาพันธ์ ๒๕๖๕",
    ],
)
def test_it_passes_orders_of_the_year_and_before_it(text: str) -> None:
    assert not quotes(check, text)
