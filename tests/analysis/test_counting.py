"""Counting raw answers, and keeping the counts up to date."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pyarrow as arrow
import pyarrow.parquet as parquet
import pytest

from prongsai.analysis.arrays import numbers
from prongsai.analysis.counting import cube
from prongsai.analysis.counting.columns import AnswerColumn, answer_columns, surveyed
from prongsai.analysis.counting.counts import Counts
from prongsai.analysis.country import Country
from prongsai.analysis.engines import Engine
from prongsai.analysis.engines.duck import duckdb
from prongsai.analysis.scored import columns_of, cube_counts, gathered, raw_counts
from prongsai.analysis.scoring.one import tally_of
from prongsai.core.access.decision import Refused
from prongsai.core.scoring.answers import tally
from tests.analysis.made import FRAMEWORK, country


@pytest.fixture(scope="module")
def engine() -> Engine:
    """DuckDB on one thread."""
    return duckdb(1)


@pytest.fixture
def made(tmp_path: Path) -> Country:
    """A small country of one year."""
    return country(tmp_path / "country")


def test_both_surveys_have_every_part_of_every_question_as_a_column() -> None:
    assert surveyed(FRAMEWORK) == ("IIT", "EIT")
    assert len(answer_columns(FRAMEWORK, "IIT")) == 51
    assert {len(one.values) for one in answer_columns(FRAMEWORK, "IIT")} == {2, 4}


def test_it_counts_what_the_core_counts(made: Country, engine: Engine) -> None:
    """Left-out answers are counted nowhere, in either."""
    given = gathered(made, FRAMEWORK, raw_counts(made, FRAMEWORK, engine))
    responses = [
        {**row, "instrument": instrument}
        for instrument in ("IIT", "EIT")
        for row in parquet.read_table(made.shards(2566, instrument)[0]).to_pylist()
    ]
    assert any(value is None for row in responses for value in row.values())
    for place, agency in enumerate(given.agencies):
        own = [
            {key: value for key, value in row.items() if value is not None and key not in ("agency", "instrument")}
            for row in responses
            if row["agency"] == agency
        ]
        assert tally_of(given, place).counts == tally(own).counts


def test_the_cube_holds_what_the_raw_answers_hold(made: Country, engine: Engine) -> None:
    from_cube, raw = cube_counts(made, FRAMEWORK, engine), raw_counts(made, FRAMEWORK, engine)
    again = cube_counts(made, FRAMEWORK, engine)
    for instrument, counts in raw.items():
        for other in (from_cube[instrument], again[instrument]):
            np.testing.assert_array_equal(other.of(counts.names), counts.values)


def test_only_what_is_new_is_counted(made: Country, engine: Engine) -> None:
    cube_counts(made, FRAMEWORK, engine)
    first = made.shards(2566, "EIT")[0]
    parquet.write_table(parquet.read_table(first).slice(0, 100), made.answers(2566, "EIT", "late"))
    counted: list[list[str]] = []

    def count(files: list[Path]) -> Counts:
        counted.append([one.name for one in files])
        return engine.counts(files, columns_of(FRAMEWORK)["EIT"])

    names = [name for one in columns_of(FRAMEWORK)["EIT"] for name in one.counted]
    kept = cube.refresh(made.cube(2566, "EIT"), made.shards(2566, "EIT"), names, count)
    assert counted == [["late.parquet"]]
    np.testing.assert_array_equal(kept.values, raw_counts(made, FRAMEWORK, engine)["EIT"].values)
    cube.refresh(made.cube(2566, "EIT"), made.shards(2566, "EIT"), names, count)
    assert len(counted) == 1


def test_a_file_that_was_changed_or_taken_away_is_counted_anew(made: Country, engine: Engine) -> None:
    before = cube_counts(made, FRAMEWORK, engine)["IIT"].values.sum()
    shard = made.shards(2566, "IIT")[0]
    parquet.write_table(parquet.read_table(shard).slice(0, 50), shard)
    assert 0 < cube_counts(made, FRAMEWORK, engine)["IIT"].values.sum() < before
    shard.unlink()
    assert cube_counts(made, FRAMEWORK, engine)["IIT"].values.sum() == 0


def test_a_crash_while_writing_leaves_the_old_cube(
    made: Country, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    cube_counts(made, FRAMEWORK, engine)
    path = made.cube(2566, "IIT")
    old = path.read_bytes()

    def full_disk(_file: int) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OSError, match="no space"):
        cube.write(path, Counts.none(("respondents",)))
    assert path.read_bytes() == old
    assert [one.name for one in path.parent.iterdir() if one.name.startswith(".")] == []


@pytest.mark.parametrize("left", [0, 12, 3000])
def test_a_damaged_cube_is_counted_anew(made: Country, engine: Engine, left: int) -> None:
    whole = cube_counts(made, FRAMEWORK, engine)["IIT"]
    path = made.cube(2566, "IIT")
    path.write_bytes(path.read_bytes()[:left])
    again = cube_counts(made, FRAMEWORK, engine)["IIT"]
    np.testing.assert_array_equal(again.values, whole.values)


def test_counts_add_up_over_shards_in_any_order() -> None:
    one = Counts(np.array([1, 4], np.int32), ("a", "b"), np.array([[1, 2], [3, 4]], np.int32))
    other = Counts(np.array([0, 4], np.int32), ("a", "b"), np.array([[9, 9], [1, 1]], np.int32))
    assert (one + other).agencies.tolist() == [0, 1, 4]
    assert (one + other).values.tolist() == (other + one).values.tolist() == [[9, 9], [1, 2], [4, 5]]


def test_the_answers_of_an_agency_can_be_replaced() -> None:
    one = Counts(np.array([1, 4], np.int32), ("a",), np.array([[1], [3]], np.int32))
    new = Counts(np.array([4, 5], np.int32), ("a",), np.array([[7], [8]], np.int32))
    assert one.replaced(new).values.tolist() == [[1], [7], [8]]


def test_counts_of_other_questions_are_not_added() -> None:
    with pytest.raises(ValueError, match="different questions"):
        Counts.none(("a",)) + Counts.none(("b",))


def test_an_answer_that_is_no_choice_is_refused_with_question_and_file(tmp_path: Path, engine: Engine) -> None:
    path = tmp_path / "odd.parquet"
    table = {"agency": arrow.array([1, 1], arrow.int32()), "i2": arrow.array([5, None], arrow.int8())}
    parquet.write_table(arrow.table(table), path)
    columns = [one for one in answer_columns(FRAMEWORK, "IIT") if one.key == "i2"]
    with pytest.raises(Refused, match=r"1 answers to i2 in odd\.parquet are no choice"):
        engine.checked_counts([path], columns)


def test_many_passes_count_as_one(made: Country, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    columns: tuple[AnswerColumn, ...] = answer_columns(FRAMEWORK, "IIT")
    whole = engine.counts(made.shards(2566, "IIT"), columns)
    monkeypatch.setattr("prongsai.analysis.counting.expressions.AT_ONCE", 3)
    parts = engine.counts(made.shards(2566, "IIT"), columns)
    assert parts.names == whole.names
    np.testing.assert_array_equal(parts.values, whole.values)


def test_whole_numbers_are_read_however_a_program_keeps_them() -> None:
    """pandas makes floats of whole numbers of which some are missing."""
    for kind in (arrow.int8(), arrow.int16(), arrow.int32(), arrow.int64(), arrow.uint32(), arrow.float64()):
        column = arrow.chunked_array([arrow.array([100, None, 7], kind), arrow.array([], kind)])
        assert numbers(column, -1).tolist() == [100, -1, 7], kind


@pytest.mark.parametrize("value", [33.5, 3_100_500_123_456])
def test_what_is_no_whole_number_of_that_size_is_not_bent_into_one(value: float) -> None:
    with pytest.raises(arrow.ArrowInvalid):
        numbers(arrow.chunked_array([arrow.array([value])]))
