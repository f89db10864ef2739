"""Published results as the tables that everything here is asked of: scores, and the register of who is in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as arrow

from prongsai.analysis.register import FIELDS
from prongsai.analysis.table import INDICATOR, SCHEMA
from prongsai.core.country.hundredths import as_decimal, hundredths
from prongsai.core.country.regions import region_of
from prongsai.core.country.table import TableRow, indicators_alone
from prongsai.core.framework.framework import Framework
from prongsai.core.scoring.score import score
from prongsai.frameworks.loader import newest_for


def tables_of(rows: Mapping[int, Sequence[TableRow]]) -> tuple[arrow.Table, arrow.Table]:
    """Scores and register. An agency stands in the register as its newest row says, with or without a result."""
    numbers = _Numbers()
    made, register = [], {}
    for year, some in sorted(rows.items()):
        framework = indicators_alone(newest_for(year)[0])
        for row in some:
            who = _who(row, numbers.of(row))
            register[who["number"]] = who
            if row.indicators is not None:
                made.append({**who, "year": year, **_scores(row, row.indicators, framework)})
    schema = arrow.schema([SCHEMA.field(name) for name in FIELDS])
    return arrow.Table.from_pylist(made, SCHEMA), arrow.Table.from_pylist(list(register.values()), schema)


class _Numbers:
    """The number of each agency: known again by its code, else by name and province, as in the register of the web."""

    def __init__(self) -> None:
        self._known: dict[str | tuple[str, str], int] = {}
        self._next = 0

    def of(self, row: TableRow) -> int:
        """Its number; a new one where nobody was called so."""
        keys: list[str | tuple[str, str]] = (
            [row.code, (row.name, row.province)] if row.code else [(row.name, row.province)]
        )
        found = next((self._known[key] for key in keys if key in self._known), None)
        if found is None:
            found, self._next = self._next, self._next + 1
        self._known.update(dict.fromkeys(keys, found))
        return found


def _who(row: TableRow, number: int) -> dict[str, Any]:
    code = row.code or f"{row.name} {row.province}".strip()
    who = {"number": number, "code": code, "name": row.name, "kind": row.kind, "size": row.size}
    return {**who, "province": row.province, "region": region_of(row.province)}


def _scores(row: TableRow, indicators: Sequence[int], framework: Framework) -> dict[str, Any]:
    """Total and level as the table has them; the instruments, which no table has, as the rules reckon them."""
    found = score(framework, {at: as_decimal(one) for at, one in enumerate(indicators, 1)}, kind=row.kind)
    assert found is not None  # noqa: S101  # all ten indicators are there
    return {
        "total": row.total,
        **{code: hundredths(value) for code, value in found.instruments.items()},
        **{f"{INDICATOR}{at}": one for at, one in enumerate(indicators, 1)},
        "level": row.level,
        "passed": row.level in {one.name for one in framework.levels if one.passes},
    }
