"""Which work comes first: a plain order, so that two people see the same list."""

from __future__ import annotations

from prongsai.core.measures.chase import Missing
from prongsai.core.measures.lateness import Lateness

_RANK = {
    Lateness.OVERDUE: 0,
    Lateness.LATE_START: 1,
    Lateness.DUE_SOON: 2,
    Lateness.ON_TIME: 3,
    Lateness.NO_DATES: 3,
    Lateness.DONE: 4,
}


def urgency(late: Lateness, missing: Missing | None) -> tuple[int, int]:
    """A key to sort by, the most urgent first: lateness, and within it what the open round still waits for.

    ``missing`` is None where no round is open. What is done and still lacks its evidence comes before what is on time.
    """
    waiting = missing not in (None, Missing.NOTHING)
    rank = _RANK[Lateness.DUE_SOON] if waiting and late is Lateness.DONE else _RANK[late]
    return rank, 0 if waiting else 1
