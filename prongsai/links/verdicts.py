"""What is done with an answer: its file is opened, it is judged, and where that is asked for it is kept as proof."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from prongsai.core.links.judging import judge
from prongsai.core.links.link import Fetched, Request
from prongsai.links.checking import Checked, Kept
from prongsai.links.contents import Papers
from prongsai.links.limits import MEGABYTE

#: Keeps answers that came, many at a time, in a thread: for each where it lies, None where it is not to be kept.
Archive = Callable[[Sequence[tuple[Request, Fetched]]], Sequence[Kept | None]]

#: A body of this size is hashed and judged beside the loop.
_LARGE = MEGABYTE


class Judge:
    """Verdicts, one link after another. ``close`` ends the processes that open files."""

    def __init__(self, archive: Archive | None) -> None:
        self._papers = Papers()
        self._keeping = Keeping(archive) if archive is not None else None

    async def checked(self, request: Request, found: Fetched) -> Checked:
        """The link with its verdict; returns when the proof is on the disk."""
        paper = await self._papers.of(found)
        if len(found.body) < _LARGE:
            verdict = judge(found, request, paper)
        else:
            verdict = await asyncio.to_thread(judge, found, request, paper)
        came = found.failure is None and found.status is not None
        kept = await self._keeping.keep(request, found) if self._keeping is not None and came else None
        return Checked(request, found, verdict, kept)

    async def close(self) -> None:
        """Ends the processes."""
        await self._papers.__aexit__(None, None, None)


class Keeping:
    """Writes answers together: what comes while one batch is written makes the next, so that a disk syncs seldom."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._waiting: list[tuple[Request, Fetched, asyncio.Future[Kept | None]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def keep(self, request: Request, found: Fetched) -> Kept | None:
        """Where it lies now."""
        future: asyncio.Future[Kept | None] = asyncio.get_running_loop().create_future()
        self._waiting.append((request, found, future))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())
        return await future

    async def _write(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            try:
                kept = await asyncio.to_thread(self._archive, [(request, found) for request, found, _ in batch])
            except Exception as error:
                for _, _, future in batch:
                    _unless_done(future, error)
            else:
                for (_, _, future), one in zip(batch, kept, strict=True):
                    if not future.done():
                        future.set_result(one)


def _unless_done(future: asyncio.Future[Kept | None], error: Exception) -> None:
    if not future.done():
        future.set_exception(error)
