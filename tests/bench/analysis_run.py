"""One engine scores a whole country, in a process of its own: ``python -m tests.bench.analysis_run ENGINE FOLDER N``.

Prints one line of JSON: seconds and processor time of every run, the first included, the peak of memory in MB, and a
hash of every score.
Each engine counts as its users would let it; what is done with the counts is the same for all.
"""

from __future__ import annotations

import hashlib
import json
import resource
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np

from prongsai.analysis.counting import cube
from prongsai.analysis.counting.columns import AnswerColumn
from prongsai.analysis.counting.counts import Counts
from prongsai.analysis.counting.expressions import counts, in_passes
from prongsai.analysis.country import Country
from prongsai.analysis.engines import Engine
from prongsai.analysis.items import read_items
from prongsai.analysis.register import read_kinds
from prongsai.analysis.scored import columns_of, raw_counts
from prongsai.analysis.scoring.evidence import evidence
from prongsai.analysis.scoring.scores import Scores, scores
from prongsai.frameworks.loader import load

YEAR = 2566
FRAMEWORK = load("ita", YEAR)
COLUMNS = columns_of(FRAMEWORK)
#: Columns by instrument, and their counts: an engine that gives sums of points has its own columns.
Counted = tuple[dict[str, tuple[AnswerColumn, ...]], dict[str, Counts]]
Count = Callable[[Country], Counted]


def through_ibis(engine: Engine) -> Count:
    """The product's own way."""
    return lambda country: (COLUMNS, raw_counts(country, FRAMEWORK, engine))


def from_cube(country: Country) -> Counted:
    """From the counts that are kept."""
    return COLUMNS, {instrument: cube.read(country.cube(YEAR, instrument)) for instrument in COLUMNS}


def of_duckdb(engine: Engine) -> Count:
    """The same SQL, written before the clock runs, without Ibis."""
    statements: dict[str, list[str]] = {}

    def count(country: Country) -> Counted:
        found = {}
        for instrument, columns in COLUMNS.items():
            if instrument not in statements:
                answers = engine.table(country.shards(YEAR, instrument))
                each = (counts(answers, some) for some in in_passes(columns))
                statements[instrument] = [engine.connection.compile(one) for one in each]
            tables = [engine.connection.con.sql(one).to_arrow_table() for one in statements[instrument]]
            found[instrument] = _counts(columns, [{name: one[name] for name in one.column_names} for one in tables])
        return COLUMNS, found

    return count


def of_polars(country: Country) -> Counted:
    """Polars, lazily, all columns in one pass."""
    import polars

    found = {}
    for instrument, columns in COLUMNS.items():
        wanted = [
            (polars.col(one.key) == value).sum().alias(name)
            for one in columns
            for value, name in zip(one.values, one.counted, strict=True)
        ]
        rows = polars.scan_parquet(country.shards(YEAR, instrument)).group_by("agency")
        table = rows.agg(polars.len().alias("respondents"), *wanted).collect()
        found[instrument] = _counts(columns, [{name: table[name] for name in table.columns}])
    return COLUMNS, found


def of_pandas(country: Country) -> Counted:
    """pandas: answers to points, then sums and numbers of answers by agency."""
    import pandas  # type: ignore[import-untyped]  # only the bench knows it: not worth its stubs

    columns, found = {}, {}
    for instrument, asked in COLUMNS.items():
        answers = pandas.read_parquet(country.shards(YEAR, instrument))
        for one in asked:
            worth = np.full(max(one.values) + 2, np.nan, np.float32)  # the last place is of answers left out
            worth[list(one.values)] = [float(points) for points in one.points]
            answers[one.key] = worth[answers[one.key].fillna(-1).to_numpy(np.int8)]
        groups = answers.groupby("agency")
        columns[instrument], found[instrument] = _sums(asked, groups.sum(), groups.count())
    return columns, found


def _counts(columns: tuple[AnswerColumn, ...], tables: list[dict[str, Any]]) -> Counts:
    """Counts by value, whose rows come in any order."""
    names = ("respondents", *(name for one in columns for name in one.counted))
    every: dict[str, Any] = {}
    for table in tables:
        order = np.argsort(table["agency"].to_numpy())
        every |= {name: column.to_numpy()[order] for name, column in table.items()}
    values = np.stack([every[name] for name in names], axis=1).astype(np.int32)
    return Counts(every["agency"].astype(np.int32), names, values)


def _sums(asked: tuple[AnswerColumn, ...], sums: Any, numbers: Any) -> tuple[tuple[AnswerColumn, ...], Counts]:
    """Sums and numbers as counts of two made-up values, worth 0 and 1 point: they have the same mean."""
    columns = tuple(AnswerColumn(one.key, (0, 1), (Decimal(0), Decimal(1))) for one in asked)
    matrix = np.empty((len(sums), 2 * len(columns)), np.int32)
    for place, one in enumerate(columns):
        points = np.rint(sums[one.key].to_numpy()).astype(np.int32)
        matrix[:, 2 * place], matrix[:, 2 * place + 1] = numbers[one.key].to_numpy() - points, points
    names = tuple(name for one in columns for name in one.counted)
    return columns, Counts(sums.index.to_numpy().astype(np.int32), names, matrix)


def scored(country: Country, count: Count) -> Scores:
    """All scores, from the files on."""
    columns, found = count(country)
    numbers, kinds = read_kinds(country.register)
    return scores(FRAMEWORK, evidence(numbers, kinds, columns, found, read_items(country.items(YEAR))))


def hashed(result: Scores) -> str:
    """Every figure that is printed, in one word."""
    parts = (result.agencies, result.indicators, result.instruments, result.totals, result.levels)
    return hashlib.sha256(b"".join(np.ascontiguousarray(part, np.int64).tobytes() for part in parts)).hexdigest()[:12]


def counter(name: str) -> Count:
    """How an engine counts."""
    if name == "cube":
        return from_cube
    if name in ("polars", "pandas"):
        return of_polars if name == "polars" else of_pandas
    from prongsai.analysis.engines.duck import duckdb
    from prongsai.analysis.engines.spark import spark

    if name == "spark":
        return through_ibis(spark("local[2]"))
    return through_ibis(duckdb()) if name == "ibis" else of_duckdb(duckdb())


def peak() -> float:
    """The most memory of this process so far, in MB. ``getrusage`` would count what its parent had before it began."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return int(status.read_text().split("VmHWM:")[1].split()[0]) / 1024


def main() -> int:
    """Run one engine."""
    name, folder, runs = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    country, count, hashes = Country(folder), counter(name), set()
    seconds, processor = [], []
    for _run in range(runs + 1):
        start, worked = time.perf_counter(), time.process_time()
        result = scored(country, count)
        seconds.append(time.perf_counter() - start)
        processor.append(time.process_time() - worked)
        hashes.add(hashed(result))
    [one] = hashes
    print(json.dumps({"seconds": seconds, "processor": processor, "peak": peak(), "scores": one}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
