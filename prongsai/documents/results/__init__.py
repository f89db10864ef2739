"""Results of the assessment in and out: the template of a year, and what a file says of a result."""

from __future__ import annotations

from prongsai.documents.results.reading import read_result
from prongsai.documents.results.received import Found, Problem, Received
from prongsai.documents.results.rows import LEVEL, TOTAL, Line, Sort, Value, known_from, lines, values_in
from prongsai.documents.results.template import as_csv, as_xlsx

__all__ = [
    "LEVEL", "TOTAL", "Found", "Line", "Problem", "Received", "Sort", "Value",
    "as_csv", "as_xlsx", "known_from", "lines", "read_result", "values_in",
]  # fmt: skip
