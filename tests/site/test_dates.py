"""Dates and digits on the screen."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from prongsai.web.site import clock
from prongsai.web.site.templatetags.thai import be_date, be_datetime, be_year, period, thai_digits


@pytest.mark.parametrize(("language", "said"), [("th", "8 ก.พ. 2566"), ("en", "8 Feb 2023")])
def test_a_date_is_said_in_the_era_of_the_reader(language: str, said: str) -> None:
    with translation.override(language):
        assert be_date(date(2023, 2, 8)) == said


def test_a_moment_is_said_in_the_time_of_thailand() -> None:
    moment = datetime(2023, 2, 7, 18, 5, tzinfo=UTC)
    with translation.override("th"):
        assert be_datetime(moment) == "8 ก.พ. 2566 01:05 น."
        assert be_date(moment) == "8 ก.พ. 2566"
    with translation.override("en"):
        assert be_datetime(moment) == "8 Feb 2023 01:05"


def test_nothing_is_said_of_no_date() -> None:
    assert (be_date(None), be_datetime(None), period(None, None)) == ("", "", "")


def test_a_year_shows_both_eras_in_english() -> None:
    with translation.override("th"):
        assert be_year(2566) == "2566"
    with translation.override("en"):
        assert be_year(2566) == "2566 (2022–2023)"


def test_a_period_runs_from_day_to_day() -> None:
    with translation.override("th"):
        assert period(date(2022, 10, 1), date(2023, 3, 31)) == "1 ต.ค. 2565 – 31 มี.ค. 2566"
        assert period(date(2023, 2, 8), date(2023, 2, 8)) == "8 ก.พ. 2566"


def test_digits_become_thai() -> None:
    assert thai_digits(2566) == "๒๕๖๖"


@pytest.mark.parametrize(("day", "year"), [(date(2025, 9, 30), 2568), (date(2025, 10, 1), 2569)])
def test_the_fiscal_year_begins_in_october(monkeypatch: pytest.MonkeyPatch, day: date, year: int) -> None:
    monkeypatch.setattr(clock, "today", lambda: day)
    assert clock.this_fiscal_year() == year
