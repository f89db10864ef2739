"""What somebody asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.search.sought import LONGEST, MOST_WORDS, understood


def test_all_words_count_and_each_once() -> None:
    assert understood("งบประมาณ  จัดซื้อ งบประมาณ ๒๕๖๖").words == ("งบประมาณ", "จัดซื้อ", "2566")


def test_a_word_within_another_is_no_question_of_its_own() -> None:
    assert understood("จัดซื้อ จัดซื้อจัดจ้าง").words == ("จัดซื้อจัดจ้าง",)


@pytest.mark.parametrize("typed", ['"แผน ปี 2566" กองคลัง', "“แผน ปี ๒๕๖๖” กองคลัง", "«แผน  ปี 2566» กองคลัง"])
def test_quotes_make_a_phrase(typed: str) -> None:
    assert understood(typed).words == ("แผน ปี 2566", "กองคลัง")


def test_a_quote_that_never_ends_is_no_fault() -> None:
    assert understood('"แผน ปี').words == ("แผน", "ปี")


@pytest.mark.parametrize("typed", ["", "   ", "%", "-- !!", '""', "\u200b", "\x00"])
def test_signs_alone_ask_nothing(typed: str) -> None:
    assert not understood(typed)


def test_too_long_a_question_is_cut_and_says_so() -> None:
    long = understood("งบประมาณรายจ่าย" * 200)
    assert long.left_out
    assert len(long.asked) <= LONGEST
    many = understood(" ".join(f"คำที่{chr(0xE01 + at)}" for at in range(12)))
    assert many.left_out
    assert len(many.words) == MOST_WORDS
    assert not understood("งบประมาณ").left_out


def test_it_offers_something_shorter() -> None:
    assert understood("งบประมาณ จัดซื้อ").shorter == ("งบประมาณ", "จัดซื้อ")
    assert understood("งบประมาณรายจ่าย").shorter == ("งบประมา",)
    assert understood("งบ").shorter == ()


@given(st.text(max_size=300))
def test_no_text_is_too_odd(text: str) -> None:
    question = understood(text)
    assert len(question.words) <= MOST_WORDS
    assert all(word.strip() for word in question.words)
    assert all(word.strip() for word in question.shorter)
