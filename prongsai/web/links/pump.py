"""Between the checker, which opens hundreds of links at once in a loop of its own, and the database with its thread.

The loop runs in a thread beside; what it finds comes out here one by one, and is let go there once it was dealt with,
so that no more of others' pages is held than the limits say.
"""

from __future__ import annotations

import asyncio
import contextlib
import queue
import threading
from collections.abc import AsyncIterator, Callable, Generator, Sequence
from concurrent.futures import Future
from contextlib import aclosing
from dataclasses import dataclass, field

from prongsai.core.links.link import Request
from prongsai.links.checking import Checked
from prongsai.links.limits import Limits

Results = Generator[Checked, None, None]
#: While fewer links than this are under way, more are fetched: so many hosts are at hand, and each waits its turn.
AHEAD = 4000


@dataclass(slots=True)
class _Handed:
    """A result on its way over: the loop waits until ``done``. Without ``checked`` all is over, by ``fault`` if any."""

    checked: Checked | None = None
    fault: BaseException | None = None
    done: Future[None] = field(default_factory=Future)


def open_all(more: Callable[[], Sequence[Request]], limits: Limits, *, ahead: int = AHEAD) -> Results:
    """Open what ``more`` gives until it gives nothing and all has ended. ``more`` is called in this thread.

    Close the generator to stop: what is under way is given up. Raises what the checker raises.
    """
    beside = _Beside(limits)
    beside.start()
    try:
        under_way, empty = 0, False
        while True:
            if not empty and under_way < ahead:
                batch = more()
                under_way, empty = under_way + len(batch), not batch
                beside.ask(batch)
            if under_way == 0 and empty:
                return
            if under_way < ahead and not empty:
                continue
            handed = beside.results.get()
            if handed.checked is None:
                raise handed.fault or RuntimeError("the checker ended before its time")
            try:
                yield handed.checked
            finally:
                handed.done.set_result(None)
            under_way -= 1
            empty = empty and under_way > 0
    finally:
        beside.stop()


class _Beside:
    """The thread of the loop."""

    def __init__(self, limits: Limits) -> None:
        self.results: queue.SimpleQueue[_Handed] = queue.SimpleQueue()
        self._limits = limits
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="links", daemon=True)

    def start(self) -> None:
        """Begin, and wait until there is something to ask."""
        self._thread.start()
        self._ready.wait()

    def ask(self, batch: Sequence[Request]) -> None:
        """Have these opened. Where the loop has ended, its last result tells why."""
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._asked.put_nowait, batch)

    def stop(self) -> None:
        """Give up what is under way, and wait until nothing is."""
        with contextlib.suppress(RuntimeError):  # it has ended already
            self._loop.call_soon_threadsafe(self._task.cancel)
        self._thread.join()

    def _run(self) -> None:
        fault: BaseException | None = None
        try:
            asyncio.run(self._open())
        except asyncio.CancelledError:
            pass
        except Exception as found:  # told in the thread that asked
            fault = found
        self.results.put(_Handed(fault=fault))

    async def _open(self) -> None:
        from prongsai.links.engine import check_links  # pages are served without it

        self._loop, self._asked = asyncio.get_running_loop(), asyncio.Queue[Sequence[Request]]()
        task = asyncio.current_task()
        assert task is not None  # noqa: S101  # we are in it
        self._task = task
        self._ready.set()
        async with aclosing(check_links(self._feed(), limits=self._limits)) as found:
            async for checked in found:
                handed = _Handed(checked)
                self.results.put(handed)
                await asyncio.wrap_future(handed.done)

    async def _feed(self) -> AsyncIterator[Request]:
        while True:
            for request in await self._asked.get():
                yield request
