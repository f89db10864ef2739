"""ITA, IIT, EIT or OIT with its letters mixed up."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import wrong_acronym as check
from tests.core.review.papers import quotes


def test_it_finds_letters_mixed_up() -> None:
    assert quotes(check, "จากผลการประเมิน TAI ตัวชี้วัดที่ ๙") == ["การประเมิน TAI"]
    assert quotes(check, "แบบวัด OTI") == ["แบบวัด OTI"]


@pytest.mark.parametrize("text", ["จากผลการประเมิน ITA", "แบบวัด IIT EIT OIT", "การประเมิน AIA", "ระบบ ITAS"])
def test_it_passes_the_right_ones_and_others(text: str) -> None:
    assert not quotes(check, text)
