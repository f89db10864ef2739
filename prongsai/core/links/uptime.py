"""How much of a time a link could be opened, from the stretches in which every look found the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from prongsai.core.links.link import State
from prongsai.core.links.schedule import BANGKOK

#: A look says nothing of a time so much later: what was not looked at is not known.
SILENCE = timedelta(days=8)
_NOTHING = timedelta()


@dataclass(frozen=True, slots=True)
class Stretch:
    """From the first look that found ``state`` to the last."""

    state: State
    first_at: datetime
    last_at: datetime


@dataclass(frozen=True, slots=True)
class Uptime:
    """Of the time ``known``, the link could be opened for ``up``."""

    known: timedelta = _NOTHING
    up: timedelta = _NOTHING

    @property
    def percent(self) -> Decimal | None:
        """Two decimals, rounded down: less than all is never called 100. None where nothing is known."""
        if not self.known:
            return None
        return Decimal(self.up * 10_000 // self.known).scaleb(-2)


def uptime(stretches: Iterable[Stretch], start: datetime, end: datetime) -> Uptime:
    """How it was from ``start`` to ``end``. What a look finds holds until the next, but no longer than ``SILENCE``.

    Time whose state is UNKNOWN is not known. A doubtful link opens: it counts as up.
    """
    known = up = _NOTHING
    for state, begins, ends in held(stretches):
        within = min(ends, end) - max(begins, start)
        if within > _NOTHING and state is not State.UNKNOWN:
            known += within
            up += within if state is not State.BROKEN else _NOTHING
    return Uptime(known, up)


def held(stretches: Iterable[Stretch]) -> Iterator[tuple[State, datetime, datetime]]:
    """(state, from, to) in order of time: each state until the next look, where that came soon enough."""
    ordered = sorted(stretches, key=lambda one: one.first_at)
    for one, following in zip(ordered, [*ordered, None][1:], strict=True):
        soon = following is not None and following.first_at - one.last_at <= SILENCE
        yield one.state, one.first_at, following.first_at if soon and following else one.last_at


def days(first: date, last: date) -> tuple[datetime, datetime]:
    """From the beginning of the first day to the end of the last, in Bangkok."""
    begin = datetime.combine(first, time(), BANGKOK)
    return begin, datetime.combine(last, time(), BANGKOK) + timedelta(days=1)
