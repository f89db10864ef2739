"""Where expressions run: DuckDB within this process, or Spark. Everything else is the same on both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from prongsai.analysis.arrays import numbers
from prongsai.analysis.counting.columns import AnswerColumn
from prongsai.analysis.counting.counts import Counts
from prongsai.analysis.counting.expressions import counts, in_passes, strays
from prongsai.core.access.decision import Refused
from prongsai.core.sentence import Sentence

if TYPE_CHECKING:
    import ibis.expr.types as ir


@dataclass(frozen=True, slots=True)
class Engine:
    """A connection of Ibis, by whatever engine."""

    name: str
    connection: Any

    def table(self, files: Sequence[Path]) -> ir.Table:
        """The rows of Parquet files, all of one shape, as one table. Ibis reads several at once on DuckDB alone."""
        tables: list[ir.Table] = [self.connection.read_parquet(str(one)) for one in files]
        return reduce(lambda one, other: one.union(other), tables)

    def run(self, expression: ir.Table) -> Any:
        """The rows of an expression, as a table of pyarrow."""
        return self.connection.to_pyarrow(expression)

    def _fetch(self, expression: ir.Table) -> Any:
        """The same, past what Ibis adds to a result of DuckDB: that loads pandas, which takes 50 MB."""
        if self.name == "duckdb":
            return self.connection.con.sql(self.connection.compile(expression)).to_arrow_table()
        return self.run(expression)

    def counts(self, files: Sequence[Path], columns: Sequence[AnswerColumn]) -> Counts:
        """The raw answers of files, counted."""
        names = ("respondents", *(name for column in columns for name in column.counted))
        if not files:
            return Counts.none(names)
        answers = self.table(files)
        found = [_in_order(self._fetch(counts(answers, some))) for some in in_passes(columns)]
        by_name = {name: column for table in found for name, column in table.items()}
        values = np.empty((len(by_name["agency"]), len(names)), np.int32, order="F")
        for place, name in enumerate(names):
            values[:, place] = by_name[name]
        return Counts(by_name["agency"], names, values)

    def checked_counts(self, files: Sequence[Path], columns: Sequence[AnswerColumn]) -> Counts:
        """The same; Refused where an answer is no choice of its question."""
        if files:
            [row] = self.run(strays(self.table(files), columns)).to_pylist()
            if bad := sorted(key for key, times in row.items() if times):
                raise Refused(_no_choice(files, bad[0], row[bad[0]]))
        return self.counts(files, columns)


def _in_order(table: Any) -> dict[str, Any]:
    """The columns of a result by name, its rows by agency: engines give groups in any order."""
    order = np.argsort(numbers(table.column("agency")))
    return {name: numbers(table.column(name))[order] for name in table.column_names}


def _no_choice(files: Sequence[Path], key: str, times: int) -> Sentence:
    names = ", ".join(one.name for one in files)
    return Sentence(
        f"คำตอบข้อ {key} จำนวน {times} รายการใน {names} ไม่ใช่ตัวเลือกของข้อนั้น โปรดตรวจไฟล์",
        f"{times} answers to {key} in {names} are no choice of it. Please check the file.",
    )
