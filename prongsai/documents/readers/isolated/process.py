"""One process that reads a file, and the messages that it gives."""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from prongsai.documents.readers.isolated.limits import LONGEST_MESSAGE, LOOKING, OPENING, PARSING
from prongsai.documents.readers.kinds import FileKind

_WORKER = "prongsai.documents.readers.isolated.worker"
#: How long the next message may take, by what the last one said.
_LIMITS = {"pages": OPENING, "begins": PARSING, "looks": LOOKING, "page": OPENING, "lost": OPENING}


class Ended(Exception):
    """The process gave no whole message: it ended, hung (``late``) or spoke nonsense."""

    def __init__(self, *, late: bool) -> None:
        self.late = late
        super().__init__()


class Process:
    """One process and its messages. ``page`` is the page that it is at. Leaving ends it and all that it started."""

    def __init__(self, kind: FileKind, path: Path, name: str, pictures: Path | None, wanted: Sequence[int]) -> None:
        self.page: int | None = None
        self._seconds = OPENING
        self._until = time.monotonic() + OPENING
        self._process = subprocess.Popen(  # noqa: S603  # our own module, with arguments that no shell sees
            [
                sys.executable,
                "-m",
                _WORKER,
                kind,
                str(path),
                _plain(name),
                str(pictures or ""),
                ",".join(map(str, wanted)),
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "OMP_THREAD_LIMIT": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONUTF8": "1"},
            start_new_session=True,
        )
        out = self._process.stdout
        assert out is not None  # noqa: S101  # asked for above
        self._out = out.fileno()
        self._selector = selectors.DefaultSelector()
        self._selector.register(out, selectors.EVENT_READ)

    def __enter__(self) -> Process:
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._selector.close()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def messages(self) -> Iterator[dict[str, Any]]:
        """Its messages until it has said all; Ended where it stops before, or where time is over."""
        for line in self._lines():
            message = _parsed(line)
            self._seconds = _LIMITS.get(next(iter(message), ""), OPENING)
            if "begins" in message:
                self.page = int(message["begins"])
            yield message
        if self._process.wait() != 0:
            raise Ended(late=False)

    def _lines(self) -> Iterator[bytes]:
        waiting = bytearray()
        while piece := self._piece():
            waiting += piece
            if len(waiting) > LONGEST_MESSAGE:
                raise Ended(late=False)
            if b"\n" in piece:
                *whole, rest = waiting.split(b"\n")
                waiting = bytearray(rest)
                yield from map(bytes, whole)
                self._until = time.monotonic() + self._seconds
        if waiting:
            raise Ended(late=False)

    def _piece(self) -> bytes:
        """What it has said next; empty at its end."""
        left = self._until - time.monotonic()
        if left <= 0 or not self._selector.select(left):
            raise Ended(late=True)
        return os.read(self._out, 1 << 20)


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        message = json.loads(line)
    except ValueError:
        raise Ended(late=False) from None
    if not isinstance(message, dict):
        raise Ended(late=False)
    return message


def _plain(name: str) -> str:
    """A name that may be an argument of a program."""
    return name.replace("\0", "").encode("utf-8", "replace").decode()[:300]
