"""A table of results is read, or refused with the row and the column."""

from __future__ import annotations

import pytest

from prongsai.core.country.columns import header_of
from prongsai.core.country.table import MOST_ROWS, Checked, letters
from prongsai.frameworks import load
from tests.core.country.made import HEADINGS, SCORES, read, row


def fault(checked: Checked) -> tuple[int, int, str]:
    [one] = checked.faults
    return one.row, one.column, one.what.th


def test_it_reads_a_row() -> None:
    [one] = read(row(scores=["98.52", "90.1", *SCORES[:8]])).rows
    assert (one.number, one.code, one.name, one.kind, one.province) == (
        *(2, "001", "ทต.สมมุติ", "subdistrict_municipality", "ลพบุรี"),
    )
    assert one.indicators == (9852, 9010, *(9000,) * 8)


def test_it_reckons_total_and_level_where_the_table_has_none() -> None:
    [one] = read(row(scores=["100.00"] * 10)).rows
    assert (one.total, one.level) == (10_000, "ผ่านดีเยี่ยม")


def test_it_reads_thai_digits() -> None:
    [one] = read(row(code="๐๐๑", scores=["๙๗.๖๕"] * 10)).rows
    assert one.code == "001" and set(one.indicators or ()) == {9765}


def test_a_score_over_100_is_named_by_row_and_column() -> None:
    checked = read(row("001", "ก"), row("002", "ข", ["100.01", *SCORES[1:]]))
    assert fault(checked)[:2] == (3, 5)
    assert checked.faults[0].place.th == "แถว 3 คอลัมน์ E (ตัวชี้วัดที่ 1)"
    assert "0 ถึง 100" in checked.faults[0].what.th


@pytest.mark.parametrize("text", ["-1", "−0.5", "1000000", "97,65", "ดีมาก", "1e2", "nan!", "9" * 5000])
def test_what_is_no_score_is_named(text: str) -> None:
    assert fault(read(row(scores=[text, *SCORES[1:]])))[:2] == (2, 5)


def test_nine_indicators_are_refused_with_the_one_that_lacks() -> None:
    where = fault(read(row(scores=[*SCORES[:6], "", *SCORES[7:]])))
    assert where[:2] == (2, 11) and "9 จาก 10" in where[2] and "ขาดตัวชี้วัดที่ 7" in where[2]


def test_a_table_with_nine_columns_of_indicators_is_refused() -> None:
    headings = [one for one in HEADINGS if one != "ตัวชี้วัดที่ 10"]
    assert "9 จาก 10" in fault(read(row()[:13], headings=headings))[2]


def test_a_body_that_stands_twice_is_refused_by_code_and_by_name() -> None:
    by_code = fault(read(row("001", "ก"), row("001", "ข")))
    by_name = fault(read(row("001", "ก"), row("002", "ก")))
    assert by_code[:2] == (3, 1) and "ซ้ำกับแถว 2" in by_code[2]
    assert by_name[:2] == (3, 2)


def test_a_namesake_in_another_province_is_another_body() -> None:
    other = row("002", "ก")
    other[3] = "สระบุรี"
    assert len(read(row("001", "ก"), other).rows) == 2


@pytest.mark.parametrize(
    ("column", "text", "hint"),
    [(3, "เทศบานตำบล", "ไม่รู้จักประเภท"), (4, "ลพบุริ", "ลพบุรี"), (4, "", "ไม่มีชื่อจังหวัด"), (2, "", "ไม่มีชื่อ")],
)
def test_kinds_provinces_and_names_must_be_known(column: int, text: str, hint: str) -> None:
    cells = row()
    cells[column - 1] = text
    where = fault(read(cells))
    assert where[:2] == (2, column) and hint in where[2]


@pytest.mark.parametrize("text", ["จังหวัดลพบุรี", "จ.ลพบุรี", " ลพบุรี "])
def test_a_province_may_bear_its_title(text: str) -> None:
    cells = row()
    cells[3] = text
    assert read(cells).rows[0].province == "ลพบุรี"


def test_a_central_body_needs_no_province() -> None:
    assert read(["9", "กรมสมมุติ", "ส่วนราชการระดับกรม", "", *SCORES]).rows[0].province == ""


def test_a_body_without_any_score_is_known_and_has_no_result() -> None:
    [one] = read(row(scores=["-", *[""] * 9])).rows
    assert one.indicators is None and one.total is None


def test_a_total_without_its_indicators_is_refused() -> None:
    assert fault(read(row(scores=[""] * 10, total="90.00")))[:2] == (2, 15)


def test_a_total_that_does_not_fit_is_kept_and_told() -> None:
    checked = read(row(total="91.00"))
    [warning] = checked.warnings
    assert (warning.row, warning.column) == (2, 15) and "90.00" in warning.what.th
    assert checked.rows[0].total == 9100 and not checked.faults


def test_the_two_decimals_of_the_published_indicators_are_no_difference() -> None:
    assert read(row(total="90.01")).warnings == ()


def test_more_decimals_are_rounded_and_counted() -> None:
    checked = read(row(scores=["97.645", *SCORES[1:]]))
    assert checked.rows[0].indicators and checked.rows[0].indicators[0] == 9765 and checked.rounded == 1


def test_a_row_of_another_year_is_refused() -> None:
    checked = read([*row(), "2565"], headings=[*HEADINGS, "ปีงบประมาณ"])
    assert fault(checked)[:2] == (2, 16)


def test_a_level_that_the_year_does_not_have_is_refused() -> None:
    headings = [*HEADINGS, "ระดับ"]
    assert fault(read([*row(), "AA"], headings=headings))[:2] == (2, 16)
    assert read([*row(total="90.00"), "ผ่านดี"], headings=headings).rows[0].level == "ผ่านดี"


def test_every_fault_is_told_and_nothing_is_half_read() -> None:
    checked = read(row("001", "ก", ["101", *SCORES[1:]]), row("002", "ข", ["ก", *SCORES[1:]]))
    assert [one.row for one in checked.faults] == [2, 3] and checked.rows == ()


def test_a_table_without_headings_is_refused_with_the_way_out() -> None:
    assert "ไม่พบหัวตาราง" in fault(read(row(), headings=["ก", "ข"]))[2]


def test_a_table_that_is_too_long_is_refused_with_its_length() -> None:
    rows = [row(str(at), f"ก{at}") for at in range(MOST_ROWS + 1)]
    assert "20,001" in fault(read(*rows))[2]


def test_a_title_may_stand_above_the_headings() -> None:
    checked = read(HEADINGS, row(), headings=["ผลการประเมิน ITA ปี 2566"])
    assert [one.number for one in checked.rows] == [3]


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("1. การปฏิบัติหน้าที่", "1"),
        ("ตัวชี้วัดที่ ๑๐", "10"),
        ("Indicator 3", "3"),
        ("การเปิดเผยข้อมูล", "9"),
        ("คะแนน ITA", "total"),
        ("agency name", "name"),
        ("9.1", None),
        ("ตัวชี้วัดย่อยที่ 10.1", None),
        ("2. การปฏิบัติหน้าที่", None),
        ("11", None),
    ],
)
def test_headings_are_known_by_their_variants(heading: str, key: str | None) -> None:
    assert header_of({4: heading}, load("ita", 2566)).columns == ({key: 4} if key else {})


def test_columns_have_the_letters_of_a_spreadsheet() -> None:
    assert [letters(one) for one in (1, 26, 27, 52, 703)] == ["A", "Z", "AA", "AZ", "AAA"]
