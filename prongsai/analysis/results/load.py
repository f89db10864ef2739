"""Tables of results from files: CSV in UTF-8 or TIS-620, and Parquet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from prongsai.analysis.needs import needed
from prongsai.analysis.results.cells import Cell
from prongsai.analysis.results.read import Results, read_results
from prongsai.core.access.decision import Refused
from prongsai.core.sentence import Sentence


def load_results(path: Path, year: int | None = None) -> Results:
    """The results of a file; ``year`` where no column tells it. Refused where the file is of no kind that is read."""
    ending = path.suffix.lower()
    if ending in (".csv", ".tsv", ".txt"):
        return read_results(_of_csv(path.read_bytes()), year)
    if ending == ".parquet":
        return read_results(_of_parquet(path), year)
    raise Refused(
        Sentence(
            f"ยังอ่านผลการประเมินจาก {path.name} ไม่ได้ โปรดบันทึกเป็น CSV หรือ Parquet หรือนำเข้า Excel ในหน้าเว็บ",
            f"Results cannot be read from {path.name}. Please save it as CSV or Parquet, or bring Excel in on the web.",
        )
    )


def _of_csv(data: bytes) -> Iterator[tuple[int, Sequence[Cell]]]:
    text = decoded(data)
    first = text.partition("\n")[0]
    mark = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=mark)
    line = 1
    for cells in reader:
        yield line, cells
        line = reader.line_num + 1  # a cell may hold line breaks: the row is named by the line on which it begins


def decoded(data: bytes) -> str:
    """The text of a CSV: by its mark, else UTF-8, else TIS-620 as Thai Windows writes it."""
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp874", errors="replace")


def _of_parquet(path: Path) -> Iterator[tuple[int, Sequence[Cell]]]:
    """The heading as row 1, as a sheet made of the file would have it."""
    with needed("analysis"):
        import pyarrow.parquet as parquet
    file = parquet.ParquetFile(path)
    yield 1, file.schema_arrow.names
    row = 2
    for batch in file.iter_batches(batch_size=10_000):
        for cells in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            yield row, cells
            row += 1
