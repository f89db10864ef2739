"""Answers as text."""

from __future__ import annotations

import csv
import json
import unicodedata
from decimal import Decimal
from typing import Any, TextIO

from prongsai.analysis.output.headings import figure, heading, is_number, worded

_GAP = "  "


def to_table(table: Any, out: TextIO) -> None:
    """A table for the eyes, headings in Thai."""
    columns = []
    for name in table.column_names:
        cells = [worded(name, value) for value in table.column(name).to_pylist()]
        columns.append(_padded(heading(name), cells))
    for row in zip(*columns, strict=True):
        out.write(_GAP.join(row).rstrip() + "\n")


def _padded(head: str, cells: list[Any]) -> list[str]:
    right = any(is_number(cell) for cell in cells)
    texts = [head, *map(str, cells)]
    width = max(map(_width, texts))
    return [
        f"{' ' * (width - _width(text))}{text}" if right else f"{text}{' ' * (width - _width(text))}" for text in texts
    ]


def _width(text: str) -> int:
    """Columns on a screen: Thai vowels and tone marks above and below take none."""
    return sum(unicodedata.category(letter) != "Mn" for letter in text)


def to_csv(table: Any, out: TextIO) -> None:
    """CSV with the names of columns as programs know them. A mark in front lets Excel see that it is UTF-8."""
    out.write("\ufeff")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.column_names)
    columns = [[figure(name, value) for value in table.column(name).to_pylist()] for name in table.column_names]
    for row in zip(*columns, strict=True):
        writer.writerow([_safe(value) for value in row])


def _safe(value: Any) -> Any:
    """A text that a spreadsheet would take for a formula begins with an apostrophe."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def to_json(table: Any, out: TextIO) -> None:
    """A list of rows, one a line."""
    rows = [{name: figure(name, value) for name, value in row.items()} for row in table.to_pylist()]
    lines = (json.dumps(row, ensure_ascii=False, default=_number) for row in rows)
    out.write("[\n" + ",\n".join(lines) + "\n]\n")


def _number(value: Decimal) -> float:
    """Two decimals survive: the shortest text of the nearest double is the decimal again."""
    return float(value)
