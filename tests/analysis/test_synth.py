"""A made-up country is plausible, the same for the same seed, and nobody's."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as parquet
import pytest

from prongsai import places
from prongsai.analysis.counting.columns import answer_columns
from prongsai.analysis.country import Country
from prongsai.analysis.engines.duck import duckdb
from prongsai.analysis.register import read_register
from prongsai.analysis.scored import score_year
from prongsai.analysis.synth.agencies import agencies
from prongsai.analysis.synth.make import Wanted, make
from prongsai.core.access.decision import Refused
from prongsai.core.country.kinds import KINDS
from prongsai.frameworks.loader import NoFramework, load
from tests.analysis.made import FRAMEWORK, country


def files(made: Country) -> dict[str, bytes]:
    """Everything in a country's folder."""
    return {str(one.relative_to(made.folder)): one.read_bytes() for one in made.folder.rglob("*") if one.is_file()}


def test_equal_seeds_make_equal_files(tmp_path: Path) -> None:
    one, other = country(tmp_path / "one"), country(tmp_path / "other")
    assert files(one) == files(other)
    third = make(tmp_path / "third", Wanted(40, 1200, [2566], 8))
    assert files(third)["2566/items.parquet"] != files(one)["2566/items.parquet"]


def test_it_has_as_many_agencies_and_respondents_as_asked_for(tmp_path: Path) -> None:
    made = country(tmp_path / "country")
    assert len(list(read_register(made.register))) == 40
    rows = sum(parquet.read_metadata(made.shards(2566, name)[0]).num_rows for name in ("IIT", "EIT"))
    assert rows == 1200


def test_answers_stand_by_agency_and_are_choices(tmp_path: Path) -> None:
    made = country(tmp_path / "country")
    table = parquet.read_table(made.shards(2566, "IIT")[0])
    numbers = table.column("agency").to_pylist()
    assert numbers == sorted(numbers)
    for one in answer_columns(FRAMEWORK, "IIT"):
        assert set(table.column(one.key).to_pylist()) <= {*one.values, None}
    left_out = sum(table.column(one.key).null_count for one in answer_columns(FRAMEWORK, "IIT"))
    assert 0.02 < left_out / (table.num_rows * 51) < 0.04


@pytest.mark.parametrize(("year", "mean"), [(2563, 67.90), (2566, 90.19), (2568, 93.82)])
def test_the_national_mean_is_near_the_published_one(tmp_path: Path, year: int, mean: float) -> None:
    made = make(tmp_path / "country", Wanted(300, 9000, [year], 3))
    totals = score_year(made, load("ita", year), duckdb(1)).column("total").drop_null().to_pylist()
    assert abs(sum(totals) / len(totals) / 100 - mean) < 1.5


def test_names_are_made_up_and_provinces_are_real() -> None:
    provinces = {one.name for one in places.load().provinces}
    bodies = list(agencies(8300, 1))
    assert len({one.code for one in bodies}) == 8300
    assert all("สมมุติ" in one.name for one in bodies)
    assert {one.province for one in bodies} <= {*provinces, ""}
    assert len({one.province for one in bodies}) == 77  # all but the capital, and the bodies of the centre
    assert all(one.province for one in bodies if KINDS[one.kind].local)
    assert len({(one.name, one.province) for one in bodies}) == 8300


def test_a_country_of_one_agency_can_be_made(tmp_path: Path) -> None:
    made = make(tmp_path / "country", Wanted(1, 50, [2566], 1))
    assert score_year(made, FRAMEWORK, duckdb(1)).num_rows == 1


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep")
    with pytest.raises(Refused, match="not empty"):
        make(tmp_path, Wanted(1, 10, [2566], 1))
    assert [one.name for one in tmp_path.iterdir()] == ["mine.txt"]


def test_a_year_without_rules_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(NoFramework):
        make(tmp_path / "country", Wanted(1, 10, [2566, 2599], 1))
    assert not (tmp_path / "country").exists()
