"""National figures: what is shipped, and how a faulty file is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from prongsai.core.framework.benchmarks import Benchmark, benchmark
from prongsai.core.framework.origin import Confidence, Origin
from prongsai.frameworks import benchmarks
from prongsai.frameworks.national import read_benchmarks
from prongsai.strict_yaml import Faulty

SOUND = "schema: 1\nbenchmarks:\n" + (
    '  - year: 2566\n    code: total\n    mean: "90.19"\n    source: S\n    confidence: certain\n'
)


def test_it_has_the_published_means_of_seven_years() -> None:
    means = {one.year: str(one.mean) for one in benchmarks() if one.code == "total"}
    assert means == {
        2562: "66.7", 2563: "67.90", 2564: "81.25", 2565: "87.57", 2566: "90.19", 2567: "93.05", 2568: "93.82",
    }  # fmt: skip


def test_what_is_remembered_or_derived_is_not_certain() -> None:
    sure = {one.year: one.origin.confidence for one in benchmarks() if one.code == "total"}
    assert sure[2562] is Confidence.MEMORY and sure[2567] is Confidence.LIKELY and sure[2566] is Confidence.CERTAIN


def test_it_finds_the_figures_of_a_year_and_of_a_kind_where_they_are_known() -> None:
    origin = Origin("made up", Confidence.CERTAIN)
    of_all, of_kind = Benchmark(2566, "total", origin), Benchmark(2566, "total", origin, kind="town_municipality")
    assert benchmark((of_all, of_kind), 2566, "total", "town_municipality") is of_kind
    assert benchmark((of_all, of_kind), 2566, "total", "city_municipality") is of_all
    assert benchmark((of_all, of_kind), 2566, "total") is of_all
    assert benchmark((of_all, of_kind), 2567, "total") is None
    passed = benchmark(benchmarks(), 2565, "total")
    assert passed is not None and (passed.agencies, passed.passed, str(passed.passed_share)) == (8303, 5855, "70.52")


@pytest.mark.parametrize(
    ("old", "new", "line", "sentence"),
    [
        ("code: total", "code: IIT", 4, "'code' is total or an indicator"),
        ("code: total", "code: total\n    kind: city", 5, "'city' is no kind of agency"),
        ('"90.19"', '"190.19"', 5, "'mean' is a number from 0 to 100"),
        ("    source: S\n", "", 3, "missing key 'source'"),
        ("    code: total\n", "    code: total\n    odd: 1\n", 5, "unknown key 'odd'"),
        ("    source: S\n", "    agencies: -1\n    source: S\n", 6, "'agencies' is not below 0"),
    ],
)
def test_it_names_the_line_of_a_fault(tmp_path: Path, old: str, new: str, line: int, sentence: str) -> None:
    file = tmp_path / "benchmarks.yaml"
    file.write_text(SOUND.replace(old, new), encoding="utf-8")
    with pytest.raises(Faulty) as told:
        read_benchmarks(file)
    assert (line, sentence) in {(fault.line, fault.sentence.en) for fault in told.value.faults}
    file.write_text(SOUND, encoding="utf-8")
    assert len(read_benchmarks(file)) == 1
