"""Files behind links, opened without trust: in processes of their own, a few that stay warm.

Thousands of files a night rule out a process for each (ADR 0014); a file that hangs or bursts a process costs that
process alone. Awaiting never blocks the loop, and a file that could not be looked at is None: nothing is claimed of it.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from types import TracebackType

from prongsai.core.links.kinds import PAPERS, kind_of
from prongsai.core.links.link import Fetched
from prongsai.core.links.paper import Paper

_WORKER = "prongsai.links.paper_worker"
#: Seconds for one file, the start of a process among them.
PATIENCE = 15.0
#: A process is replaced after so many files: what a library leaks stays small.
MOST_FILES = 200
#: The longest answer of a process, in bytes.
_LONGEST = 4 * 1024 * 1024


class Papers:
    """A pool of processes that open files. Use as ``async with Papers() as papers``; leaving ends them all.

    Processes start with the first files. ``patience`` is in seconds.
    """

    def __init__(self, workers: int = 2, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._workers = [_Worker() for _ in range(workers)]
        self._idle: asyncio.LifoQueue[_Worker] = asyncio.LifoQueue()
        for worker in self._workers:
            self._idle.put_nowait(worker)

    async def __aenter__(self) -> Papers:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            await worker.end()

    async def of(self, fetched: Fetched) -> Paper | None:
        """What is in the file that was fetched; None where it is no such file, was cut, or could not be looked at."""
        if fetched.cut or fetched.failure is not None or fetched.status is None or fetched.status >= 300:
            return None
        kind = kind_of(fetched.body, fetched.headers)
        return await self._look(kind, fetched.body) if kind in PAPERS else None

    async def _look(self, kind: str, body: bytes) -> Paper | None:
        worker = await self._idle.get()
        try:
            async with asyncio.timeout(self._patience):
                return await worker.look(kind, body)
        except (TimeoutError, OSError, EOFError, ValueError):
            await worker.end()
            return None
        except BaseException:  # somebody gave up waiting: the process is in the middle of something
            await worker.end()
            raise
        finally:
            self._idle.put_nowait(worker)


class _Worker:
    """One process; it starts when it is first asked, and again after it was ended."""

    def __init__(self) -> None:
        self._process: asyncio.subprocess.Process | None = None
        self._files = 0

    async def look(self, kind: str, body: bytes) -> Paper | None:
        """What it says of a file; None where it does not look into it. EOFError where it died, ValueError
        where it spoke nonsense."""
        if self._files >= MOST_FILES:
            await self.end()
        process = self._process or await self._start()
        self._files += 1
        to, out = process.stdin, process.stdout
        assert to is not None and out is not None  # noqa: S101  # asked for in _start
        to.write(f"{kind} {len(body)}\n".encode())
        to.write(body)
        await to.drain()
        line = await out.readline()
        if not line.endswith(b"\n"):
            raise EOFError
        said = json.loads(line)
        return Paper(**said) if said is not None else None

    async def _start(self) -> asyncio.subprocess.Process:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            _WORKER,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            limit=_LONGEST,
            env={**os.environ, "OMP_THREAD_LIMIT": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONUTF8": "1"},
            start_new_session=True,
        )
        self._files = 0
        return self._process

    async def end(self) -> None:
        """End the process, if there is one."""
        process, self._process, self._files = self._process, None, 0
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        if process.stdin is not None:
            process.stdin.close()
            with contextlib.suppress(OSError):
                await process.stdin.wait_closed()
        await process.wait()
