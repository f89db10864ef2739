"""All scores of a country: raw through Ibis on DuckDB, from the cube, and beside them pandas, Polars and others.

``make bench-analysis``. Every engine runs in a fresh process; imports and the first run are not counted. The limit
is the time in which this machine reads as many bytes from memory as there are answers, one byte each.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow.parquet as parquet

from prongsai.analysis.country import Country
from prongsai.analysis.engines.duck import duckdb
from prongsai.analysis.scored import cube_counts, score_year
from prongsai.analysis.summaries.groups import summary, summary_of_measures
from prongsai.analysis.synth.make import Wanted, make
from prongsai.frameworks.loader import load
from tests.bench.timing import line, median_seconds, once

YEAR, AGENCIES, RESPONDENTS, RUNS = 2566, 8300, 2_000_000, 5
#: Engine to what it is called.
ENGINES = {
    "ibis": "raw answers, Ibis on DuckDB",
    "cube": "counts cube",
    "duckdb": "raw answers, DuckDB alone",
    "polars": "raw answers, Polars",
    "pandas": "raw answers, pandas",
    "spark": "raw answers, Ibis on Spark local[2]",
}
#: Seconds and MB that the product is held to.
BARS = {"ibis": (1.0, 300), "cube": (0.1, 300)}


@dataclass(frozen=True, slots=True)
class Run:
    """What one engine took: seconds of the first run and of the others, MB at the peak, and a hash of all scores.

    ``processor``: seconds of all cores together, which a busy machine changes less than what the clock shows.
    """

    first: float
    seconds: list[float]
    processor: float
    peak: float
    scores: str

    @property
    def median(self) -> float:
        """Of the warm runs."""
        return statistics.median(self.seconds)


def memory_read(answers: int) -> float:
    """Seconds to read as many bytes as there are answers."""
    whole = np.ones(answers // 8, np.int64)
    return median_seconds(whole.sum, 9)


def run(engine: str, folder: Path) -> Run:
    """One engine in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.analysis_run", engine, str(folder), str(RUNS)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1]
    found = json.loads(told)
    processor = statistics.median(found["processor"][1:])
    return Run(found["seconds"][0], found["seconds"][1:], processor, found["peak"], found["scores"])


def there() -> list[str]:
    """The engines that are installed here."""
    needs = {"polars": "polars", "pandas": "pandas", "spark": "pyspark"}
    found = [one for one in ENGINES if one not in needs or importlib.util.find_spec(needs[one])]
    return found if shutil.which("java") else [one for one in found if one != "spark"]


def main() -> int:
    """Make the country, let every engine score it, and compare."""
    with tempfile.TemporaryDirectory() as temporary:
        country = Country(Path(temporary) / "country")
        seconds = once(lambda: make(country.folder, Wanted(AGENCIES, RESPONDENTS, [YEAR], 1)))
        line(f"make up {AGENCIES} agencies, {RESPONDENTS} respondents", seconds, "s")
        answers = _answers(country)
        framework, engine = load("ita", YEAR), duckdb()
        line("build the cube (first time, checked)", once(lambda: cube_counts(country, framework, engine)), "s")
        limit = memory_read(answers)
        line(f"limit: read {answers / 1e6:.1f} MB of answers from memory", limit, "s")
        runs = {one: run(one, country.folder) for one in there()}
        for one, found in runs.items():
            _print(one, found, runs["pandas"].median if "pandas" in runs else None, limit)
        hashes = {found.scores for found in runs.values()}
        print(
            f"every figure of every agency is the same in all engines: {'yes' if len(hashes) == 1 else 'NO'} {hashes}"
        )
        _more(country)
    return 0 if len(hashes) == 1 else 1


def _answers(country: Country) -> int:
    """Cells of answers, the 3 % left out included."""
    files = [parquet.ParquetFile(one) for name in ("IIT", "EIT") for one in country.shards(YEAR, name)]
    return sum(one.metadata.num_rows * (one.metadata.num_columns - 1) for one in files)


def _print(name: str, found: Run, pandas: float | None, limit: float) -> None:
    bar, most = BARS.get(name, (None, None))
    held = f"bar {bar} s, {most} MB" if bar else ""
    line(ENGINES[name], found.median, "s", held)
    beside = f", {pandas / found.median:.1f} × pandas" if pandas else ""
    print(
        f"    best {min(found.seconds):.3f} s, first {found.first:.2f} s, processor {found.processor:.3f} s, "
        f"peak {found.peak:.0f} MB, "
        f"{found.median / limit:.0f} × the limit{beside}"
    )


def _more(country: Country) -> None:
    """What an overseer waits for, and what keeps the cube up to date."""
    framework, engine = load("ita", YEAR), duckdb()
    score_year(country, framework, engine)
    table = engine.table([country.scores(YEAR)])
    line("summary by kind", median_seconds(lambda: engine.run(summary(table, ["year", "kind"]))), "s")
    line(
        "summary of all 14 scores by province",
        median_seconds(lambda: engine.run(summary_of_measures(table, ["year", "province"]))),
        "s",
    )
    shard = country.shards(YEAR, "EIT")[0]
    some = parquet.ParquetFile(shard).read_row_group(0)
    parquet.write_table(some, country.answers(YEAR, "EIT", "late"))
    start = time.perf_counter()
    cube_counts(country, framework, engine)
    line(f"bring the cube up to date with {some.num_rows} late respondents", time.perf_counter() - start, "s")


if __name__ == "__main__":
    sys.exit(main())
