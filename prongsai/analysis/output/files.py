"""Answers as files of other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from prongsai.analysis.country import written
from prongsai.analysis.output.headings import SCORES, figure, heading, is_number, worded


def to_xlsx(table: Any, path: Path) -> None:
    """A sheet with Thai headings, a frozen first row and a filter; scores are numbers of two decimals."""
    import xlsxwriter

    with written(path) as new, xlsxwriter.Workbook(str(new), {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("ผล")
        bold, score = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"num_format": "0.00"})
        for place, name in enumerate(table.column_names):
            sheet.write_string(0, place, heading(name), bold)
            sheet.set_column(place, place, 34 if name in ("name", "kind") else 14)
            for row, value in enumerate(table.column(name).to_pylist(), start=1):
                shown = worded(name, value)
                if is_number(shown):
                    sheet.write_number(row, place, shown, score if name in SCORES else None)
                elif shown:
                    sheet.write_string(row, place, shown)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, table.num_rows, len(table.column_names) - 1)


def to_parquet(table: Any, path: Path) -> None:
    """Parquet; scores are decimals with two places."""
    import pyarrow as arrow
    import pyarrow.parquet as parquet

    columns = {}
    for name in table.column_names:
        values = [figure(name, value) for value in table.column(name).to_pylist()]
        kind = arrow.decimal128(7, 2) if name in SCORES else table.schema.field(name).type
        columns[name] = arrow.array(values, kind)
    with written(path) as new:
        parquet.write_table(arrow.table(columns), new, compression="zstd")
