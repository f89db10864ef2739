"""Periods as officials write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.thai.fiscal import FiscalYear, RoundKind, fiscal_year_of, round_dates
from prongsai.core.thai.periods import Period, format_period, parse_period
from prongsai.core.thai.unreadable import Unreadable

FORMS = [
    ("ก.พ. - ก.ย.๖๖", None, "2023-02-01", "2023-09-30"),
    ("ก.พ.- ก.ย.๖๖", None, "2023-02-01", "2023-09-30"),
    ("ก.พ...- ก.ย.๖๖", None, "2023-02-01", "2023-09-30"),
    ("มี.ค. - ก.ย.๖๖", None, "2023-03-01", "2023-09-30"),
    ("เดือน ต.ค. ๖๔ - ก.ย. ๖๕", None, "2021-10-01", "2022-09-30"),
    ("ต.ค. ๖๔- ก.ย. ๖๕", None, "2021-10-01", "2022-09-30"),
    ("เดือน ก.พ. - มี.ค. ๖๕", None, "2022-02-01", "2022-03-31"),
    ("ต.ค. - มี.ค. ๖๖", None, "2022-10-01", "2023-03-31"),
    ("ตุลาคม ๒๕๖๕ – มีนาคม ๒๕๖๖", None, "2022-10-01", "2023-03-31"),
    ("ปีงบประมาณ ๒๕๖๖", None, "2022-10-01", "2023-09-30"),
    ("ปีงบประมาณ พ.ศ. 2568", None, "2024-10-01", "2025-09-30"),
    ("ตลอดปีงบประมาณ", 2566, "2022-10-01", "2023-09-30"),
    ("ตลอดทั้งปี", 2566, "2022-10-01", "2023-09-30"),
    ("ต.ค.-ธ.ค.", 2569, "2025-10-01", "2025-12-31"),
    ("ภายในเดือน มีนาคม ๒๕๖๖", None, "2022-10-01", "2023-03-31"),
    ("๑ ต.ค. ๖๕ – ๓๑ มี.ค. ๖๖", None, "2022-10-01", "2023-03-31"),
    ("ไตรมาสที่ ๒", 2570, "2027-01-01", "2027-03-31"),
    ("รอบ ๖ เดือน", 2570, "2026-10-01", "2027-03-31"),
    ("รอบ ๖ เดือนหลัง", 2570, "2027-04-01", "2027-09-30"),
]


@pytest.mark.parametrize(("text", "year", "start", "end"), FORMS)
def test_it_reads_the_forms_of_real_reports(text: str, year: int | None, start: str, end: str) -> None:
    assert parse_period(text, year) == Period(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize("text", ["", "ตลอดปีงบประมาณ", "ต.ค. - มี.ค.", "๗.๑. ๒๕๖๘ ๗.๒. ๒๕๖๘", "เร็ว ๆ นี้"])
def test_it_says_what_it_saw_where_it_cannot_read(text: str) -> None:
    found = parse_period(text)
    assert isinstance(found, Unreadable)
    assert found.saw == text


@given(st.text(max_size=60), st.none() | st.integers(2500, 2600))
def test_it_never_raises(text: str, year: int | None) -> None:
    assert isinstance(parse_period(text, year), Period | Unreadable)


@given(st.dates(date(1960, 1, 1), date(2056, 12, 31)), st.integers(0, 900), st.booleans())
def test_it_reads_back_what_it_writes(start: date, days: int, thai: bool) -> None:
    end = date.fromordinal(start.toordinal() + days)
    period = Period(start, end)
    assert parse_period(format_period(period, thai_digits=thai)) == period


@given(st.integers(2500, 2600))
def test_it_knows_the_year_of_every_month(year: int) -> None:
    whole = FiscalYear(year)
    assert {fiscal_year_of(month) for month in whole.months()} == {year}
    assert fiscal_year_of(whole.start) == fiscal_year_of(whole.end) == year
    assert round_dates(year, RoundKind.SIX_MONTHS).end < round_dates(year, RoundKind.SECOND_HALF).start
