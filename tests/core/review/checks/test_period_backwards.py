"""A period that ends before it begins."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import period_backwards as check
from tests.core.review.papers import look, measure


@pytest.mark.parametrize("period", ["ก.ย. ๖๖ - ก.พ. ๖๖", "๓๐ กันยายน ๒๕๖๖ - ๑ ตุลาคม ๒๕๖๕"])
def test_it_finds_an_end_before_its_beginning(period: str) -> None:
    assert [one.quote for one in look(check, measure(period=period))] == [period]


@pytest.mark.parametrize("period", ["ก.พ. ๖๖ - ก.ย. ๖๖", "ต.ค. - ก.ย. ๖๖", "ต.ค. ๖๕", "ตลอดปี"])
def test_it_passes_what_runs_forwards(period: str) -> None:
    assert not look(check, measure(period=period))
