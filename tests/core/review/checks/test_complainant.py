"""The name of somebody who complained, or of whom somebody complained."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import complainant as check
from tests.core.review.papers import quotes


@pytest.mark.parametrize(
    "text",
    [
        "ผู้ร้องเรียน นายทำดี มีสุข",
        "ผู้ถูกร้องเรียนคือนางสาวใจ งาม",
        "ผู้แจ้งเบาะแส นาย กล้า จริง",
    ],
)
def test_it_finds_the_name_of_somebody_who_must_be_protected(text: str) -> None:
    assert quotes(check, text)


@pytest.mark.parametrize(
    "text",
    [
        "ผู้ร้องเรียน ๑ ราย",
        "แจ้งผู้ร้องเรียนแล้ว นายกเทศมนตรีทราบ",
        "ผู้ร้องเรียน นายกเทศมนตรีรับเรื่อง",
        "นายทำดี มีสุข ปลัด",
    ],
)
def test_it_passes_counts_offices_and_officials(text: str) -> None:
    assert not quotes(check, text)
