"""A mobile telephone number is about to be published."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import mobile_phone as check
from tests.core.review.papers import quotes


def test_it_finds_a_mobile_number_and_hides_it() -> None:
    assert quotes(check, "ติดต่อนางสาวสมหญิง ๐๘๑-๒๓๔-๕๖๗๘") == ["081-xxx-5678"]


@pytest.mark.parametrize(
    "text",
    [
        "โทร ๐-๓๖๐๐-๐๐๐๐",
        "สายด่วนนายก ๐๘๑-๒๓๔-๕๖๗๘",
        "เลขที่ ๐๘๑๒๓๔๕๖๗๘๙๐",
        "เวลา ๐๘.๓๐ - ๑๖.๓๐ น.",
    ],
)
def test_it_passes_landlines_hotlines_and_times(text: str) -> None:
    assert not quotes(check, text)
