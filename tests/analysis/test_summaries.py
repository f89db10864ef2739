"""Summaries of many agencies: the engine gives what plain Python gives."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import ibis
import numpy as np
import pyarrow as arrow
import pytest

from prongsai.analysis.engines import Engine
from prongsai.analysis.engines.duck import duckdb
from prongsai.analysis.register import read_register
from prongsai.analysis.scored import score_year
from prongsai.analysis.summaries.agencies import changes, missing, ranks
from prongsai.analysis.summaries.groups import histogram, narrowed, summary, summary_of_measures, with_change
from prongsai.analysis.summaries.outliers import far
from prongsai.core.country.hundredths import mean, quantile
from prongsai.frameworks.loader import load
from tests.analysis.made import country

YEARS = (2565, 2566)


@pytest.fixture(scope="module")
def engine() -> Engine:
    """DuckDB on one thread."""
    return duckdb(1)


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory, engine: Engine) -> arrow.Table:
    """The scores of a small country over two years."""
    made = country(tmp_path_factory.mktemp("summaries") / "country", YEARS, 60, 1500)
    tables = [score_year(made, load("ita", year), engine) for year in YEARS]
    return arrow.concat_tables(tables)


@pytest.fixture(scope="module")
def listed(rows: arrow.Table) -> list[dict[str, Any]]:
    """The same in plain Python."""
    found: list[dict[str, Any]] = rows.to_pylist()
    return found


def run(engine: Engine, expression: Any) -> list[dict[str, Any]]:
    """Rows of an expression."""
    found: list[dict[str, Any]] = engine.run(expression).to_pylist()
    return found


def test_means_and_quartiles_are_those_of_the_core(
    engine: Engine, rows: arrow.Table, listed: list[dict[str, Any]]
) -> None:
    found = run(engine, summary(ibis.memtable(rows), ["year", "kind"]))
    assert len(found) > 6
    for group in found:
        scores = sorted(one["total"] for one in listed if (one["year"], one["kind"]) == (group["year"], group["kind"]))
        assert group["agencies"] == len(scores)
        assert group["mean"] == mean(scores)
        quarters = [quantile(scores, Fraction(part, 4)) for part in range(5)]
        assert [group[name] for name in ("least", "lower_quarter", "median", "upper_quarter", "most")] == quarters
        passed = [one["passed"] for one in listed if (one["year"], one["kind"]) == (group["year"], group["kind"])]
        assert group["passed"] == sum(passed)


def test_a_half_goes_up(engine: Engine, rows: arrow.Table) -> None:
    pair = rows.slice(0, 2).set_column(
        rows.column_names.index("total"), "total", arrow.array([9000, 9001], arrow.int32())
    )
    [group] = run(engine, summary(ibis.memtable(pair), ["year"]))
    assert (group["mean"], group["median"], group["lower_quarter"]) == (9001, 9001, 9000)


def test_every_indicator_has_its_row(engine: Engine, rows: arrow.Table, listed: list[dict[str, Any]]) -> None:
    found = run(engine, summary_of_measures(ibis.memtable(rows), ["year"]))
    assert len(found) == 14 * len(YEARS)
    [nine] = [one for one in found if (one["measure"], one["year"]) == ("indicator_9", 2566)]
    assert nine["mean"] == mean([one["indicator_9"] for one in listed if one["year"] == 2566])


def test_a_change_is_from_the_year_before(engine: Engine, rows: arrow.Table) -> None:
    by = ["year", "kind"]
    found = run(engine, with_change(summary(ibis.memtable(rows), by), by))
    means = {(one["year"], one["kind"]): one["mean"] for one in found}
    for one in found:
        before = means.get((one["year"] - 1, one["kind"]))
        assert one["before"] == before
        assert one["change"] == (None if before is None else one["mean"] - before)


def test_bars_of_the_distribution_hold_everybody_and_the_last_one_holds_100(engine: Engine, rows: arrow.Table) -> None:
    best = rows.set_column(
        rows.column_names.index("total"), "total", arrow.array([10_000] * rows.num_rows, arrow.int32())
    )
    [only] = run(engine, histogram(narrowed(ibis.memtable(best), year=[2566]), ["year"]))
    assert only["bar"] == 9500
    found = run(engine, histogram(ibis.memtable(rows), ["year"]))
    assert sum(one["agencies"] for one in found) == rows.num_rows
    assert all(one["bar"] % 500 == 0 for one in found)


def test_agencies_change_from_their_own_year_before(
    engine: Engine, rows: arrow.Table, listed: list[dict[str, Any]]
) -> None:
    totals = {(one["number"], one["year"]): one["total"] for one in listed}
    found = run(engine, changes(ibis.memtable(rows)))
    assert len(found) == sum((number, year - 1) in totals for number, year in totals)
    for one in found:
        assert one["change"] == totals[one["number"], one["year"]] - totals[one["number"], one["year"] - 1]


def test_equal_scores_share_a_place(engine: Engine, rows: arrow.Table) -> None:
    three = rows.slice(0, 3)
    totals = arrow.array([9000, 9500, 9500], arrow.int32())
    three = three.set_column(rows.column_names.index("total"), "total", totals)
    found = run(engine, ranks(ibis.memtable(three)).order_by("number"))
    assert [one["place"] for one in found] == [3, 1, 1]


def test_who_stands_far_from_others_of_the_kind_is_told(rows: arrow.Table) -> None:
    """Twelve agencies of a kind, alike in both years but for one that rose by 9.99."""
    some: list[dict[str, Any]] = []
    for year in YEARS:
        for number in range(12):
            total = 9000 + (1000 if (year, number) == (2566, 7) else number % 3)
            tens = {f"indicator_{at}": total for at in range(1, 11)}
            some.append({"number": number, "kind": "province", "year": year, "total": total, "level": "ผ่าน", **tens})
    table = arrow.Table.from_pylist(some, rows.schema)
    [one] = far(table, [2566], {}).to_pylist()
    assert (one["number"], one["rule"], one["score"], one["middle"], one["times"]) == (7, "change", 999, 0, "5.0")
    assert far(table, [2565], {}).num_rows == 0
    assert far(table, [2566], {"kind": ["department"]}).num_rows == 0


def test_an_agency_with_an_unknown_indicator_stands_nowhere(rows: arrow.Table) -> None:
    bare = [{"number": at, "kind": "province", "year": 2566, "total": 9000 if at else 0} for at in range(20)]
    assert far(arrow.Table.from_pylist(bare, rows.schema), [2566], {}).num_rows == 0


def test_who_is_missing_is_told_and_who_has_begun(engine: Engine, tmp_path: Path) -> None:
    made = country(tmp_path / "country", (2566,), 12, 300)
    table = score_year(made, load("ita", 2566), engine)
    totals = table.column("total").to_pylist()
    cut = table.set_column(
        table.column_names.index("total"), "total", arrow.array([None, *totals[1:]], arrow.int32())
    ).slice(0, 11)
    bodies = engine.table([made.register])
    found = run(engine, missing(bodies, ibis.memtable(cut), [2566]).order_by("number"))
    everybody = list(read_register(made.register))
    present = set(np.array(cut.column("number").to_pylist()[1:]).tolist())
    assert [one["number"] for one in found] == [one.number for one in everybody if one.number not in present]
    assert [one["number"] for one in found if one["begun"]] == cut.column("number").to_pylist()[:1]
