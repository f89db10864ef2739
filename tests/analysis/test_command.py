"""``prongsai synth`` and ``prongsai analyse``."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as parquet
import pytest
from python_calamine import CalamineWorkbook

from prongsai.cli import main
from tests.analysis.made import country
from tests.analysis.test_results import as_csv, row


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A country made by the command."""
    made = tmp_path_factory.mktemp("command") / "country"
    words = ["--agencies", "๓๐", "--respondents", "900", "--years", "2565-2566", "--seed", "4"]
    assert main(["synth", str(made), *words]) == 0
    return made


def run(code: str) -> subprocess.CompletedProcess[str]:
    """Python in a process of its own."""
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own words


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What the command prints when all is well."""
    assert main(["analyse", *words]) == 0
    return capsys.readouterr().out


def test_it_prints_a_table_with_thai_headings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = told(capsys, str(folder), "--by", "kind").splitlines()
    assert lines[0].split()[:3] == ["ปี", "ประเภท", "จำนวน"]
    assert "องค์การบริหารส่วนตำบล" in "".join(lines)
    assert all(line.lstrip().startswith("2566") for line in lines[1:])


def test_all_years_are_compared_where_years_are_the_groups(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(told(capsys, str(folder), "--by", "year", "--format", "json"))
    assert [one["year"] for one in rows] == [2565, 2566]
    assert round(rows[1]["mean"] - rows[0]["mean"], 2) == rows[1]["change"]


@pytest.mark.parametrize("show", ["summary", "distribution", "scores", "ranks", "changes", "outliers", "missing"])
@pytest.mark.parametrize("narrow", [(), ("--kind", "อบต.", "--region", "north")])
def test_everything_can_be_shown_and_drilled_down(
    folder: Path, capsys: pytest.CaptureFixture[str], show: str, narrow: tuple[str, ...]
) -> None:
    text = told(capsys, str(folder), "--show", show, "--format", "csv", *narrow)
    rows = list(csv.DictReader(text.removeprefix("\ufeff").splitlines()))
    if narrow and rows and "kind" in rows[0]:
        assert {(one["kind"], one["region"]) for one in rows} == {("subdistrict_organisation", "north")}
    if show in ("scores", "ranks", "changes", "summary"):
        assert rows


def test_a_rank_is_of_the_whole_country_whatever_is_looked_at(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = (str(folder), "--show", "ranks", "--format", "json")
    everybody = {one["code"]: one["place"] for one in json.loads(told(capsys, *words))}
    some = json.loads(told(capsys, *words, "--region", "northeast"))
    assert some
    assert all(everybody[one["code"]] == one["place"] for one in some)


def test_indicators_stand_below_each_other(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(told(capsys, str(folder), "--by", "indicator", "--format", "json"))
    assert [one["measure"] for one in rows][:5] == ["total", "IIT", "EIT", "OIT", "indicator_1"]
    assert len(rows) == 14


def test_files_hold_the_same_figures_with_two_decimals(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = json.loads(told(capsys, str(folder), "--show", "scores", "--format", "json"))
    for form in ("xlsx", "parquet", "csv"):
        told(capsys, str(folder), "--show", "scores", "--format", form, "--output", str(tmp_path / f"out.{form}"))
    expected = [one["total"] for one in rows]
    kept = parquet.read_table(tmp_path / "out.parquet").column("total").to_pylist()
    assert [float(value) for value in kept] == expected
    assert all(isinstance(value, Decimal) for value in kept)
    sheet = CalamineWorkbook.from_path(str(tmp_path / "out.xlsx")).get_sheet_by_index(0).to_python()
    assert [line[sheet[0].index("คะแนนรวม")] for line in sheet[1:]] == expected
    lines = list(csv.DictReader((tmp_path / "out.csv").read_text("utf-8-sig").splitlines()))
    assert [float(one["total"]) for one in lines] == expected


def test_raw_answers_and_the_cube_print_the_same(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = (str(folder), "--show", "scores", "--format", "csv")
    assert told(capsys, *words) == told(capsys, *words, "--raw")


def test_it_says_beside_the_figures_what_has_no_source(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyse", str(folder)]) == 0
    assert "จากความจำ" in capsys.readouterr().err


def test_published_results_are_analysed_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "results.csv"
    rows = [row(), row(year="2565"), row("อบต.ก", kind="อบต.", scores=["80"] * 10, year="2565")]
    path.write_bytes(as_csv(*rows).encode("cp874"))
    [group] = json.loads(told(capsys, str(path), "--format", "json"))
    assert (group["mean"], group["before"], group["passed"]) == (99.18, 89.59, 1)
    [one] = json.loads(told(capsys, str(path), "--show", "missing", "--format", "json"))
    assert one["name"] == "อบต.ก"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["analyse", "{folder}", "--year", "2599"], "2565, 2566"),
        (["analyse", "{folder}", "--format", "xlsx"], "--output"),
        (["analyse", "{folder}/nowhere"], "prongsai synth"),
        (["analyse", "{folder}", "--show", "outliers", "--measure", "IIT"], "--measure"),
        (["synth", "{folder}"], "not empty"),
        (["synth", "{folder}/new", "--years", "2599"], "ita 2599"),
    ],
)
def test_it_refuses_with_the_way_out(
    folder: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert main([word.format(folder=folder) for word in words]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [["synth", "--agencies", "many"], ["synth", "--years", "2566-2560"], ["analyse", "x", "--measure", "11"],
     ["analyse", "x", "--kind", "ร้านค้า"], ["analyse", "x", "--year", "66"]],
)  # fmt: skip
def test_words_that_mean_nothing_are_refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(words)
    assert "(" in capsys.readouterr().err


@pytest.mark.parametrize("file", ["answers/IIT/late.parquet", "items.parquet"])
def test_a_damaged_file_is_told_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str], file: str) -> None:
    made = country(tmp_path / "country")
    damaged = made.folder / "2566" / file
    damaged.write_bytes(b"PAR1 and no more PAR1")
    assert main(["analyse", str(made.folder)]) == 2
    assert "อ่านไฟล์ Parquet ไม่ได้" in capsys.readouterr().err
    assert not made.scores(2566).exists()


def test_bad_rows_of_a_table_are_named_and_nothing_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "results.csv"
    path.write_text(as_csv(row(), row("อบต.ก", kind="อบต.", scores=["101", *["80"] * 9])), "utf-8")
    assert main(["analyse", str(path)]) == 2
    out = capsys.readouterr()
    assert out.out == ""
    assert "แถว 3 คอลัมน์ E (1): คะแนน 101" in out.err


def test_the_command_line_starts_without_anything_heavy() -> None:
    heavy = "{'numpy', 'ibis', 'pyarrow', 'duckdb', 'pandas', 'django'}"
    done = run(f"import sys, prongsai.cli; prongsai.cli.parser(); print(*{heavy} & set(sys.modules))")
    assert (done.returncode, done.stdout.strip()) == (0, "")


@pytest.mark.parametrize("words", [["synth", "{new}"], ["analyse", "{folder}"]])
def test_a_missing_extra_is_named_with_its_command(folder: Path, tmp_path: Path, words: list[str]) -> None:
    """As on a machine where the extra is not installed."""
    words = [word.format(new=tmp_path / "new", folder=folder) for word in words]
    absent = "import sys; sys.modules['numpy'] = sys.modules['ibis'] = None"
    done = run(f"{absent}\nfrom prongsai.cli import main\nsys.exit(main({words!r}))")
    assert done.returncode == 2
    assert 'pip install "prongsai[analysis]"' in done.stderr
    assert not (tmp_path / "new").exists()
