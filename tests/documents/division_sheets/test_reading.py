"""What comes back is read whatever somebody did to it; what is no form of ours is told."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from prongsai.core.reports.reading import Status
from prongsai.documents.division_sheets import headings, read_division_sheet, status_in, write_division_sheet
from prongsai.documents.division_sheets.reading import LARGEST_FILE, MOST_ROWS
from prongsai.documents.readers import Refusal, read
from prongsai.layouts import load_tables
from tests.documents.division_sheets.sample import ROWS, SHEET, book_of, cells_of, head_of, sheet_of

SENT = write_division_sheet(SHEET)
CELLS = cells_of(SENT)
HEAD = head_of(CELLS)


def identities(data: bytes) -> list[str | None]:
    return [row.identity for row in read_division_sheet(data, "a.xlsx").rows]


def test_rows_know_who_they_are_when_they_were_sorted_deleted_or_copied() -> None:
    table = CELLS[HEAD + 1 :]
    assert identities(book_of([*CELLS[: HEAD + 1], *table[::-1]])) == ["three", "two", "one"]
    assert identities(book_of([*CELLS[: HEAD + 1], table[1], table[1]])) == ["two", "two"]


def test_columns_are_found_by_their_headings() -> None:
    moved = [[*row[3:], *row[:3]] for row in CELLS]
    (first, *_) = read_division_sheet(book_of(moved), "a.xlsx").rows
    assert (first.identity, first.number, first.title) == ("one", 1, ROWS[0].title)
    assert first.values == {"suggestion": "", **ROWS[0].values}
    assert first.columns["status"] == "B"


def test_a_column_that_was_deleted_has_no_value() -> None:
    at = list(headings()).index("outcome")
    (first, *_) = read_division_sheet(book_of([row[:at] + row[at + 1 :] for row in CELLS]), "a.xlsx").rows
    assert first.values["outcome"] is None
    assert first.values["result"] == ROWS[0].values["result"]


def test_hidden_and_filtered_rows_are_read() -> None:
    assert identities(book_of(CELLS, hidden_rows=(HEAD + 1, HEAD + 2))) == ["one", "two", "three"]


def test_the_sheets_of_several_divisions_in_one_file_are_all_read() -> None:
    other = [[cell.replace("กองช่าง", "กองคลัง") if isinstance(cell, str) else cell for cell in row] for row in CELLS]
    found = read_division_sheet(book_of(CELLS, [["บันทึกช่วยจำ"]], other), "a.xlsx").rows
    assert [(row.sheet, row.row, row.division) for row in found[::3]] == [
        ("Sheet1", HEAD + 2, "กองช่าง"),
        ("Sheet3", HEAD + 2, "กองคลัง"),
    ]


def test_a_row_without_identity_has_none_and_empty_ones_are_passed_over() -> None:
    written = [row[:8] for row in CELLS]
    assert identities(book_of([*written, [""] * 8, ["", "เพิ่มเอง"]])) == [None] * 4


def test_numbers_and_digits_of_either_script_are_numbers() -> None:
    cells = [*CELLS[: HEAD + 1], ["๑๒.", "ก"], [3, "ข"], ["สาม", "ค"], ["9" * 30, "ง"]]
    assert [row.number for row in read_division_sheet(book_of(cells), "a.xlsx").rows] == [12, 3, None, None]


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"hello", b"%PDF-1.7", book_of([["รายงาน", 1]]), b"x" * (LARGEST_FILE + 1)]
)
def test_a_foreign_file_is_told(data: bytes) -> None:
    with pytest.raises(Refusal):
        read_division_sheet(data, "รายงาน.xlsx")


def test_a_bomb_is_told() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(SENT)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, b" " * (9 << 20) if name == "xl/sharedStrings.xml" else old.read(name))
    with pytest.raises(Refusal, match="far too large"):
        read_division_sheet(packed.getvalue(), "a.xlsx")


def test_more_rows_than_a_plan_has_are_told() -> None:
    with pytest.raises(Refusal):
        read_division_sheet(book_of([*CELLS[: HEAD + 1], *([["", "ก"]] * (MOST_ROWS + 1))]), "a.xlsx")


def test_a_text_that_no_cell_can_hold_is_shown_in_part() -> None:
    long = ROWS[0].__class__("long", 1, "ก", (), "", {"result": "ก" * 40_000})
    (row,) = read_division_sheet(write_division_sheet(sheet_of(long)), "a.xlsx").rows
    assert (row.values["result"] or "").endswith("… (ข้อความยาวเกินช่อง โปรดแก้ไขในระบบ)")


def test_a_status_is_one_of_three_words() -> None:
    assert status_in(" ดำเนินการ แล้ว ") is Status.DONE
    assert status_in("เสร็จ") is None


def test_the_ordinary_reader_understands_the_sheet_as_a_report() -> None:
    reading = read(SENT, "a.xlsx").reading
    assert (reading.agency, reading.fiscal_year) == ("เทศบาลตำบลท่าโขง", 2569)
    first = reading.measures[0]
    assert (first.number, first.title, first.period) == (1, ROWS[0].title, ROWS[0].period)
    assert first.procedure == ROWS[0].procedure
    assert first.result == ("ประชุมทบทวนขั้นตอนแล้ว ๑ ครั้ง", "จัดทำร่างผังขั้นตอนใหม่")
    assert (first.outcome, reading.measures[2].suggestion) == (("ลดเวลาลง ๕ วัน",), "ควรประชาสัมพันธ์เพิ่ม")


def test_its_headings_are_known_to_the_layouts() -> None:
    known = {text for table in load_tables() for column in table.columns for text in (column.heading, *column.variants)}
    assert {text for name, text in headings().items() if name != "status"} <= known
