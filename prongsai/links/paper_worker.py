"""The process that opens files of strangers: takes ``KIND LENGTH`` and so many bytes, answers a line of JSON; again.

``python -m prongsai.links.paper_worker``, started by contents.py. It ends with its input, or by itself when a file
hangs.
"""

from __future__ import annotations

import dataclasses
import json
import os
import signal
import sys
from typing import BinaryIO

from prongsai.documents.readers.isolated.limits import confine
from prongsai.links.papers import look

#: Seconds after which it ends itself, should nobody be left to do it.
_ALONE = 60


def main() -> int:
    """Look at one file after another until the input ends."""
    confine()
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no answer
    while paper := _next(sys.stdin.buffer):
        out.write(paper + b"\n")
        out.flush()
        if hasattr(signal, "alarm"):
            signal.alarm(0)
    return 0


def _next(source: BinaryIO) -> bytes:
    """The answer for the next file; empty at the end."""
    kind, _, length = source.readline().decode().partition(" ")
    if not length:
        return b""
    body = source.read(int(length))
    if hasattr(signal, "alarm"):
        signal.alarm(_ALONE)
    paper = look(kind, body)
    return json.dumps(dataclasses.asdict(paper) if paper else None).encode()


if __name__ == "__main__":
    sys.exit(main())
