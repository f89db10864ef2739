"""Tables of results that are made to be too much."""

from __future__ import annotations

import io

import pytest

from prongsai.documents.readers.refusal import Refusal
from prongsai.documents.results_table import open_table


def test_a_small_file_of_parquet_that_unpacks_to_much_is_refused() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    texts = pyarrow.DictionaryArray.from_arrays(pyarrow.array([0] * 20_000, pyarrow.int32()), ["ก" * 10_000])
    out = io.BytesIO()
    parquet.write_table(pyarrow.table({"ชื่อหน่วยงาน": texts}), out, compression="zstd")
    assert len(out.getvalue()) < 10_000, "six hundred megabytes as they are read"
    with pytest.raises(Refusal, match="600,000"):
        open_table(out.getvalue(), "ผล.parquet")
