"""A date whose weekday is another."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import weekday as check
from prongsai.core.review.finding import Severity
from tests.core.review.papers import look, measure, quotes


def test_it_finds_the_wrong_weekday() -> None:
    found = look(check, measure(result=("ประชุมวันจันทร์ที่ ๑๔ กุมภาพันธ์ ๒๕๖๖",)))
    assert [one.severity for one in found] == [Severity.ERROR]
    assert "วันอังคาร" in found[0].what.th


@pytest.mark.parametrize(
    "text",
    [
        "วันอังคารที่ ๑๔ กุมภาพันธ์ ๒๕๖๖",
        "วันที่ ๑๔ กุมภาพันธ์ ๒๕๖๖",
        "ทุกวันจันทร์",
    ],
)
def test_it_passes_the_right_one_and_none(text: str) -> None:
    assert not quotes(check, text)
