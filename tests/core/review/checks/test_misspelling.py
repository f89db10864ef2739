"""Words of these reports that are often misspelt, or misread by scanners."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import misspelling as check
from tests.core.review.papers import look, measure, quotes


@pytest.mark.parametrize(
    "text",
    [
        "มาตราการป้องกัน",
        "เผยแพร่บนเว็ปไซต์",
        "ขออนุญาติใช้รถ",
        "ช่องทางกรร้องเรียน",
        "๑.ควารเปิดโอกาส",
    ],
)
def test_it_finds_slips_in_key_words(text: str) -> None:
    assert len(quotes(check, text)) == 1


def test_it_tells_of_a_spelling_once_and_how_often_it_stands() -> None:
    found = look(check, measure(result=("มาตราการหนึ่ง", "มาตราการสอง")))
    assert len(found) == 1
    assert "มี 2 แห่ง" in found[0].what.th


@pytest.mark.parametrize(
    "text",
    [
        "มาตรการ มาตรา ๙",
        "เว็บไซต์",
        "อนุญาตให้ใช้",
        "ร้องเรียกให้ช่วย",
        "ทุจริตรวมทั้งติดตาม",
        "ความควร ควรมี",
        "สมควรา",
    ],
)
def test_it_passes_sound_words_and_words_that_meet(text: str) -> None:
    assert not quotes(check, text)
