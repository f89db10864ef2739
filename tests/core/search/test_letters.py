"""Text made alike: coding put right, small letters, Arabic digits, places kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.search.letters import cut_after, cut_before, folded, is_inside, mended

LETTERS = st.text(st.sampled_from("กทนำำัิีุ่้๊์ําะเแโ ๑๒๕12aBÉ\u200b\u00ad-“"), max_size=40)

#: Syllables as keyboards, scans and PDF writers leave them.
SYLLABLE = st.tuples(*map(st.sampled_from, (("", "เ", "เเ", "แ"), "กทน", ("", "ี", "ุ", "ั"), ("", "่", "้", " ่", "ํ"))))
WRITTEN = st.lists(st.tuples(SYLLABLE, st.sampled_from(("", "า", "ำ", "ำ้", "\u200b", " ", "ะ ")))).map(
    lambda found: "".join("".join(syllable) + after for syllable, after in found)
)


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("นํ้า", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("นำ้", "น้ำ"),
        ("ทํา", "ทำ"),
        ("เเผน", "แผน"),
        ("ท่ี", "ที่"),
        ("ที่่", "ที่"),
        ("ท ี่", "ที่"),
        ("งบ\u200bประ\u00adมาณ\ufeff", "งบประมาณ"),
        ("  งบ \n\t ประมาณ\u00a0ปี ", "งบ ประมาณ ปี"),
        ("a\x00b", "a b"),
        ("plain  text", "plain text"),
    ],
)
def test_it_puts_the_coding_right(typed: str, right: str) -> None:
    assert mended(typed) == right


def test_it_leaves_spelling_alone() -> None:
    assert mended("อนุญาติ กระทันหัน") == "อนุญาติ กระทันหัน"


def test_digits_and_case_are_alike() -> None:
    assert folded(mended("ปี ๒๕๖๖ Open DATA")) == "ปี 2566 open data"


@given(st.text(max_size=60) | LETTERS)
def test_folding_keeps_every_place(text: str) -> None:
    assert len(folded(mended(text))) == len(mended(text))


@given(WRITTEN)
def test_mending_twice_changes_nothing(text: str) -> None:
    assert mended(mended(text)) == mended(text)


@given(st.text(max_size=60) | LETTERS, st.integers(0, 60))
def test_no_cut_tears_a_cluster(text: str, at: int) -> None:
    at = min(at, len(text))
    assert not is_inside(text, cut_before(text, at))
    assert not is_inside(text, cut_after(text, at))
    assert cut_before(text, at) <= at <= cut_after(text, at)


def test_a_vowel_stays_with_its_consonant() -> None:
    assert cut_before("เทศบาล", 1) == 0
    assert cut_before("น้ำ", 2) == 0
    assert cut_after("ที่นี่", 1) == 3
