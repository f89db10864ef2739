"""Tables of published results: every row is read, or refused by row and column."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyarrow as arrow
import pyarrow.parquet as parquet
import pytest

from prongsai.analysis.results import Cell, Results, load_results, read_results
from prongsai.analysis.results.headings import letters
from prongsai.core.access.decision import Refused

HEAD: list[Cell] = ["ปี", "หน่วยงาน", "ประเภท", "จังหวัด", *map(str, range(1, 11)), "คะแนนรวม", "ระดับ"]
SCORES: list[Cell] = ["100", "97.89", "99.83", "98.77", "99.56", "98.32", "97.65", "98.25", "100", "100"]


def row(
    name: str = "เทศบาลตำบลท่าโขง", *, year: Cell = 2566, kind: str = "ทต.", province: str = "ลพบุรี",
    scores: Sequence[Cell] = SCORES, total: Cell = None, level: Cell = None,
) -> list[Cell]:  # fmt: skip
    """One agency."""
    return [year, name, kind, province, *scores, total, level]


def read(*rows: Sequence[Cell], head: Sequence[Cell] = HEAD, year: int | None = None) -> Results:
    """A table with its heading in row 1."""
    return read_results(enumerate([head, *rows], start=1), year)


def faults(results: Results) -> list[tuple[int, str, str]]:
    """Row, column and Thai sentence of every fault."""
    return [(one.row, one.column, one.sentence.th) for one in results.faults]


def test_it_reckons_what_the_row_does_not_tell() -> None:
    [score] = read(row()).scores
    assert (score.total, score.level) == (9918, "ผ่านดีเยี่ยม")
    assert score.instruments == {"IIT": 9921, "EIT": 9807, "OIT": 10000}
    assert (score.year, score.kind, score.province) == (2566, "subdistrict_municipality", "ลพบุรี")


def test_it_reads_thai_digits_numbers_and_other_spellings() -> None:
    thai = ["๑๐๐", "๙๗.๘๙", 99.83, "98.77 %", *SCORES[4:]]
    results = read(row(year="๒๕๖๖", kind="เทศบาล ตำบล", province="จ.ลพบุรี", scores=thai))
    assert results.faults == []
    assert results.scores[0].indicators == read(row()).scores[0].indicators


@pytest.mark.parametrize(
    ("score", "said"),
    [("101", "คะแนน 101 อยู่นอกช่วง"), ("-1", "คะแนน -1 อยู่นอกช่วง"), ("๑๐๐.๐๑", "อยู่นอกช่วง"), ("ดี", "ไม่ใช่ตัวเลข"),
     ("NaN", "ไม่ใช่ตัวเลข"), ("97,89", "ไม่ใช่ตัวเลข"), ("", "ว่างอยู่"), (None, "ว่างอยู่"), (float("inf"), "ไม่ใช่ตัวเลข")],
)  # fmt: skip
def test_it_refuses_what_is_no_score_by_row_and_column(score: Cell, said: str) -> None:
    results = read(row(), row("เทศบาลตำบลหนองน้ำ", scores=[*SCORES[:6], score, *SCORES[7:]]))
    [(line, column, sentence)] = faults(results)
    assert (line, column) == (3, "K")
    assert said in sentence
    assert [one.name for one in results.scores] == ["เทศบาลตำบลท่าโขง"]
    assert "แถว 3 คอลัมน์ K (7)" in str(results.faults[0])


def test_nine_indicators_are_refused_once_and_not_row_by_row() -> None:
    results = read(row(), row("อบต.ก"), head=[one for one in HEAD if one != "10"])
    [(line, _column, sentence)] = faults(results)
    assert line == 1
    assert "ไม่มีคอลัมน์ตัวชี้วัดที่ 10" in sentence
    assert results.scores == []


def test_a_row_with_nine_scores_is_refused() -> None:
    assert faults(read(row(scores=[*SCORES[:9], ""])))[0][:2] == (2, "N")


def test_an_agency_that_stands_twice_in_a_year_is_refused_with_both_rows() -> None:
    results = read(row(), row(year=2565), row())
    [(line, column, sentence)] = faults(results)
    assert (line, column) == (4, "B")
    assert "ซ้ำกับแถว 2" in sentence
    assert len(results.scores) == 2


def test_it_refuses_unknown_kinds_provinces_years_and_nameless_agencies() -> None:
    bad = [row(kind="บริษัท"), row(province="ลพบุรรี"), row(province=""), row(year="2023"), row(name=" ")]
    assert [one[:2] for one in faults(read(*bad))] == [(2, "C"), (3, "D"), (4, "D"), (5, "A"), (6, "B")]


def test_bodies_of_the_centre_need_no_province() -> None:
    assert read(row("กรมสมมุติ", kind="กรม", province="")).faults == []


def test_what_contradicts_itself_is_read_and_told() -> None:
    results = read(row(total="92.18", level="ดีมาก"), row("อบต.ก", kind="อบต.", total="99.19"))
    assert [(one.row, one.column) for one in results.notes] == [(2, "O"), (2, "P")]
    assert results.scores[0].total == 9218
    assert results.scores[1].total == 9919  # a hundredth is within what rounding explains


def test_the_year_may_be_said_once_for_all_rows() -> None:
    head, cells = HEAD[1:], row()[1:]
    assert [one[0] for one in faults(read(cells, head=head))] == [1]
    assert read(cells, head=head, year=2565).scores[0].year == 2565


def test_lines_above_the_heading_and_blank_rows_are_passed_over() -> None:
    lines: list[list[Cell]] = [["ผลการประเมิน ปี 2566"], [], HEAD, [None, ""], row()]
    results = read_results(enumerate(lines, start=1))
    assert (len(results.scores), results.faults) == (1, [])


def test_headings_may_be_the_names_of_indicators() -> None:
    head = [*HEAD[:4], "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "การใช้งบประมาณ", *HEAD[6:]]
    assert read(row(), head=head).scores[0].indicators[2] == 9789


def test_a_heading_that_stands_twice_is_refused() -> None:
    assert faults(read(row(), head=[*HEAD, "1"]))[0][:2] == (1, "Q")


def test_a_table_without_heading_is_refused() -> None:
    assert "ไม่พบแถวหัวตาราง" in faults(read(row(), head=["ก", "ข"]))[0][2]
    assert "ไม่พบแถวหัวตาราง" in faults(read_results([]))[0][2]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_it_reads_csv_of_every_encoding_and_mark(tmp_path: Path, encoding: str, mark: str) -> None:
    path = tmp_path / "results.csv"
    cells = ["๒๕๖๖", *row()[1:]]
    text = "\r\n".join(mark.join(str(cell or "") for cell in line) for line in (HEAD, cells))
    path.write_bytes(text.encode(encoding, errors="replace" if encoding == "cp874" else "strict"))
    results = load_results(path)
    assert results.faults == []
    assert results.scores[0].name == "เทศบาลตำบลท่าโขง"


def test_rows_of_a_csv_are_counted_as_an_editor_counts_lines(tmp_path: Path) -> None:
    path = tmp_path / "results.csv"
    good = ",".join(str(cell or "") for cell in row('"เทศบาล\nตำบลท่าโขง"'))
    bad = ",".join(str(cell or "") for cell in row("อบต.ก", kind="?"))
    path.write_text("\n".join([",".join(map(str, HEAD)), good, bad]), "utf-8")
    assert faults(load_results(path))[0][:2] == (4, "C")


def test_it_reads_parquet(tmp_path: Path) -> None:
    path = tmp_path / "results.parquet"
    parquet.write_table(arrow.table({str(name): [cell] for name, cell in zip(HEAD, row(), strict=True)}), path)
    assert load_results(path).scores == read(row()).scores


def test_other_files_are_refused_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="CSV"):
        load_results(tmp_path / "results.xlsx")


def test_columns_are_named_as_in_a_sheet() -> None:
    assert [letters(place) for place in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
