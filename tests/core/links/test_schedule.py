"""When a link is opened, when its owner hears of it, and when its answer is kept."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from prongsai.core.links.link import State
from prongsai.core.links.schedule import BANGKOK, NIGHT, SOONER, is_receipt_due, is_told, next_opening
from prongsai.core.thai.period import Period

URL = "https://www.nongphailai.go.th/o12"
NOON = datetime(2026, 4, 2, 12, tzinfo=BANGKOK)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
JUDGING = [Period(date(2026, 5, 1), date(2026, 5, 31))]


@pytest.mark.parametrize("state", [State.FINE, State.DOUBTFUL])
def test_a_link_is_opened_the_next_night(state: State) -> None:
    due = next_opening(URL, state, 9, NOON)
    assert due.date() == date(2026, 4, 3)
    assert due - datetime(2026, 4, 3, tzinfo=BANGKOK) < NIGHT


def test_the_night_is_that_of_bangkok() -> None:
    late = datetime(2026, 4, 2, 20, tzinfo=UTC)  # three in the morning of the third
    assert next_opening(URL, State.FINE, 1, late).date() == date(2026, 4, 4)


def test_the_links_are_spread_over_the_night() -> None:
    hours = {next_opening(f"{URL}/{at}", State.FINE, 1, NOON).hour for at in range(200)}
    assert hours == {0, 1, 2, 3, 4}


def test_after_a_first_failure_it_is_opened_sooner_and_then_nightly() -> None:
    assert next_opening(URL, State.BROKEN, 1, NOON) == NOON + SOONER
    assert next_opening(URL, State.BROKEN, 2, NOON).date() == date(2026, 4, 3)


def test_where_robots_ask_not_to_it_is_asked_weekly() -> None:
    assert next_opening(URL, State.UNKNOWN, 1, NOON).date() == date(2026, 4, 9)


def test_a_hiccup_of_a_night_makes_no_noise() -> None:
    assert not is_told(State.BROKEN, NOON, 1, NOON, told=False)
    assert not is_told(State.BROKEN, NOON, 2, NOON + HOUR / 2, told=False)  # asked twice at once by a person


def test_two_failures_within_a_day_are_told_once() -> None:
    assert is_told(State.BROKEN, NOON, 2, NOON + SOONER, told=False)
    assert not is_told(State.BROKEN, NOON, 3, NOON + DAY, told=True)
    assert not is_told(State.DOUBTFUL, NOON, 9, NOON + DAY, told=False)


def test_a_receipt_is_due_for_what_is_new_or_changed() -> None:
    assert is_receipt_due(None, "", "aa", NOON)
    assert is_receipt_due(NOON - HOUR, "aa", "bb", NOON)
    assert not is_receipt_due(NOON - HOUR, "aa", "aa", NOON)


def test_what_stays_is_kept_weekly() -> None:
    assert not is_receipt_due(NOON - 6 * DAY, "aa", "aa", NOON)
    assert is_receipt_due(NOON - 7 * DAY, "aa", "aa", NOON)
    assert is_receipt_due(NOON - 7 * DAY + 5 * HOUR, "aa", "aa", NOON)  # days count, for the minute of the night varies


def test_it_is_kept_daily_while_outsiders_look() -> None:
    may = datetime(2026, 5, 31, 23, tzinfo=BANGKOK)
    assert is_receipt_due(may - DAY, "aa", "aa", may, JUDGING)
    assert not is_receipt_due(may - HOUR, "aa", "aa", may, JUDGING)
    assert not is_receipt_due(may, "aa", "aa", may + DAY, JUDGING)
