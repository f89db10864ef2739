"""A day that no calendar has: 31 February."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import impossible_date as check
from tests.core.review.papers import quotes


def test_it_finds_a_day_that_is_none() -> None:
    assert quotes(check, "จัดอบรม ๓๑ กุมภาพันธ์ ๒๕๖๖") == ["๓๑ กุมภาพันธ์ ๒๕๖๖"]
    assert quotes(check, "เมื่อ ๒๙ ก.พ. ๒๕๖๖") == ["๒๙ ก.พ. ๒๕๖๖"]


@pytest.mark.parametrize(
    "text",
    [
        "๒๙ กุมภาพันธ์ ๒๕๖๗",
        "๓๑ มกราคม ๒๕๖๖",
        "ข้อ ๓๕ มกราคมปีหน้า",
        "งบ ๔๕ มี.ค. ๖๖",
    ],
)
def test_it_passes_real_days_and_what_is_no_full_date(text: str) -> None:
    assert not quotes(check, text)
