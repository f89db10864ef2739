"""Columns of Parquet as numpy, straight from their memory.

pyarrow's own ways (``read_table``, ``to_numpy``) load pandas where it is installed, which takes 50 MB.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as arrow
import pyarrow.parquet as parquet

_BITS = 32


def read_columns(path: Path, columns: Sequence[str] | None = None) -> Any:
    """A file as a table of pyarrow; ``columns``: only those."""
    return parquet.ParquetFile(path).read(columns=None if columns is None else list(columns), use_threads=False)


def numbers(column: Any, nothing: int = 0) -> npt.NDArray[np.int32]:
    """A column of whole numbers of at most 32 bits; ``nothing`` stands for null.

    Other programs keep whole numbers as floats where some are missing. Raises ArrowInvalid where one is not whole, or
    too large.
    """
    found = np.empty(len(column), np.int32)
    start = 0
    for chunk in column.chunks:
        stop = start + len(chunk)
        found[start:stop] = _of_chunk(chunk, nothing)
        start = stop
    return found


def _of_chunk(chunk: Any, nothing: int) -> Any:
    if not arrow.types.is_signed_integer(chunk.type) or chunk.type.bit_width > _BITS:
        chunk = chunk.cast(arrow.int32())
    valid, data = chunk.buffers()
    kind = np.dtype(f"int{chunk.type.bit_width}")
    values = np.frombuffer(data, kind, len(chunk), chunk.offset * kind.itemsize) if len(chunk) else np.zeros(0, kind)
    if valid is None or not chunk.null_count:
        return values
    bits = np.unpackbits(np.frombuffer(valid, np.uint8), bitorder="little")[chunk.offset : chunk.offset + len(chunk)]
    return np.where(bits, values, nothing)
