"""Text as people type it."""

from __future__ import annotations

import pytest

from prongsai.core.disclosures.text import addresses_in, paragraphs_of, pieces_of


def test_empty_lines_part_paragraphs_and_dashes_make_entries() -> None:
    typed = "ย่อหน้าแรก\r\nบรรทัดสอง\r\n\r\n\r\n- ข้อหนึ่ง\n• ข้อสอง\nท้าย\n  \n"
    assert paragraphs_of(typed) == ("ย่อหน้าแรก\nบรรทัดสอง", "- ข้อหนึ่ง", "- ข้อสอง", "ท้าย")
    assert paragraphs_of(" \n ") == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ดูที่ https://tha-khong.example/o1.", ("https://tha-khong.example/o1",)),
        ("(https://tha-khong.example/a_(1))", ("https://tha-khong.example/a_(1)",)),
        ("https://tha-khong.example/แผน ๒๕๖๖", ("https://tha-khong.example/แผน",)),
        ("“https://tha-khong.example/x”", ("https://tha-khong.example/x",)),
        ("HTTP://tha-khong.example HTTP://tha-khong.example", ("HTTP://tha-khong.example",)),
        ("javascript:alert(1) ftp://x.example https://", ()),
        ("https://user:secret@x.example/", ()),
    ],
)
def test_addresses_are_pulled_out_of_a_text(text: str, found: tuple[str, ...]) -> None:
    assert addresses_in(text) == found


@pytest.mark.parametrize("text", ["", "ไม่มีลิงก์", "ก https://a.example/ข, ค https://b.example.", "https://"])
def test_no_letter_is_lost_between_the_pieces(text: str) -> None:
    assert "".join(piece.text for piece in pieces_of(text)) == text


def test_an_address_in_a_text_leads_where_its_visible_letters_say() -> None:
    text = "ดู https://www.example.go.th/\u200bแผน\u202e ครับ"
    assert addresses_in(text) == ("https://www.example.go.th/แผน",)
    assert "".join(piece.text for piece in pieces_of(text)) == text
