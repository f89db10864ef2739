"""The table of scores: one row an agency and year, with what the register says of the agency."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as arrow
import pyarrow.parquet as parquet

from prongsai.analysis.country import written
from prongsai.analysis.register import FIELDS, Registered
from prongsai.analysis.scoring.rounding import NONE
from prongsai.analysis.scoring.scores import Scores
from prongsai.core.framework.framework import Framework

#: What a score of an indicator is called: ``indicator_9``.
INDICATOR = "indicator_"
INDICATORS = tuple(f"{INDICATOR}{number}" for number in range(1, 11))
INSTRUMENTS = ("IIT", "EIT", "OIT")
#: Everything that is a score, in hundredths; null where it is not known.
MEASURES = ("total", *INSTRUMENTS, *INDICATORS)
SCHEMA = arrow.schema(
    [
        *((name, arrow.int32() if name == "number" else arrow.string()) for name in FIELDS),
        ("year", arrow.int32()),
        *((name, arrow.int32()) for name in MEASURES),
        ("level", arrow.string()),
        ("passed", arrow.bool_()),
    ]
)


def table_of(framework: Framework, scores: Scores, register: Sequence[Registered]) -> arrow.Table:
    """The scores of a year; agencies of which nothing is known have no row. ``register``: in the scores' order."""
    known = (scores.indicators != NONE).any(axis=1)
    columns: dict[str, Any] = {}
    for name in FIELDS:
        columns[name] = [getattr(one, name) for one, kept in zip(register, known, strict=True) if kept]
    columns["year"] = np.full(int(known.sum()), framework.year, np.int32)
    unit = 10 ** (2 - framework.rules.places)
    columns["total"] = _hundredths(scores.totals[known], unit)
    for place, instrument in enumerate(framework.instruments):
        columns[instrument.code] = _hundredths(scores.instruments[known, place], unit)
    for place, indicator in enumerate(framework.indicators):
        columns[f"{INDICATOR}{indicator.number}"] = _hundredths(scores.indicators[known, place], unit)
    names = np.array([*(one.name for one in framework.levels), ""], object)
    passes = np.array([*(one.passes for one in framework.levels), False])
    levels = scores.levels[known]
    columns["level"], columns["passed"] = names[levels], passes[levels]
    return arrow.table({name: columns[name] for name in SCHEMA.names}, SCHEMA)


def _hundredths(values: Any, unit: int) -> arrow.Array:
    return arrow.array((values * unit).astype(np.int32), mask=values == NONE)


def write_table(path: Path, table: arrow.Table) -> None:
    """Keep a table of scores."""
    with written(path) as new:
        parquet.write_table(table, new, compression="zstd")
