"""A word stands twice."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import word_twice as check
from tests.core.review.papers import quotes


@pytest.mark.parametrize(
    "text",
    [
        "แนวทาง ของของเจ้าหน้าที่",
        "นำข้อมูล การการร้องเรียน",
        "การบริหารงานบริหารงาน บุคคล",
    ],
)
def test_it_finds_a_word_that_stands_twice(text: str) -> None:
    assert len(quotes(check, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "หน้าที่ที่รับผิดชอบ",
        "คณะกรรมการการเลือกตั้ง",
        "ดำเนิน การการอบรม",
        "ต่าง ๆ",
        "ผู้อำนวยการการประปา",
    ],
)
def test_it_passes_words_that_end_and_begin_alike(text: str) -> None:
    assert not quotes(check, text)
