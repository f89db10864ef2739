"""Thai and Arabic digits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.thai.digits import to_arabic, to_thai


def test_it_changes_digits_and_nothing_else() -> None:
    assert to_thai("ข้อ 12 (O5)") == "ข้อ ๑๒ (O๕)"
    assert to_thai(2566) == "๒๕๖๖"
    assert to_arabic("ข้อ ๑๒ (O๕)") == "ข้อ 12 (O5)"


@given(st.text())
def test_it_turns_digits_there_and_back(text: str) -> None:
    assert to_arabic(to_thai(to_arabic(text))) == to_arabic(text)
