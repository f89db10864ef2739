"""Lateness is derived from dates and status, never stored."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from prongsai.core.reports.reading import Status

#: A measure that ends within this time is due soon.
SOON = timedelta(days=30)


class Lateness(StrEnum):
    """How a measure stands against its period on a day."""

    DONE = "done"
    OVERDUE = "overdue"  # its last day has passed
    LATE_START = "late_start"  # it should have begun
    DUE_SOON = "due_soon"
    ON_TIME = "on_time"
    NO_DATES = "no_dates"  # the period could not be read as dates


def lateness(status: Status, starts_on: date | None, ends_on: date | None, today: date) -> Lateness:
    """How late a measure is on ``today``. A measure whose first third has gone without a start starts late."""
    if status is Status.DONE:
        return Lateness.DONE
    if starts_on is None or ends_on is None:
        return Lateness.NO_DATES
    if today > ends_on:
        return Lateness.OVERDUE
    if status is Status.NOT_STARTED and today > starts_on + (ends_on - starts_on) / 3:
        return Lateness.LATE_START
    return Lateness.DUE_SOON if ends_on - today <= SOON else Lateness.ON_TIME
