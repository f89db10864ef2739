"""The clock of links: whose night it is, what is opened by night and by day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.utils import timezone

from prongsai.core.links.schedule import BANGKOK
from prongsai.web.links import actions, nightly
from prongsai.web.links.actions.nights import HOLD
from prongsai.web.links.models import Link, Night
from tests.cast import Cast
from tests.web.links.looks import watched
from tests.web.links.server import Site

TWO = time(2, 0)


class Clock:
    """The time that everybody sees."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, at: datetime) -> None:
        self.now = at
        monkeypatch.setattr(timezone, "now", lambda: self.now)


@pytest.fixture
def clock(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Two o'clock, a minute past, of the coming night: looks are stamped by the real clock."""
    return Clock(monkeypatch, nightly.night_of(timezone.now() + timedelta(days=1), TWO)[1] + timedelta(minutes=1))


def test_a_night_begins_at_its_time_in_thailand() -> None:
    before = datetime(2026, 4, 1, 18, 59, tzinfo=UTC)  # 01:59 of 2 April
    assert nightly.night_of(before, TWO) == (date(2026, 4, 1), datetime(2026, 4, 1, 2, tzinfo=BANGKOK))
    assert nightly.night_of(before + timedelta(minutes=1), TWO)[0] == date(2026, 4, 2)
    assert nightly.night_of(datetime(2026, 4, 2, 9, tzinfo=UTC), TWO)[0] == date(2026, 4, 2)


@pytest.mark.parametrize(
    ("text", "found"), [("02:00", TWO), ("2:00", TWO), (" 23:30 ", time(23, 30)), ("", None), (" ", None)]
)
def test_the_time_is_read(text: str, found: time | None) -> None:
    assert nightly.time_of_day(text) == found


@pytest.mark.parametrize("text", ["26:00", "two", "02.00", "02:00:00"])
def test_what_is_no_time_is_told_with_its_setting(text: str) -> None:
    with pytest.raises(ValueError, match="PRONGSAI_LINKS_AT"):
        nightly.time_of_day(text)


def test_of_two_servers_one_opens(clock: Clock, web: Site, cast: Cast) -> None:
    watched(cast.agency, f"{web.url}/1")
    assert actions.hold_night(day=nightly.night_of(clock.now, TWO)[0], holder="first") is not None
    opened = [nightly.look_at_the_clock(TWO, holder) for holder in ("second", "first", "first")]
    assert opened == [0, 1, 0] and web.asked["/1"] == 1  # once a night, by the one that holds it
    night = Night.objects.get()
    assert (night.opened, night.holder) == (1, "first") and night.finished_at is not None


def test_if_a_server_dies_another_goes_on_with_what_is_left(clock: Clock, web: Site, cast: Cast) -> None:
    watched(cast.agency, *(f"{web.url}/{number}" for number in range(5)))
    done: list[Link] = []

    def dies(link: Link) -> None:
        done.append(link)
        if len(done) == 2:
            raise SystemExit

    actions.hold_night(day=nightly.night_of(clock.now, TWO)[0], holder="first")
    with pytest.raises(SystemExit):
        actions.open_links(selection=actions.Selection(since=nightly.night_of(clock.now, TWO)[1]), on_kept=dies)
    # What was opened is stamped by the real clock: here that is before this night, so it says so itself.
    Link.objects.of(cast.agency).exclude(checked_at=None).update(checked_at=clock.now)
    clock.now += HOLD - timedelta(seconds=1)
    assert nightly.look_at_the_clock(TWO, "second") == 0
    clock.now += timedelta(seconds=2)
    assert nightly.look_at_the_clock(TWO, "second") == 3
    assert Night.objects.get().holder == "second"


def test_by_day_what_failed_once_is_tried_again_and_nothing_else(clock: Clock, web: Site, cast: Cast) -> None:
    web.pages["/bad"] = (500, b"")
    watched(cast.agency, f"{web.url}/bad", f"{web.url}/good")
    nightly.look_at_the_clock(TWO, "first")
    clock.now += timedelta(hours=4)
    watched(cast.agency, f"{web.url}/new", code="O1")
    Link.objects.of(cast.agency).update(due_at=clock.now)
    assert nightly.look_at_the_clock(TWO, "first") == 2
    assert (web.asked["/bad"], web.asked["/good"], web.asked["/new"]) == (2, 1, 1)


def test_the_night_is_held_on_to_while_links_are_opened(clock: Clock, web: Site, cast: Cast) -> None:
    watched(cast.agency, f"{web.url}/1")
    night = actions.hold_night(day=nightly.night_of(clock.now, TWO)[0], holder="first")
    assert night is not None
    heart = nightly.Heart(night, "first")
    link = Link.objects.of(cast.agency).get()
    clock.now += HOLD * 2
    heart(link)
    assert Night.objects.get().held_until == clock.now + HOLD


def test_a_fault_does_not_stop_the_clock(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    looks: list[str] = []

    def faulty(_at: time, holder: str) -> int:
        looks.append(holder)
        raise RuntimeError("the database went away")

    def sleep(_seconds: float) -> None:
        if len(looks) == 3:
            raise SystemExit

    def nothing(**_more: Any) -> None:
        return None

    monkeypatch.setattr(nightly, "look_at_the_clock", faulty)
    monkeypatch.setattr(nightly, "close_old_connections", nothing)
    with pytest.raises(SystemExit):
        nightly.keep_watch(TWO, sleep=sleep)
    assert len(set(looks)) == 1 and "tried again" in caplog.text
