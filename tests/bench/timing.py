"""Taking medians."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable


def median_seconds(do: Callable[[], object], runs: int = 5) -> float:
    """The median time of a call, after one that is not counted."""
    do()
    return statistics.median(once(do) for _ in range(runs))


def once(do: Callable[[], object]) -> float:
    """Seconds of one call."""
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def line(what: str, value: float, unit: str, bar: str = "") -> None:
    """One line of the table."""
    print(f"{what:<58} {value:>10.3f} {unit:<8} {bar}", flush=True)
