"""The clock of links: once a night all of the installation are opened, in the day what failed once is tried again.

Each server has one. They agree by the row of the night (models.Night): one opens, the others stand by.
"""

from __future__ import annotations

import logging
import os
import secrets
import socket
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from datetime import time as clock_time

from django.db import close_old_connections
from django.utils import timezone

from prongsai.core.links.schedule import BANGKOK
from prongsai.web.links import actions
from prongsai.web.links.models import Link, Night

logger = logging.getLogger(__name__)

#: Links that are due so soon after the night's check begins are opened with it: each has a minute of its own at night.
AHEAD = timedelta(hours=12)
#: Seconds between two looks at the clock.
LOOK_EVERY = 30.0
#: So often whoever opens links says that it is still there.
HEARTBEAT = timedelta(minutes=1)


def time_of_day(text: str) -> clock_time | None:
    """``02:00`` or ``2:00``; None where it is empty. ValueError names what it should be."""
    if not text.strip():
        return None
    try:
        return datetime.strptime(text.strip(), "%H:%M").time()
    except ValueError:
        raise ValueError(f"PRONGSAI_LINKS_AT is {text!r}: write a time such as 02:00, or nothing for never") from None


def night_of(now: datetime, at: clock_time) -> tuple[date, datetime]:
    """The night that began last, by its day, and when it began. One that nobody was up for is made up for by day."""
    local = now.astimezone(BANGKOK)
    begun = local.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)
    if begun > local:
        begun -= timedelta(days=1)
    return begun.date(), begun


def keep_watch(at: clock_time, *, sleep: Callable[[float], None] = time.sleep) -> None:
    """Never ends. A fault is told in the log, and tried again at the next look at the clock."""
    holder = f"{socket.gethostname()[:20]}-{os.getpid()}-{secrets.token_hex(3)}"
    while True:
        try:
            close_old_connections()
            look_at_the_clock(at, holder)
        except Exception:
            logger.exception("the nightly check of links stopped; it is tried again")
        sleep(LOOK_EVERY)


def look_at_the_clock(at: clock_time, holder: str) -> int:
    """Open what is to be opened now, if this is the server that does; returns how many looks were kept."""
    now = timezone.now()
    day, begun = night_of(now, at)
    night = actions.hold_night(day=day, holder=holder)
    if night is None:
        return 0
    if night.finished_at is not None:  # by day: what failed once at night, what is new, what somebody waits for
        selection = actions.Selection(since=now, by=now, pressing=True)
        return open_and_tell(selection, Heart(night, holder))
    opened = open_and_tell(actions.Selection(since=begun, by=now + AHEAD), Heart(night, holder))
    actions.finish_night(day=day, opened=opened)
    logger.info("the nightly check of links has opened %s", opened)
    return opened


def open_and_tell(selection: actions.Selection, on_kept: Callable[[Link], None] | None = None) -> int:
    """Open them, then tell the owners of what broke and of what opens again; returns how many looks were kept."""
    opened = actions.open_links(selection=selection, on_kept=on_kept)
    actions.tell_owners(agencies=selection.agencies)
    return opened


class Heart:
    """Says now and then that this server is still at it."""

    def __init__(self, night: Night, holder: str) -> None:
        self._night, self._holder, self._beat_at = night, holder, timezone.now()

    def __call__(self, _link: Link) -> None:
        if timezone.now() - self._beat_at >= HEARTBEAT:
            self._beat_at = timezone.now()
            actions.hold_night(day=self._night.day, holder=self._holder)
