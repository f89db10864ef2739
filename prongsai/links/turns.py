"""Whose turn it is: each host has a queue of its own, so that one that hangs keeps nobody else waiting.

Knows no clock and no network: times are given, in seconds.
"""

from __future__ import annotations

import heapq
from collections import deque
from dataclasses import dataclass, field
from itertools import count

from prongsai.core.links.link import Failure
from prongsai.links.robots import REFUSAL_AGE, Rules
from prongsai.links.visits import Visit

#: Hosts with nothing to do are forgotten when there are more than this.
_HOSTS_KEPT = 4000


@dataclass(slots=True)
class Host:
    """One host. ``rules`` by scheme and name; ``learning``: whose robots.txt is on its way, until when pages wait."""

    place: str
    waiting: deque[Visit] = field(default_factory=deque)
    urgent: deque[Visit] = field(default_factory=deque)
    running: int = 0
    listed: bool = False
    next_at: float = 0.0
    delay: float = 0.0
    rules: dict[str, Rules] = field(default_factory=dict)
    learning: set[str] = field(default_factory=set)
    silent: int = 0
    gave_up: tuple[float, Failure] | None = None

    @property
    def has_more(self) -> bool:
        """Whether a connection to it is worth keeping."""
        return bool(self.waiting or self.urgent)

    def rules_for(self, site: str, now: float) -> Rules | None:
        """What is known of the site's robots.txt; None where it must be asked."""
        found = self.rules.get(site)
        return found if found is not None and now < found.until else None

    def heard(self, failure: Failure | None, patience: int, now: float) -> None:
        """It answered, or failed to. After enough failures in a row it is left alone for a while."""
        self.silent = self.silent + 1 if failure else 0
        self.gave_up = (now + REFUSAL_AGE, failure) if failure and self.silent >= patience else None

    def gone(self, now: float) -> Failure | None:
        """How it failed again and again, while it is left alone."""
        return self.gave_up[1] if self.gave_up and now < self.gave_up[0] else None


class Turns:
    """The queues of all hosts. No host is given more than ``per_host`` at once, nor oftener than its interval."""

    def __init__(self, per_host: int, interval: float) -> None:
        self._per_host, self._interval = per_host, interval
        self._hosts = dict[str, Host]()
        self._ready = deque[Host]()
        self._later: list[tuple[float, int, Host | Visit]] = []
        self._number = count()

    @property
    def hosts_known(self) -> int:
        """How many are remembered."""
        return len(self._hosts)

    def host(self, place: str) -> Host:
        """The host of that name."""
        found = self._hosts.get(place)
        if found is None:
            if len(self._hosts) >= _HOSTS_KEPT:
                self._forget()
            found = self._hosts[place] = Host(place)
        return found

    def add(self, visit: Visit, now: float, *, first: bool = False) -> None:
        """A visit waits for its turn: at the end, or first where it is under way already."""
        host = self.host(visit.place)
        queue = host.urgent if visit.robots_of else host.waiting
        if first:
            queue.appendleft(visit)
        else:
            queue.append(visit)
        self._list(host, now)

    def add_later(self, visit: Visit, due: float) -> None:
        """A visit that is tried again then."""
        heapq.heappush(self._later, (due, next(self._number), visit))

    def take(self, now: float) -> Visit | None:
        """The next visit that may begin now. Hosts come in turn."""
        self._wake(now)
        if not self._ready:
            return None
        host = self._ready.popleft()
        host.listed = False
        visit = (host.urgent or host.waiting).popleft()
        host.running += 1
        host.next_at = now + max(self._interval, host.delay)
        self._list(host, now)
        return visit

    def done(self, visit: Visit, now: float, *, asked: bool = True) -> None:
        """A visit has ended; one that asked the host for nothing costs the next no time."""
        host = self.host(visit.place)
        host.running -= 1
        if not asked:
            host.next_at = now
        self._list(host, now)

    def learnt(self, site: str, place: str, rules: Rules, now: float) -> None:
        """The site's robots.txt is known: its pages may go on."""
        host = self.host(place)
        host.rules[site] = rules
        host.delay = max(host.delay, rules.delay)
        host.learning.discard(site)
        self._list(host, now)

    def wakes_at(self) -> float | None:
        """When something may begin that may not now, if no visit ends before."""
        return self._later[0][0] if self._later else None

    def _wake(self, now: float) -> None:
        while self._later and self._later[0][0] <= now:
            one = heapq.heappop(self._later)[2]
            if isinstance(one, Host):
                one.listed = False
                self._list(one, now)
            else:
                self.add(one, now, first=True)

    def _list(self, host: Host, now: float) -> None:
        able = host.urgent or (host.waiting and not host.learning)
        if host.listed or not able or host.running >= self._per_host:
            return
        host.listed = True
        if host.next_at <= now:
            self._ready.append(host)
        else:
            heapq.heappush(self._later, (host.next_at, next(self._number), host))

    def _forget(self) -> None:
        idle = [one for one in self._hosts.values() if not (one.running or one.listed or one.has_more or one.learning)]
        for one in idle[: _HOSTS_KEPT // 2]:
            del self._hosts[one.place]
