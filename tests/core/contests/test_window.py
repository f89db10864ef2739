"""Contests are taken on the days of the calendar, on those that the agency confirmed, and on no others."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.core.contests.window import check_days, may_contest, window_of
from prongsai.core.framework.calendar import Phase
from prongsai.core.framework.origin import Confidence, Origin

OPENS, CLOSES = date(2023, 6, 1), date(2023, 6, 15)


def _phase(code: str = "contest", sure: Confidence = Confidence.LIKELY) -> Phase:
    return Phase(code, "ชี้แจง", "Contest", OPENS, CLOSES, True, Origin("ita.md", sure))


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2023, 5, 31), "ยังไม่ถึงช่วงชี้แจง (1 มิ.ย. 66 – 15 มิ.ย. 66)"),
        (OPENS, ""),
        (CLOSES, ""),
        (date(2023, 6, 16), "ถือว่ายอมรับผล"),
    ],
)
def test_the_first_and_the_last_day_count(today: date, told: str) -> None:
    decision = may_contest(window_of([_phase("result"), _phase()]), today)
    assert bool(decision) == (not told)
    if decision.why:
        assert told in decision.why.th


def test_days_that_nobody_established_are_inferred_until_the_agency_confirms_them() -> None:
    inferred, sure = window_of([_phase()]), window_of([_phase(sure=Confidence.CERTAIN)])
    assert inferred is not None
    assert inferred.inferred
    assert sure is not None
    assert not sure.inferred
    own = window_of([_phase()], (date(2023, 7, 1), date(2023, 7, 5)))
    assert own is not None
    assert (own.opens, own.inferred, own.own) == (date(2023, 7, 1), False, True)


def test_another_years_calendar_says_nothing_of_this_one() -> None:
    assert window_of([_phase()], provisional=True) is None
    assert not may_contest(None, OPENS)


def test_a_window_that_ends_before_it_begins_is_none() -> None:
    assert not check_days(CLOSES, OPENS)
    assert check_days(OPENS, OPENS)
