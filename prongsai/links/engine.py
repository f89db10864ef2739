"""Opens links, thousands in a row and hundreds at once, politely; gives each with its verdict as soon as it is there.

One loop, no task but for what is under way: a visit is one request at one host, and goes back into the queues after a
redirect, a pause, or a robots.txt. So a link costs its host what the limits say, whichever way it came there.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterable, Callable, Coroutine, Iterable
from contextlib import aclosing
from datetime import UTC, datetime
from typing import Any

from yarl import URL

from prongsai.core.links.link import Failure, Fetched, Request
from prongsai.links.checking import Checked
from prongsai.links.exchange import Answer, Fault, Opener
from prongsai.links.limits import Limits
from prongsai.links.robots import rules_of
from prongsai.links.turns import Turns
from prongsai.links.verdicts import Archive, Judge
from prongsai.links.visits import Again, Onward, Visit, after, begun, fetched, robots_visit

logger = logging.getLogger(__name__)
Requests = Iterable[Request] | AsyncIterable[Request]
#: Failures that say something of the whole host.
_SILENCE = frozenset({Failure.NO_SUCH_HOST, Failure.REFUSED, Failure.TIME_OUT})
#: Links read from a list before others have their turn.
_AT_A_TIME = 100


def _utc_now() -> datetime:
    return datetime.now(UTC)


async def check_links(
    requests: Requests,
    *,
    limits: Limits,
    archive: Archive | None = None,
    now: Callable[[], datetime] = _utc_now,
    opener: Opener | None = None,
) -> AsyncGenerator[Checked, None]:
    """Every link with what was found, in the order in which they end. What is wrong with a link stands in its result.

    Raises only what ``requests`` or the archive raise. Reads ahead as far as the limits say and holds no more results
    than may be open at once, however slowly they are taken.
    """
    run = _Run(limits, opener or Opener(limits), Judge(archive), now)
    try:
        async with aclosing(run.results(requests)) as results:
            async for checked in results:
                yield checked
    finally:
        await run.close()


class _Run:
    def __init__(self, limits: Limits, opener: Opener, judge: Judge, now: Callable[[], datetime]) -> None:
        self._limits, self._opener, self._judge, self._now = limits, opener, judge, now
        self._loop = asyncio.get_running_loop()
        self._turns = Turns(limits.per_host, limits.interval)
        self._ahead = asyncio.Semaphore(limits.ahead)
        self._tasks = set[asyncio.Task[None]]()
        self._finished = deque[tuple[Checked, int]]()
        self._fault: BaseException | None = None
        self._busy = self._known = 0
        self._changed = asyncio.Event()
        self._alarm: asyncio.TimerHandle | None = None

    async def results(self, requests: Requests) -> AsyncGenerator[Checked, None]:
        """Each link as soon as it is judged."""
        feeding = self._loop.create_task(self._feed(requests))
        try:
            while not (feeding.done() and self._known == 0):
                await self._changed.wait()
                self._changed.clear()
                while self._finished and self._fault is None:
                    checked, held = self._finished.popleft()
                    yield checked
                    del checked
                    await self._opener.room.give_back(held)
                    self._busy -= 1
                    self._known -= 1
                    self._ahead.release()
                    self._begin()
                if self._fault is not None:
                    raise self._fault
            await feeding
        finally:
            feeding.cancel()
            await asyncio.gather(feeding, return_exceptions=True)

    async def close(self) -> None:
        """Ends what is under way."""
        if self._alarm is not None:
            self._alarm.cancel()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._opener.close()
        await self._judge.close()

    async def _feed(self, requests: Requests) -> None:
        try:
            if isinstance(requests, AsyncIterable):
                async for request in requests:
                    await self._ahead.acquire()
                    self._add(request)
                return
            for number, request in enumerate(requests):
                await self._ahead.acquire()
                self._add(request)
                if number % _AT_A_TIME == 0:
                    await asyncio.sleep(0)
        finally:
            self._changed.set()

    def _add(self, request: Request) -> None:
        visit = begun(request, self._limits)
        self._known += 1
        if isinstance(visit, Fault):
            self._busy += 1
            nowhere = Visit(request, "", "")
            self._spawn(self._finish(nowhere, visit))
            return
        self._turns.add(visit, self._loop.time())
        self._begin()

    def _begin(self) -> None:
        """Begins whatever may begin now, and sets the alarm for what may later."""
        while self._busy < self._limits.at_once:
            now = self._loop.time()
            visit = self._turns.take(now)
            if visit is None:
                break
            self._busy += 1
            try:
                self._begin_one(visit, now)
            except Exception as fault:  # told to whoever takes the results, who would wait for ever
                self._fault = fault
                self._changed.set()
                raise
        self._set_alarm()

    def _begin_one(self, visit: Visit, now: float) -> None:
        host = self._turns.host(visit.place)
        if gone := host.gone(now):
            self._without_asking(visit, now, gone)
        elif visit.robots_of:
            self._spawn(self._ask(visit))
        elif (rules := host.rules_for(visit.site, now)) is None:
            host.learning.add(visit.site)
            self._turns.add(visit, now, first=True)
            self._turns.add(robots_visit(visit), now)
            self._turns.done(visit, now, asked=False)
            self._busy -= 1
        elif refusal := rules.refuses(visit.url):
            self._without_asking(visit, now, refusal)
        else:
            self._spawn(self._ask(visit))

    def _without_asking(self, visit: Visit, now: float, failure: Failure) -> None:
        self._turns.done(visit, now, asked=False)
        self._spawn(self._end(visit, Fault(failure)))

    def _set_alarm(self) -> None:
        due = self._turns.wakes_at() if self._busy < self._limits.at_once else None
        if self._alarm is not None:
            if self._alarm.when() == due:
                return
            self._alarm.cancel()
        self._alarm = None if due is None else self._loop.call_at(due, self._woken)

    def _woken(self) -> None:
        self._alarm = None
        self._begin()

    async def _ask(self, visit: Visit) -> None:
        """One request, and what follows from it."""
        result = await self._opened(visit)
        now = self._loop.time()
        host = self._turns.host(visit.place)
        silent = result.failure if isinstance(result, Fault) and result.failure in _SILENCE else None
        host.heard(silent, self._limits.patience, now)
        self._turns.done(visit, now)
        step = after(visit, result, self._limits, self._now(), random.random())  # noqa: S311 -- scatters pauses
        if isinstance(step, (Again, Onward)):
            if isinstance(step, Onward):
                visit.move(step.url)
                self._turns.add(visit, now, first=True)
            else:
                self._turns.add_later(visit, now + step.seconds)
            self._busy -= 1
            self._begin()
        else:
            self._begin()
            await self._end(visit, step.result)

    async def _opened(self, visit: Visit) -> Answer | Fault:
        begun_at = self._loop.time()
        keep = self._turns.host(visit.place).has_more
        try:
            return await self._opener.open(
                URL(visit.url, encoded=True),
                visit.before,
                trusting=visit.trusting,
                keep=keep,
                robots=bool(visit.robots_of),
                cookies=visit.cookies,
            )
        except Exception:
            logger.exception("a link could not be opened for a reason that is ours: %s", visit.url)
            return Fault(Failure.BAD_ANSWER)
        finally:
            visit.took += self._loop.time() - begun_at

    async def _end(self, visit: Visit, result: Answer | Fault) -> None:
        if not visit.robots_of:
            await self._finish(visit, result)
            return
        now = self._loop.time()
        self._turns.learnt(visit.robots_of, visit.robots_for, rules_of(result, self._limits, now), now)
        if isinstance(result, Answer):
            await self._opener.room.give_back(result.held)
        self._busy -= 1
        self._begin()

    async def _finish(self, visit: Visit, result: Answer | Fault) -> None:
        """The verdict, and over to whoever asked."""
        found: Fetched = fetched(visit, result, self._now())
        checked = await self._judge.checked(visit.request, found)
        self._finished.append((checked, result.held if isinstance(result, Answer) else 0))
        self._changed.set()

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = self._loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            self._fault = task.exception()
            self._changed.set()
