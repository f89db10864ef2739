"""How much of a time a link could be opened."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from prongsai.core.links.link import State
from prongsai.core.links.uptime import SILENCE, Stretch, days, held, uptime

START = datetime(2026, 4, 1, tzinfo=UTC)
DAY = timedelta(days=1)


def stretch(state: State, first: int, last: int) -> Stretch:
    return Stretch(state, START + DAY * first, START + DAY * last)


def test_a_state_holds_until_the_next_look() -> None:
    found = uptime(
        [stretch(State.FINE, 0, 5), stretch(State.BROKEN, 6, 7), stretch(State.FINE, 8, 10)], START, START + 10 * DAY
    )
    assert (found.known, found.up) == (10 * DAY, 8 * DAY)
    assert found.percent == Decimal("80.00")


def test_only_the_time_asked_for_counts() -> None:
    found = uptime([stretch(State.BROKEN, 0, 5), stretch(State.FINE, 5, 10)], START + 4 * DAY, START + 6 * DAY)
    assert found.percent == Decimal("50.00")


def test_what_nobody_looked_at_is_not_known() -> None:
    gap = (SILENCE + DAY).days
    found = uptime([stretch(State.FINE, 0, 2), stretch(State.BROKEN, 2 + gap, 3 + gap)], START, START + 90 * DAY)
    assert (found.known, found.up) == (3 * DAY, 2 * DAY)


def test_without_a_look_nothing_is_known() -> None:
    assert list(held([])) == []
    assert uptime([], START, START + DAY).percent is None


def test_a_page_that_asks_not_to_be_opened_is_neither_up_nor_down() -> None:
    assert uptime([stretch(State.UNKNOWN, 0, 9)], START, START + 9 * DAY).percent is None


@pytest.mark.parametrize("minutes", [1, 60])
def test_less_than_all_is_never_called_a_hundred(minutes: int) -> None:
    down = Stretch(State.BROKEN, START + 300 * DAY, START + 300 * DAY)
    up = Stretch(State.FINE, down.first_at + timedelta(minutes=minutes), START + 365 * DAY)
    found = uptime([stretch(State.FINE, 0, 300), down, up], START, START + 365 * DAY).percent
    assert found is not None and Decimal("99.9") < found < 100


def test_a_doubtful_page_opens() -> None:
    assert uptime([stretch(State.DOUBTFUL, 0, 3)], START, START + 3 * DAY).percent == 100


def test_the_order_in_which_stretches_come_changes_nothing() -> None:
    one, two = stretch(State.FINE, 0, 2), stretch(State.BROKEN, 3, 4)
    assert list(held([two, one])) == list(held([one, two]))


def test_a_phase_begins_and_ends_at_midnight_in_bangkok() -> None:
    begin, end = days(date(2026, 3, 1), date(2026, 4, 30))
    assert begin == datetime(2026, 2, 28, 17, tzinfo=UTC)
    assert end == datetime(2026, 4, 30, 17, tzinfo=UTC)
