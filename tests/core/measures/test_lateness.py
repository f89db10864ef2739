"""Lateness of a measure on a day."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.core.measures.lateness import Lateness, lateness
from prongsai.core.reports.reading import Status

START, END = date(2025, 10, 1), date(2026, 9, 30)


@pytest.mark.parametrize(
    ("status", "today", "expected"),
    [
        (Status.DONE, date(2027, 1, 1), Lateness.DONE),
        (Status.IN_PROGRESS, date(2026, 10, 1), Lateness.OVERDUE),
        (Status.IN_PROGRESS, date(2026, 9, 30), Lateness.DUE_SOON),
        (Status.IN_PROGRESS, date(2026, 8, 30), Lateness.ON_TIME),
        (Status.NOT_STARTED, date(2025, 12, 1), Lateness.ON_TIME),
        (Status.NOT_STARTED, date(2026, 3, 1), Lateness.LATE_START),
        (Status.NOT_STARTED, date(2026, 10, 1), Lateness.OVERDUE),
    ],
)
def test_it_derives_lateness_from_dates_and_status(status: Status, today: date, expected: Lateness) -> None:
    assert lateness(status, START, END, today) is expected


def test_it_says_so_where_the_period_has_no_dates() -> None:
    assert lateness(Status.IN_PROGRESS, None, None, START) is Lateness.NO_DATES
