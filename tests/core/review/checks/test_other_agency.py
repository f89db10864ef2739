"""Another agency is named where the own one ought to be."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import other_agency as check
from tests.core.review.papers import look, measure, quotes


def test_it_finds_the_name_of_another_agency() -> None:
    assert quotes(check, "อบต.หนองแสงได้เผยแพร่คู่มือบนเว็บไซต์") == ["อบต.หนองแสง"]


def test_it_finds_it_in_a_line_outside_the_tables_once() -> None:
    lines = ("เทศบาลนครสมมุติบุรี ได้ดำเนินการ", "", "เทศบาลนครสมมุติบุรีมีหน้าที่")
    assert [(one.path, one.line) for one in look(check, measure(), lines=lines)] == [(None, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "เทศบาลตำบลท่าโขงได้จัดทำคู่มือ",
        "ทต.ท่าโขงประกาศใช้คู่มือ",
        "เทศบาล ตำบลท่าโขง",
        "ประชุมร่วมกับเทศบาลตำบลหนองแสง",
        "ศึกษาดูงาน ณ อบต.หนองแสง",
        "รับการสนับสนุนของ อบจ.ลพบุรี",
        "เทศบาลตำบลทุกแห่งในจังหวัด",
    ],
)
def test_it_passes_the_own_name_and_those_one_works_with(text: str) -> None:
    assert not quotes(check, text)


def test_it_says_nothing_where_the_agency_is_not_known() -> None:
    assert not quotes(check, "อบต.หนองแสงได้เผยแพร่คู่มือ", agency=None)
