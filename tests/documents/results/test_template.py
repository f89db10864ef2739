"""A template goes out with names and comes back with figures; what cannot be taken is told by row and column."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from python_calamine import CalamineWorkbook

from prongsai.core.scoring.known import ItemResult, KnownResult
from prongsai.documents.readers import Refusal
from prongsai.documents.results import Received, Value, as_csv, as_xlsx, known_from, read_result
from prongsai.frameworks import load

FRAMEWORK = load("ita", 2566)
KNOWN = KnownResult(
    2566,
    indicators={number: Decimal("97.65") for number in range(1, 11)},
    sub_indicators={"9.1": Decimal(100), "10.2": Decimal("33.33")},
    questions={"i1": Decimal("98.1"), "e15": Decimal("96.05")},
    items={"O1": ItemResult(Decimal(100)), "O9": ItemResult(None), "O12": ItemResult(Decimal(0), "=ไม่พบข้อมูล, โปรดแก้")},
    total=Decimal("97.65"),
    level="ผ่านดีเยี่ยม",
)


def _read(text: str, encoding: str = "utf-8-sig") -> Received:
    return read_result(text.encode(encoding), "ผล.csv", FRAMEWORK, 2566)


def _values(received: Received) -> dict[str, Value]:
    return {one.code: one.value for one in received.found}


@pytest.mark.parametrize("write", [as_csv, as_xlsx])
def test_what_goes_out_comes_back(write: object) -> None:
    data = write(FRAMEWORK, 2566, KNOWN)  # type: ignore[operator]  # both writers take the same
    back = read_result(data, "ผล", FRAMEWORK, 2566)
    assert back.from_template
    assert back.problems == ()
    assert known_from(FRAMEWORK, 2566, _values(back), back.level) == KNOWN


def test_the_template_has_a_row_for_every_figure_of_the_year_and_no_formula() -> None:
    rows = list(csv.reader(io.StringIO(as_csv(FRAMEWORK, 2566, KNOWN).decode("utf-8-sig"))))
    codes = [row[0] for row in rows[1:]]
    assert rows[0][:3] == ["รหัส", "ชื่อ", "คะแนน ปี 2566"]
    assert codes[:12] == [*map(str, range(1, 11)), "รวม", "ระดับ"]
    assert codes[-43:] == [f"O{number}" for number in range(1, 44)]
    assert not any(cell.startswith("=") for row in rows for cell in row)
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(as_xlsx(FRAMEWORK, 2566, KNOWN))).get_sheet_by_index(0)
    assert [str(row[0]) for row in sheet.to_python()[1:]] == codes
    assert sheet.to_python()[1][2] == 97.65


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_old_encodings_other_separators_and_thai_digits_are_read(encoding: str, delimiter: str) -> None:
    rows = [
        ("รหัส", "ชื่อ", "คะแนน"),
        ("๑", "การปฏิบัติหน้าที่", "๙๗.๕๐ %"),
        ("๐๑๒", "รายงาน", "๐"),
        ("E๑๕", "", "ร้อยละ 96"),
        ("รวม", "", "97.1"),
    ]
    back = _read("\n".join(delimiter.join(row) for row in rows), encoding)
    assert back.problems == ()
    assert {code: value.score for code, value in _values(back).items()} == {
        "1": Decimal("97.50"),
        "O12": Decimal(0),
        "e15": Decimal(96),
        "total": Decimal("97.1"),
    }


@pytest.mark.parametrize(
    ("row", "place", "told"),
    [
        ("3,,100.5,", "แถว 3 คอลัมน์ C", "นอกช่วง 0 ถึง 100"),
        ("3,,-1,", "แถว 3 คอลัมน์ C", "นอกช่วง 0 ถึง 100"),
        ("3,,มาก,", "แถว 3 คอลัมน์ C", "ไม่ใช่ตัวเลข"),
        ("3,,1e2,", "แถว 3 คอลัมน์ C", "ไม่ใช่ตัวเลข"),
        ("O77,,100,", "แถว 3 คอลัมน์ A", "ไม่มีรหัส"),
        (",,100,", "แถว 3 คอลัมน์ A", "ไม่มีรหัส"),
        ("๑,,90,", "แถว 3 คอลัมน์ A", "ซ้ำกับแถว 2"),
        ("O2,,,ไม่พบ", "แถว 3 คอลัมน์ C", "ไม่มีคะแนน"),
        ("3,,-,", "แถว 3 คอลัมน์ C", "ไม่ใช่ตัวเลข"),
        ("ระดับ,,วิเศษ,", "แถว 3 คอลัมน์ C", "ไม่มีระดับ"),
        ("O2,,100," + "ก" * 2001, "แถว 3 คอลัมน์ D", "ยาวเกิน"),
    ],
)
def test_a_bad_cell_is_told_and_the_others_are_read(row: str, place: str, told: str) -> None:
    back = _read(f"รหัส,ชื่อ,คะแนน,หมายเหตุ\n1,,95,\n{row}\n2,,96,")
    assert [(one.where.th, told in one.why.th) for one in back.problems] == [(place, True)]
    assert set(_values(back)) == {"1", "2"}


def test_a_blank_line_counts_as_a_row_as_in_a_spreadsheet() -> None:
    back = _read("รหัส,ชื่อ,คะแนน\n\n1,,95\n,,\n2,,x")
    assert [one.where.th for one in back.found] == ["แถว 3 คอลัมน์ C"]
    assert [one.where.th for one in back.problems] == ["แถว 5 คอลัมน์ C"]


def test_a_template_of_another_year_is_refused() -> None:
    with pytest.raises(Refusal, match="แบบของปี 2565"):
        _read("รหัส,ชื่อ,คะแนน ปี ๒๕๖๕\n1,,95")


def test_too_many_rows_are_refused() -> None:
    with pytest.raises(Refusal, match="แถว"):
        _read("รหัส,ชื่อ,คะแนน\n" + "1,,95\n" * 2001)
