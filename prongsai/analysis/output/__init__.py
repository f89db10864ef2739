"""Rows of an answer as a table on screen, CSV, XLSX, JSON or Parquet; scores always with their two decimals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO

from prongsai.analysis.output.files import to_parquet, to_xlsx
from prongsai.analysis.output.text import to_csv, to_json, to_table

#: Formats that are written to a stream of text.
TEXTS: dict[str, Callable[[Any, TextIO], None]] = {"table": to_table, "csv": to_csv, "json": to_json}
#: Formats that are written to a file.
FILES: dict[str, Callable[[Any, Path], None]] = {"xlsx": to_xlsx, "parquet": to_parquet}
