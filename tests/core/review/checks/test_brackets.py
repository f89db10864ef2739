"""A bracket or a quotation mark without its twin."""

from __future__ import annotations

from prongsai.core.review.checks import brackets as check
from tests.core.review.papers import quotes


def test_it_finds_a_bracket_that_is_never_closed() -> None:
    assert quotes(check, "รอบ ๖ เดือน (ต.ค. ๖๕ - มี.ค. ๖๖", "เผยแพร่แล้ว") == ["(ต.ค. ๖๕ - มี.ค. ๖๖ เผยแพร่แล้ว"]


def test_it_passes_pairs_across_items_numbering_and_closing_ones() -> None:
    assert not quotes(check, "แบบ (ก", "ข) แล้ว")
    assert not quotes(check, "๑) แผน ๒) ผล ก) ข้อ (Q&A) รายงาน")
