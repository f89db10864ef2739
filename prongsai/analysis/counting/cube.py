"""The counts cube of a year and instrument on disk: one Parquet file, kept up to date, safe against crashes.

The file names the shards that it holds, so that a shard is counted once: what is new is added, and where one was
changed or taken away everything is counted again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pyarrow as arrow
import pyarrow.parquet as parquet

from prongsai.analysis.arrays import numbers, read_columns
from prongsai.analysis.counting.counts import Counts
from prongsai.analysis.country import written

_SHARDS = b"prongsai:shards"
#: Name of a shard to what tells whether it was changed: its size and the time of its last change in nanoseconds.
Shards = dict[str, list[int]]


def read(path: Path) -> Counts:
    """The counts of a file."""
    table = read_columns(path)
    names = tuple(table.column_names[1:])
    values = np.empty((table.num_rows, len(names)), np.int32, order="F")
    for place, name in enumerate(names):
        values[:, place] = numbers(table.column(name))
    return Counts(numbers(table.column("agency")), names, values)


def write(path: Path, counts: Counts, shards: Shards | None = None) -> None:
    """Keep counts; ``shards`` are the files of raw answers that they hold."""
    columns = {"agency": counts.agencies}
    columns |= {name: np.ascontiguousarray(counts.values[:, place]) for place, name in enumerate(counts.names)}
    table = arrow.table(columns).replace_schema_metadata({_SHARDS: json.dumps(shards or {})})
    with written(path) as new:
        # It is some megabytes: not packed it is read twice as fast.
        parquet.write_table(table, new, compression="none", use_dictionary=False, write_statistics=False)


def refresh(path: Path, files: Sequence[Path], names: Sequence[str], count: Callable[[list[Path]], Counts]) -> Counts:
    """The cube of these shards: only what is new is counted, by ``count``. Nothing is written where nothing is new."""
    there = {one.name: [one.stat().st_size, one.stat().st_mtime_ns] for one in files}
    wanted = ("respondents", *names)
    known, old = _kept(path) or (None, Counts.none(wanted))
    same = known is not None and all(there.get(name) == mark for name, mark in known.items())
    if not same or set(old.names) != set(wanted):  # a shard, or the framework's questions, were changed
        same, old = False, Counts.none(wanted)
    new = [one for one in files if not same or known is None or one.name not in known]
    if not new and same:
        return old
    counts = old + count(new) if new else old
    write(path, counts, there)
    return counts


def _kept(path: Path) -> tuple[Shards, Counts] | None:
    """The shards that a cube holds, with their counts; None where there is no cube, or one that is damaged."""
    if not path.is_file():
        return None
    try:
        shards: Shards = json.loads((parquet.read_schema(path).metadata or {}).get(_SHARDS, b"{}"))
        return shards, read(path)
    except (arrow.ArrowException, OSError):  # all that it held is in the raw answers
        return None
