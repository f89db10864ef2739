"""The analysis is of a result that is not there yet."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import analysis_year as check
from tests.core.review.papers import quotes


def test_it_finds_an_analysis_of_the_same_year() -> None:
    assert quotes(check, "วิเคราะห์ผลการประเมิน ITA ปี ๒๕๖๖ และเผยแพร่") == ["วิเคราะห์ผลการประเมิน ITA ปี ๒๕๖๖"]


@pytest.mark.parametrize("text", ["วิเคราะห์ผลการประเมิน ITA ปี ๒๕๖๕", "ประกาศผลการประเมิน ITA ปี ๒๕๖๖"])
def test_it_passes_the_year_before_and_what_is_no_analysis(text: str) -> None:
    assert not quotes(check, text)
