"""When a link is opened next, when its owner is told, and when its answer is kept as proof."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from hashlib import sha256

from prongsai.core.links.link import State
from prongsai.core.thai.period import Period

BANGKOK = timezone(timedelta(hours=7))
#: Links are opened at night, when the servers of offices have little to do: from midnight, spread over these hours.
NIGHT = timedelta(hours=5)
#: After a first failure a link is tried again so soon; a hiccup is over by then, and an office day is not.
SOONER = timedelta(hours=3)
#: A failure that is so old and was seen twice is no hiccup.
_SURELY = timedelta(hours=1)
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


def next_opening(url: str, state: State, checks: int, now: datetime) -> datetime:
    """When a link is opened next, after it was found in ``state`` at ``now`` for the ``checks``-th time in a row.

    Nightly, each address at a minute of its own; within hours after a first failure; weekly where robots.txt says no.
    """
    if state is State.BROKEN and checks < 2:
        return now + SOONER
    return _night(url, now, 7 if state is State.UNKNOWN else 1)


def _night(url: str, now: datetime, days: int) -> datetime:
    local = now.astimezone(BANGKOK)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=days)
    share = int.from_bytes(sha256(url.encode(errors="replace")).digest()[:4]) / 2**32
    return midnight + NIGHT * share


def is_told(state: State, since: datetime, checks: int, now: datetime, *, told: bool) -> bool:
    """Whether the owner is told now: broken since ``since``, seen twice with time between, and not told of it yet."""
    return state is State.BROKEN and not told and checks >= 2 and now - since >= _SURELY


def is_receipt_due(
    last_at: datetime | None, last_sha256: str, sha256: str, now: datetime, judging: Iterable[Period] = ()
) -> bool:
    """Whether what a link shows is kept as proof now: where it is new or changed, else once a week.

    Once a day in the periods of ``judging``, when outsiders open the links. Days are Bangkok's.
    """
    if last_at is None or last_sha256 != sha256:
        return True
    today = now.astimezone(BANGKOK).date()
    passed = today - last_at.astimezone(BANGKOK).date()
    return passed >= (_DAY if _is_within(today, judging) else _WEEK)


def _is_within(day: date, periods: Iterable[Period]) -> bool:
    return any(period.start <= day <= period.end for period in periods)
