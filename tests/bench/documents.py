"""Reading the report of a municipality, and writing one of the same size in every format."""

from __future__ import annotations

import os
import time
from pathlib import Path

from prongsai.core.reports.reading import Reading
from prongsai.documents.readers import read
from prongsai.documents.writers import Format, write
from prongsai.layouts import load_form
from tests.bench.timing import line, median_seconds

HERE = Path(__file__).parents[2]


def source() -> Path:
    """The real report 001 where it is there, else the made-up one of the same shape."""
    real = Path(os.environ.get("PRONGSAI_REPORTS", HERE.parent / "shared" / "reports")) / "001.txt"
    return real if real.exists() else HERE / "example-data" / "tha-khong-2569.txt"


def main() -> None:
    """Seconds, medians of five."""
    path = source()
    data = path.read_bytes()
    start = time.perf_counter()
    report = read(data, path.name)
    line(f"read {path.name}, first time in the process", time.perf_counter() - start, "s")
    line(f"read {path.name}, warm", median_seconds(lambda: read(data, path.name)), "s")
    bars: dict[Format, str] = {"docx": "< 0.8", "xlsx": "", "html": "", "pdf": "< 8 (20 pages)"}
    for format, bar in bars.items():
        _writing(report.reading, format, bar)


def _writing(reading: Reading, format: Format, bar: str) -> None:
    form = load_form("full-with-disclosures")
    seconds = median_seconds(lambda: write(reading, form, format))
    pages = f"{_pages(write(reading, form, format))} pages" if format == "pdf" else ""
    line(f"write it as {format} {pages}", seconds, "s", bar)


def _pages(data: bytes) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        return len(document)
