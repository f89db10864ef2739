"""The file of results of disclosure items: a row an agency, a column an item, in hundredths; null: does not apply."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as arrow
import pyarrow.parquet as parquet

from prongsai.analysis.arrays import numbers, read_columns
from prongsai.analysis.country import written
from prongsai.analysis.scoring.evidence import NOT_APPLICABLE, Items


def write_items(path: Path, items: Items) -> None:
    """Keep the results of items."""
    columns = {"agency": arrow.array(items.agencies)}
    for place, code in enumerate(items.codes):
        values = np.ascontiguousarray(items.values[:, place]).astype(np.int16)
        columns[code] = arrow.array(values, mask=values == NOT_APPLICABLE)
    with written(path) as new:
        parquet.write_table(arrow.table(columns), new, compression="zstd")


def read_items(path: Path) -> Items | None:
    """The results of items, by the numbers of agencies; None where there is no such file."""
    if not path.is_file():
        return None
    table = read_columns(path).sort_by("agency")
    codes = tuple(table.column_names[1:])
    values = np.empty((table.num_rows, len(codes)), np.int32)
    for place, code in enumerate(codes):
        values[:, place] = numbers(table.column(code), NOT_APPLICABLE)
    return Items(numbers(table.column("agency")), codes, values)
