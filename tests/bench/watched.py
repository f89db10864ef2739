"""Runs a program and tells its seconds and the most memory that it and all that it started held at once."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Watched:
    """What a program said and cost: seconds, and megabytes (PSS of the whole tree, looked at 20 times a second)."""

    code: int
    out: bytes
    seconds: float
    megabytes: float


def watched(words: Sequence[str], *, folder: Path) -> Watched:
    """Run it to its end; its output is kept in a file of ``folder``."""
    out = folder / "out"
    start = time.perf_counter()
    with out.open("wb") as file:
        process = subprocess.Popen(words, stdout=file, stderr=subprocess.DEVNULL)
        most = 0
        while process.poll() is None:
            most = max(most, _held(process.pid))
            time.sleep(0.05)
    return Watched(process.returncode, out.read_bytes(), time.perf_counter() - start, most / 1024)


def _held(pid: int) -> int:
    """Kilobytes of a process and its descendants."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
        parents.setdefault(parent, []).append(int(entry.name))
    tree, waiting = list[int](), [pid]
    while waiting:
        one = waiting.pop()
        tree.append(one)
        waiting += parents.get(one, [])
    return sum(map(_pss, tree))


def _pss(pid: int) -> int:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next((int(row.split()[1]) for row in rollup.splitlines() if row.startswith("Pss:")), 0)


def available() -> bool:
    """Whether this system tells what a process holds."""
    return Path(f"/proc/{os.getpid()}/smaps_rollup").exists()
