"""Which choices may stand together in one person's row, so that no row belongs to fewer than five people.

A file of answers is sorted and filtered by whoever has it: by division, then by position, then by age. So a row keeps
its choices, from the first on, only as far as at least five rows have the same, and as far as those that lose theirs
are five too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence

from prongsai.core.surveys.anonymity import LEAST


def kept(rows: Sequence[tuple[Hashable, ...]]) -> list[int]:
    """How many choices, from the first on, each row may keep. All rows are equally long."""
    found = [0] * len(rows)
    _split(rows, list(range(len(rows))), 0, found)
    return found


def _split(rows: Sequence[tuple[Hashable, ...]], members: list[int], depth: int, found: list[int]) -> None:
    """Tell the members apart by the choice at that depth, as far as that may be."""
    if not members or depth == len(rows[members[0]]):
        return
    groups: defaultdict[Hashable, list[int]] = defaultdict(list)
    for member in members:
        groups[rows[member][depth]].append(member)
    ordered = sorted(groups.values(), key=lambda group: (len(group), str(rows[group[0]][depth])))
    blank = 0
    while ordered and (len(ordered[0]) < LEAST or 0 < blank < LEAST):
        blank += len(ordered.pop(0))
    for group in ordered:
        for member in group:
            found[member] = depth + 1
        _split(rows, group, depth + 1, found)
