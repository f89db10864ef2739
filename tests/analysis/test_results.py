"""Files of published results of several years: every row is read, or refused by row and column.

What a cell, a heading and a row may say is tested in tests/core/country/test_table.py, the dress of the file in
tests/web/country/test_loading.py: all three ways in read by the same code.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as arrow
import pyarrow.parquet as parquet
import pytest
import xlsxwriter

from prongsai.analysis.published import tables_of
from prongsai.analysis.results import Results, load_results
from prongsai.core.access.decision import Refused

HEAD = ("ปี", "หน่วยงาน", "ประเภท", "จังหวัด", *map(str, range(1, 11)), "คะแนนรวม", "ระดับ", "รหัส")
SCORES = ("100", "97.89", "99.83", "98.77", "99.56", "98.32", "97.65", "98.25", "100", "100")


def row(
    name: str = "เทศบาลตำบลท่าโขง", *, year: str = "2566", kind: str = "ทต.", province: str = "ลพบุรี",
    scores: Sequence[str] = SCORES, total: str = "", level: str = "", code: str = "",
) -> list[str]:  # fmt: skip
    """One agency."""
    return [year, name, kind, province, *scores, total, level, code]


def as_csv(*rows: Sequence[str], head: Sequence[str] = HEAD) -> str:
    """A table with its heading in row 1."""
    return "\n".join(",".join(cells) for cells in (head, *rows))


def read(path: Path, *rows: Sequence[str], head: Sequence[str] = HEAD, year: int | None = None) -> Results:
    """What is read of them from a file."""
    file = path / "results.csv"
    file.write_text(as_csv(*rows, head=head), "utf-8")
    return load_results(file, year)


def faults(results: Results) -> list[tuple[int, int, str]]:
    """Row, column from 1 and Thai sentence of every fault."""
    return [(one.row, one.column, one.what.th) for one in results.faults]


def scores(results: Results) -> list[dict[str, Any]]:
    """The table of scores."""
    found: list[dict[str, Any]] = tables_of(results.rows)[0].to_pylist()
    return found


def test_it_reckons_what_the_row_does_not_tell(tmp_path: Path) -> None:
    [one] = scores(read(tmp_path, row()))
    assert (one["total"], one["level"], one["passed"]) == (9918, "ผ่านดีเยี่ยม", True)
    assert (one["IIT"], one["EIT"], one["OIT"]) == (9921, 9807, 10000)
    assert (one["year"], one["kind"], one["region"]) == (2566, "subdistrict_municipality", "central")
    assert (one["indicator_2"], one["indicator_10"]) == (9789, 10000)


def test_years_are_read_each_by_its_own_rules(tmp_path: Path) -> None:
    rows = [row(year="๒๕๖๕", level="AA"), row(year="66", level="ผ่านดีเยี่ยม"), row(year="ปี พ.ศ. 2564")]
    results = read(tmp_path, *rows)
    assert results.faults == () and sorted(results.rows) == [2564, 2565, 2566]
    assert [(one["year"], one["level"]) for one in scores(results)] == [
        *((2564, "AA"), (2565, "AA"), (2566, "ผ่านดีเยี่ยม")),
    ]


def test_every_fault_of_every_year_is_named(tmp_path: Path) -> None:
    bad = [
        *(row("ก", year="2565", scores=("101", *SCORES[1:])), row("ข", year="2023"), row("ค", kind="บริษัท")),
        *(row("ง", scores=(*SCORES[:9], "")), row("จ", year=""), row("ฉ"), row("ฉ", year="2565"), row("ฉ")),
    ]
    found = faults(read(tmp_path, *bad))
    assert [one[:2] for one in found] == [(2, 5), (3, 1), (4, 3), (5, 14), (6, 1), (9, 2)]
    assert "0 ถึง 100" in found[0][2] and "2023" in found[1][2] and "9 จาก 10" in found[3][2]
    assert "ซ้ำกับแถว 7" in found[-1][2]


def test_nine_indicators_are_refused_once_and_not_year_by_year(tmp_path: Path) -> None:
    results = read(tmp_path, row(), row(year="2565"), head=["x" if one == "10" else one for one in HEAD])
    [(line, _column, sentence)] = faults(results)
    assert line == 1 and "ขาดตัวชี้วัดที่ 10" in sentence


def test_the_year_may_be_said_once_for_all_rows(tmp_path: Path) -> None:
    head, cells = HEAD[1:], row()[1:]
    [(line, _column, sentence)] = faults(read(tmp_path, cells, head=head))
    assert line == 1 and "--year" in sentence
    assert list(read(tmp_path, cells, head=head, year=2565).rows) == [2565]


def test_tables_without_headings_or_rows_are_refused(tmp_path: Path) -> None:
    assert "ไม่พบหัวตาราง" in faults(read(tmp_path, row(), head=["ก", "ข"]))[0][2]
    assert "ไม่มีข้อมูล" in faults(read(tmp_path))[0][2]


def test_lines_above_the_heading_and_blank_rows_are_passed_over(tmp_path: Path) -> None:
    results = read(tmp_path, [""], HEAD, ["", ""], row(), head=["ผลการประเมิน ปี 2566"])
    assert results.faults == () and [one.number for one in results.rows[2566]] == [5]


def test_what_contradicts_itself_is_read_and_told(tmp_path: Path) -> None:
    results = read(tmp_path, row(total="92.18"), row("อบต.ก", kind="อบต.", total="99.19"))
    assert [(one.row, one.column) for one in results.warnings] == [(2, 15)]
    # A hundredth is within what rounding explains.
    assert [one["total"] for one in scores(results)] == [9218, 9919]


def test_an_agency_is_known_again_by_its_code_or_its_name(tmp_path: Path) -> None:
    rows = [row("เดิม", year="2564", code="7"), row("ใหม่", year="2565", code="7"), row("ใหม่")]
    made, register = tables_of(read(tmp_path, *rows).rows)
    assert made.column("number").to_pylist() == [0, 0, 0]
    assert register.column("name").to_pylist() == ["ใหม่"]


def test_an_agency_without_a_result_stands_in_the_register_alone(tmp_path: Path) -> None:
    made, register = tables_of(read(tmp_path, row("ก"), row("ข", scores=[""] * 10)).rows)
    assert made.column("name").to_pylist() == ["ก"]
    assert register.column("name").to_pylist() == ["ก", "ข"]


def test_it_reads_parquet_with_numbers_as_numbers(tmp_path: Path) -> None:
    columns: dict[str, list[Any]] = {name: [cell] for name, cell in zip(HEAD, row(), strict=True)}
    columns |= {"ปี": [2566.0], **{str(at): [float(SCORES[at - 1])] for at in range(1, 11)}}
    parquet.write_table(arrow.table(columns), tmp_path / "results.parquet")
    assert scores(load_results(tmp_path / "results.parquet")) == scores(read(tmp_path, row()))


def test_it_reads_excel(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "results.xlsx")) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, row())
    assert scores(load_results(tmp_path / "results.xlsx")) == scores(read(tmp_path, row()))


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"\x00\x01\x02", b"PK\x03\x04 no zip", b'a,"' + b"b\n" * 100_000])
def test_what_is_no_table_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "results.csv").write_bytes(data)
    with pytest.raises(Refused):
        load_results(tmp_path / "results.csv")
