"""Rounds: their days, and the lock."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.core.measures.rounds import (
    LockedRound,
    may_be_due,
    may_give_leave,
    may_write_on,
    usual_due,
)
from prongsai.core.thai.fiscal import RoundKind
from prongsai.core.thai.period import Period

TODAY = date(2026, 4, 20)
FIRST_HALF = LockedRound(Period(date(2025, 10, 1), date(2026, 3, 31)))


def _why(decision: object) -> str:
    return str(getattr(decision, "why", ""))


@pytest.mark.parametrize(
    ("kind", "last"),
    [
        (RoundKind.SIX_MONTHS, date(2026, 3, 31)),
        (RoundKind.SECOND_HALF, date(2026, 9, 30)),
        (RoundKind.YEARLY, date(2026, 9, 30)),
    ],
)
def test_a_round_is_usually_due_on_its_last_day(kind: RoundKind, last: date) -> None:
    assert usual_due(kind, 2569) == last
    assert may_be_due(kind, 2569, last)


def test_it_is_due_neither_before_it_begins_nor_long_after_it_ended() -> None:
    assert may_be_due(RoundKind.SIX_MONTHS, 2569, date(2026, 4, 10))
    assert "๓๑ มีนาคม ๒๕๖๙" not in _why(may_be_due(RoundKind.SIX_MONTHS, 2569, date(2025, 9, 30)))
    assert "๑ ตุลาคม ๒๕๖๘" in _why(may_be_due(RoundKind.SIX_MONTHS, 2569, date(2025, 9, 30)))
    assert not may_be_due(RoundKind.SIX_MONTHS, 2569, date(2026, 9, 30))


def test_it_takes_a_day_of_the_year_that_has_come() -> None:
    for day in (date(2025, 10, 1), TODAY):
        assert may_write_on(day, today=TODAY, fiscal_year=2569, division=1, locked=())


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2025, 9, 30), "ปีงบประมาณ"),
        (date(2026, 10, 1), "ปีงบประมาณ"),
        (date(2026, 4, 21), "ยังมาไม่ถึง"),
        (date(2026, 3, 31), "ปิดแล้ว"),
    ],
)
def test_it_says_why_a_day_cannot_be_written(day: date, words: str) -> None:
    decision = may_write_on(day, today=TODAY, fiscal_year=2569, division=1, locked=[FIRST_HALF])
    assert words in _why(decision)


def test_the_day_after_a_locked_round_is_open() -> None:
    assert may_write_on(date(2026, 4, 1), today=TODAY, fiscal_year=2569, division=1, locked=[FIRST_HALF])


def test_an_exception_serves_one_division_until_its_day() -> None:
    leave = LockedRound(FIRST_HALF.period, {7: date(2026, 4, 20)})

    def allowed(division: int | None, today: date) -> bool:
        day = date(2026, 3, 1)
        return bool(may_write_on(day, today=today, fiscal_year=2569, division=division, locked=[leave]))

    assert allowed(7, date(2026, 4, 20))
    assert not allowed(7, date(2026, 4, 21))
    assert not allowed(8, date(2026, 4, 20))
    assert not allowed(None, date(2026, 4, 20))


def test_an_exception_for_one_round_does_not_open_another_that_is_locked_too() -> None:
    half = LockedRound(FIRST_HALF.period, {7: TODAY})
    year = LockedRound(Period(date(2025, 10, 1), date(2026, 9, 30)))
    assert not may_write_on(date(2026, 3, 1), today=TODAY, fiscal_year=2569, division=7, locked=[half, year])


@pytest.mark.parametrize(
    ("locked", "until", "reason", "words"),
    [
        (False, TODAY, "น้ำท่วม", "ยังไม่ปิด"),
        (True, date(2026, 4, 19), "น้ำท่วม", "ผ่านไปแล้ว"),
        (True, TODAY, "  ", "เหตุผล"),
    ],
)
def test_leave_needs_a_lock_a_day_to_come_and_a_reason(locked: bool, until: date, reason: str, words: str) -> None:
    assert words in _why(may_give_leave(locked=locked, until=until, today=TODAY, reason=reason))


def test_leave_is_given_where_all_is_there() -> None:
    assert may_give_leave(locked=True, until=TODAY, today=TODAY, reason="น้ำท่วมสำนักงาน")
