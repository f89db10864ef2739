"""``python -m tests.fuzz.properties READER [SECONDS]``: Hypothesis changes sound files, shrinks what breaks a reader.

Ends with 1, the traceback and the smallest such file in var/fuzz-found at the first find; else with 0.
"""

from __future__ import annotations

import random
import resource
import signal
import sys
import time
from pathlib import Path
from types import FrameType

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st

from tests.fuzz.packages import changed
from tests.fuzz.seeds import seeds
from tests.fuzz.targets import one

FOUND = Path("var") / "fuzz-found"
#: Bytes that mean something somewhere.
_TELLING = (
    b"<",
    b">",
    b"\x00",
    b"\xff" * 4,
    b"9" * 20,
    b"-1",
    "ำ".encode(),
    b"<w:tbl>",
    b"obj",
    b"stream",
    b"/Kids",
    b"\t|",
)
_EDIT = st.tuples(
    st.floats(0, 1, exclude_max=True),
    st.integers(0, 3),
    st.one_of(st.sampled_from(_TELLING), st.binary(max_size=12)),
    st.integers(0, 2000),
)
#: A batch of examples; one after another until the time is over.
_BATCH = 60


def edited(data: bytes, edits: list[tuple[float, int, bytes, int]]) -> bytes:
    """The file with pieces put in, taken out, written over or repeated."""
    for where, kind, piece, length in edits:
        at = int(where * (len(data) + 1))
        if kind == 0:
            data = data[:at] + piece + data[at:]
        elif kind == 1:
            data = data[:at] + data[at + length :]
        elif kind == 2:
            data = data[:at] + piece + data[at + len(piece) :]
        else:
            data = data[: at + length] + data[at : at + length] + data[at + length :]
    return data


def main() -> int:
    """Batches of examples until the time is over."""
    reader, seconds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 600
    resource.setrlimit(resource.RLIMIT_DATA, (1024**3, 1024**3))
    signal.signal(signal.SIGALRM, _too_long)
    found = list(seeds(reader))
    packed = reader in ("word", "sheets")
    last, count = b"", 0

    @settings(max_examples=_BATCH, deadline=None, database=None, suppress_health_check=list(HealthCheck),
              phases=(Phase.generate, Phase.shrink))  # fmt: skip
    @given(st.sampled_from(found), st.lists(_EDIT, min_size=1, max_size=6), st.integers(0, 10_000))
    def is_read_or_refused(sound: bytes, edits: list[tuple[float, int, bytes, int]], part: int) -> None:
        nonlocal last, count
        if packed:
            last = changed(sound, 10**6, part, lambda inside, _size: edited(inside, edits))
        else:
            last = edited(sound, edits)
        count += 1
        signal.alarm(30)
        one(reader, last)
        signal.alarm(0)

    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            seeded(random.randrange(2**32))(is_read_or_refused)()  # noqa: S311  # chance, no secret
        except BaseException:
            FOUND.mkdir(parents=True, exist_ok=True)
            (FOUND / f"{reader}-hypothesis").write_bytes(last)
            raise
    sys.stdout.write(
        f"examples: {count}; most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB\n"
    )
    return 0


def _too_long(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError("a file took more than 30 seconds")


if __name__ == "__main__":
    sys.exit(main())
