"""Pieces of a text with the words marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.search.hits import WIDTH, Piece, marked, snippet
from prongsai.core.search.letters import is_inside, mended

THAI = st.text(st.sampled_from("กทนำัิีุ่้์าะเแโ ๑25a"), max_size=400).map(mended)


def test_a_hit_is_marked_as_it_is_written() -> None:
    assert marked("แผนปี ๒๕๖๖ Plan", ("2566", "plan")) == (
        Piece("แผนปี "),
        Piece("๒๕๖๖", hit=True),
        Piece(" "),
        Piece("Plan", hit=True),
    )


def test_a_mark_reaches_to_the_end_of_the_cluster() -> None:
    assert marked("รับการ์ดใหม่", ("การ",)) == (Piece("รับ"), Piece("การ์", hit=True), Piece("ดใหม่"))


def test_a_snippet_is_short_and_says_what_is_left_out() -> None:
    text = "ข้อมูลทั่วไป " * 60 + "ค่าปรับจราจร " + "ข้อมูลทั่วไป " * 60
    found = snippet(text, ("ค่าปรับ",))
    assert found[0] == Piece("… ")
    assert found[-1] == Piece(" …")
    assert Piece("ค่าปรับ", hit=True) in found
    assert sum(len(piece.text) for piece in found) < WIDTH + 40


def test_a_snippet_shows_where_most_words_stand_together() -> None:
    text = "งบประมาณ " + "คำอื่น " * 80 + "งบประมาณ ปี 2566 จัดซื้อ"
    hits = [piece.text for piece in snippet(text, ("งบประมาณ", "จัดซื้อ")) if piece.hit]
    assert hits == ["งบประมาณ", "จัดซื้อ"]


def test_a_text_without_the_word_shows_its_start() -> None:
    assert snippet("สั้น ๆ", ("ไม่มี",)) == (Piece("สั้น ๆ"),)
    assert snippet("", ("ไม่มี",)) == ()


@given(THAI, st.lists(st.text(st.sampled_from("กทนา2่"), min_size=1, max_size=3), min_size=1, max_size=4))
def test_pieces_are_the_text_and_begin_no_piece_inside_a_cluster(text: str, words: list[str]) -> None:
    assert "".join(piece.text for piece in marked(text, words)) == text
    pieces = [piece.text for piece in snippet(text, words, 60) if piece.text not in ("… ", " …")]
    shown = "".join(pieces)
    assert shown in text
    at = text.find(shown)
    assert not pieces or any(
        not is_inside(text, start) for start in range(len(text)) if text.startswith(shown, start)
    ), (text, shown, at)


@given(THAI)
def test_a_text_full_of_hits_is_as_short(text: str) -> None:
    assert sum(len(piece.text) for piece in snippet(text * 20, ("ก", "ท"))) <= WIDTH + 60
