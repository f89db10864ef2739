"""The agency's own name is spelt in two ways."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import agency_spelling as check
from tests.core.review.papers import quotes


def test_it_finds_another_spelling_of_the_own_name() -> None:
    assert quotes(check, "เทศบาลตำบลท่าโขค์ได้จัดทำคู่มือ") == ["เทศบาลตำบลท่าโขค์"]


@pytest.mark.parametrize("text", ["เทศบาลตำบลท่าโขงได้จัดทำ", "เทศบาลตำบลท่าโขง", "เทศบาลตำบลบ้านสมมุติ"])
def test_it_passes_the_own_name_and_other_agencies(text: str) -> None:
    assert not quotes(check, text)
