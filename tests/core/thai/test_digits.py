"""Thai and Arabic digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.thai.digits import integer, to_arabic, to_thai
from prongsai.core.thai.unreadable import Unreadable


def test_it_changes_digits_and_nothing_else() -> None:
    assert to_thai("ข้อ 12 (O5)") == "ข้อ ๑๒ (O๕)"
    assert to_thai(2566) == "๒๕๖๖"
    assert to_arabic("ข้อ ๑๒ (O๕)") == "ข้อ 12 (O5)"


@given(st.text())
def test_it_turns_digits_there_and_back(text: str) -> None:
    assert to_arabic(to_thai(to_arabic(text))) == to_arabic(text)


@given(st.integers(0, 10**17))
def test_it_reads_back_whole_numbers(number: int) -> None:
    assert integer(to_thai(number)) == number
    assert integer(f" {number:,} ") == number


@pytest.mark.parametrize("text", ["", "๑.๕", "-1", "สิบ", "๑ ๒", "²", "٣", "1" * 5_000])
def test_it_says_what_is_no_whole_number(text: str) -> None:
    found = integer(text)
    assert isinstance(found, Unreadable) and found.saw == text
    assert len(found.why.th) < 200, "a sentence quotes no more than a person reads"


@given(st.text())
def test_it_never_raises(text: str) -> None:
    assert isinstance(integer(text), int | Unreadable)
