"""The phases of a year."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.core.framework.calendar import Phase, years_later
from prongsai.core.framework.origin import Confidence, Origin

PHASE = Phase("entry", "ตอบ", "Entry", date(2024, 2, 1), date(2024, 2, 29), True, Origin("ประกาศ", Confidence.CERTAIN))


def test_both_days_of_a_phase_belong_to_it() -> None:
    days = [date(2024, 1, 31), date(2024, 2, 1), date(2024, 2, 29), date(2024, 3, 1)]
    assert [PHASE.runs_on(day) for day in days] == [False, True, True, False]


def test_a_moved_phase_is_no_longer_certain_and_says_that_it_was_moved() -> None:
    moved = PHASE.moved(1)
    assert (moved.opens, moved.closes) == (date(2025, 2, 1), date(2025, 2, 28))
    assert moved.origin.confidence is Confidence.LIKELY
    assert "moved from another year" in moved.origin.source


def test_what_is_from_memory_stays_so_when_it_is_moved() -> None:
    remembered = Phase("x", "x", "x", PHASE.opens, PHASE.closes, True, Origin("m", Confidence.MEMORY))
    assert remembered.moved(2).origin.confidence is Confidence.MEMORY


@pytest.mark.parametrize(
    ("day", "years", "later"),
    [
        (date(2024, 2, 29), 1, date(2025, 2, 28)),
        (date(2023, 2, 28), 1, date(2024, 2, 29)),
        (date(2024, 2, 28), 1, date(2025, 2, 28)),
        (date(2024, 3, 31), 3, date(2027, 3, 31)),
    ],
)
def test_the_last_day_of_february_stays_the_last(day: date, years: int, later: date) -> None:
    assert years_later(day, years) == later
