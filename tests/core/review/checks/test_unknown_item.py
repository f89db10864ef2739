"""An item that the year does not have."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import unknown_item as check
from tests.core.review.papers import item, look, measure, quotes


def test_it_finds_codes_beyond_the_last() -> None:
    found = look(check, item("O44"), measure(result=("เผยแพร่ตาม O๔๕",)))
    assert sorted(one.quote for one in found) == ["O44", "O45"]


@pytest.mark.parametrize("text", ["ตาม O๔๓", "CO2 45 ตัน", "ISO 9001", "O2O 99"])
def test_it_passes_codes_of_the_year_and_other_letters(text: str) -> None:
    assert not quotes(check, text)


def test_it_asks_nothing_by_the_framework_of_another_year() -> None:
    assert not quotes(check, "ตาม O๔๕", provisional=True)
