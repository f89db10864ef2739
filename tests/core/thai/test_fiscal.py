"""Fiscal years and rounds."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.thai.fiscal import FiscalYear, RoundKind, buddhist_year, fiscal_year_of, round_dates
from prongsai.core.thai.period import Period


def test_it_names_a_fiscal_year_by_its_end() -> None:
    year = FiscalYear(2566)
    assert (year.start, year.end) == (date(2022, 10, 1), date(2023, 9, 30))
    assert fiscal_year_of(date(2022, 9, 30)) == 2565
    assert fiscal_year_of(date(2022, 10, 1)) == 2566


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_it_contains_exactly_its_days(day: date) -> None:
    year = FiscalYear(fiscal_year_of(day))
    assert year.contains(day)
    assert not FiscalYear(year.year + 1).contains(day) and not FiscalYear(year.year - 1).contains(day)


def test_it_has_its_months_in_order() -> None:
    months = FiscalYear(2566).months()
    assert len(months) == 12 and list(months) == sorted(months)
    assert (months[0], months[-1]) == (date(2022, 10, 1), date(2023, 9, 1))


@given(st.integers(2500, 2600))
def test_it_divides_a_year_into_two_rounds_without_a_gap(year: int) -> None:
    first, second, whole = (round_dates(year, kind) for kind in RoundKind)
    assert (first.start, second.end) == (whole.start, whole.end)
    assert first.end + timedelta(days=1) == second.start


def test_it_takes_years_of_two_digits() -> None:
    assert buddhist_year(66) == 2566 == buddhist_year(2566)
    assert round_dates(66, RoundKind.SIX_MONTHS) == Period(date(2022, 10, 1), date(2023, 3, 31))


def test_it_refuses_a_period_that_ends_before_it_begins() -> None:
    with pytest.raises(ValueError, match="before"):
        Period(date(2023, 1, 2), date(2023, 1, 1))
