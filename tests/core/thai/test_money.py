"""Baht in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.thai.money import baht_in_words, number_in_words
from prongsai.core.thai.unreadable import Unreadable


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "ศูนย์บาทถ้วน"),
        ("1", "หนึ่งบาทถ้วน"),
        ("10", "สิบบาทถ้วน"),
        ("11", "สิบเอ็ดบาทถ้วน"),
        ("21", "ยี่สิบเอ็ดบาทถ้วน"),
        ("101", "หนึ่งร้อยเอ็ดบาทถ้วน"),
        ("121.50", "หนึ่งร้อยยี่สิบเอ็ดบาทห้าสิบสตางค์"),
        ("0.25", "ยี่สิบห้าสตางค์"),
        ("500000", "ห้าแสนบาทถ้วน"),
        ("1000001", "หนึ่งล้านเอ็ดบาทถ้วน"),
        ("1000000000000", "หนึ่งล้านล้านบาทถ้วน"),
        ("-5", "ลบห้าบาทถ้วน"),
        ("-0", "ศูนย์บาทถ้วน"),
        ("-0.01", "ลบหนึ่งสตางค์"),
    ],
)
def test_it_writes_amounts_in_words(amount: str, words: str) -> None:
    assert baht_in_words(Decimal(amount)) == words


@pytest.mark.parametrize("amount", ["1.234", "NaN", "Infinity", "1000000000000000000"])
def test_it_refuses_what_is_no_amount(amount: str) -> None:
    assert isinstance(baht_in_words(Decimal(amount)), Unreadable)


@given(st.integers(-(10**15), 10**30), st.integers(-(10**15), 10**30))
def test_it_gives_different_numbers_different_words(one: int, other: int) -> None:
    assert (number_in_words(one) == number_in_words(other)) is (one == other)
