"""Words of another kind of agency: a municipality that speaks of อบต."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import other_kind as check
from tests.core.review.papers import look, measure, quotes


def test_it_finds_a_subdistrict_organisation_in_the_paper_of_a_municipality() -> None:
    assert quotes(check, "ผลการปฏิบัติงานของอบต. ผ่านเว็บไซต์") == ["อบต."]


def test_it_finds_a_municipality_in_the_paper_of_a_subdistrict_organisation() -> None:
    found = look(check, measure(result=("แจ้งพนักงานเทศบาลทราบ",)), agency="องค์การบริหารส่วนตำบลหนองแสง")
    assert [one.quote for one in found] == ["พนักงานเทศบาล"]


def test_it_finds_the_own_name_with_another_kind() -> None:
    assert quotes(check, "อบต.ท่าโขงได้จัดทำคู่มือ") == ["อบต.ท่าโขง"]


def test_it_tells_of_a_word_once_and_how_often_it_stands() -> None:
    found = look(check, measure(result=("ของอบต.", "เว็บไซต์ อบต.", "งานของอบต.")))
    assert len(found) == 1
    assert "มี 3 แห่ง" in found[0].what.th


@pytest.mark.parametrize(
    "text",
    [
        "แจ้งพนักงานเทศบาลทราบ",
        "ตามประกาศคณะกรรมการพนักงานส่วนตำบล",
        "รับผิดชอบต่องาน",
        "อบรมร่วมกับ อบต. ใกล้เคียง",
    ],
)
def test_it_passes_own_words_boards_and_parts_of_words(text: str) -> None:
    assert not quotes(check, text)
