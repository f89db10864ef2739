"""More than a hundred per cent of those who took part."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import share_over_100 as check
from tests.core.review.papers import quotes


def test_it_finds_more_than_all_who_took_part() -> None:
    assert quotes(check, "คิดเป็นร้อยละ ๑๒๐.๕ ของผู้เข้าร่วม") == ["คิดเป็นร้อยละ ๑๒๐.๕ ของผู้"]


@pytest.mark.parametrize(
    "text",
    [
        "คิดเป็นร้อยละ ๑๐๐ ของผู้เข้าร่วม",
        "ร้อยละ ๙๕.๔๕ ของผู้เข้าร่วม",
        "ร้อยละ ๑๒๐ ของเป้าหมาย",
    ],
)
def test_it_passes_all_and_targets_exceeded(text: str) -> None:
    assert not quotes(check, text)
