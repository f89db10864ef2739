"""A period that lies outside the fiscal year of the paper."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import period_outside_year as check
from prongsai.core.review.finding import Severity
from tests.core.review.papers import look, measure


@pytest.mark.parametrize(
    ("period", "severity"),
    [("ต.ค. ๖๓ - ก.ย. ๖๔", Severity.ERROR), ("ต.ค. ๖๕ - ธ.ค. ๖๖", Severity.WARNING)],
)
def test_it_finds_periods_outside_and_beyond_the_year(period: str, severity: Severity) -> None:
    assert [one.severity for one in look(check, measure(period=period))] == [severity]


@pytest.mark.parametrize("period", ["ต.ค. ๖๕ - ก.ย. ๖๖", "ตลอดปีงบประมาณ", "ก.พ. - ก.ย. ๖๖", "๗.๑. ๒๕๖๘", None])
def test_it_passes_periods_within_and_unreadable_ones(period: str | None) -> None:
    assert not look(check, measure(period=period))
