"""The same expressions on Spark: counts, scores and every answer are those of DuckDB, to the last digit printed.

Skipped where PySpark or Java is not there; ``make test-spark`` installs PySpark and runs it.
"""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from prongsai.analysis.engines import Engine
from prongsai.analysis.engines.duck import duckdb
from prongsai.analysis.engines.spark import spark
from prongsai.analysis.scored import raw_counts
from prongsai.cli import main
from tests.analysis.made import FRAMEWORK, country

pytestmark = [
    pytest.mark.skipif(importlib.util.find_spec("pyspark") is None, reason="needs PySpark: make test-spark"),
    pytest.mark.skipif(shutil.which("java") is None, reason="needs Java 17: make test-spark"),
    pytest.mark.slow,
    # Spark's own way to numpy and pandas is behind both of them.
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::UserWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A country of two years."""
    return country(tmp_path_factory.mktemp("spark") / "country", (2565, 2566), 60, 2000).folder


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    """A Spark of this machine alone."""
    made = spark("local[2]")
    yield made
    made.connection._session.stop()


def test_it_counts_the_same(folder: Path, engine: Engine) -> None:
    from prongsai.analysis.country import Country

    here, there = (raw_counts(Country(folder), FRAMEWORK, one) for one in (duckdb(1), engine))
    for instrument, counts in here.items():
        np.testing.assert_array_equal(counts.agencies, there[instrument].agencies)
        np.testing.assert_array_equal(counts.values, there[instrument].values)


@pytest.mark.parametrize(
    "words",
    [
        ["--by", "kind", "--by", "year"],
        ["--by", "indicator", "--by", "province"],
        ["--by", "level", "--measure", "9"],
        ["--show", "distribution", "--by", "region"],
        ["--show", "scores"],
        ["--show", "ranks"],
        ["--show", "changes"],
        ["--show", "outliers"],
        ["--show", "missing"],
    ],
    ids=" ".join,
)
def test_it_prints_the_same(folder: Path, engine: Engine, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    printed = []
    for name in ("duckdb", "spark"):
        assert main(["analyse", str(folder), "--raw", "--format", "csv", "--engine", name, *words]) == 0
        printed.append(capsys.readouterr().out)
    assert len(printed[0].splitlines()) > 1 or "outliers" in words or "missing" in words
    assert printed[0] == printed[1]
