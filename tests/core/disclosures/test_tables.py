"""Tables pasted from a sheet."""

from __future__ import annotations

import json

import pytest

from prongsai.core.disclosures.tables import (
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    NO_COLUMNS,
    NOTHING,
    ONLY_HEADINGS,
    as_json,
    from_json,
    table_of,
)
from prongsai.core.publication.content import Table
from prongsai.core.sentence import Sentence

PASTED = 'เดือน\tจำนวน\tหมายเหตุ\r\nต.ค. ๖๕\t๑,๒๓๔\t\r\nพ.ย. 65\t-\t"สองบรรทัด\nกับ ""คำพูด"""\r\n\t\t\r\n'


def test_the_first_row_is_the_headings_and_columns_of_figures_are_known() -> None:
    found = table_of(" สถิติ ", PASTED)
    rows = (("ต.ค. ๖๕", "๑,๒๓๔", ""), ("พ.ย. 65", "-", 'สองบรรทัด\nกับ "คำพูด"'))
    assert found == Table("สถิติ", ("เดือน", "จำนวน", "หมายเหตุ"), rows, (1,))


def test_a_table_comes_back_from_what_is_stored() -> None:
    found = table_of("สถิติ", PASTED)
    assert isinstance(found, Table)
    assert from_json(json.loads(json.dumps(as_json(found)))) == found


def test_a_quote_that_does_not_close_is_text() -> None:
    found = table_of("ท่อ", 'ขนาด\tจำนวน\n"5 นิ้ว\t2\n3 นิ้ว\t4')
    assert isinstance(found, Table)
    assert found.rows == (('"5 นิ้ว', "2"), ("3 นิ้ว", "4"))


@pytest.mark.parametrize(
    ("pasted", "told"),
    [
        ("", NOTHING),
        (" \n\t\n", NOTHING),
        ("ข้อความธรรมดา\nอีกบรรทัด", NO_COLUMNS),
        ("ก\tข\n", ONLY_HEADINGS),
    ],
)
def test_what_is_no_table_is_told_with_the_way_out(pasted: str, told: Sentence) -> None:
    assert table_of("ตาราง", pasted) == told


@pytest.mark.parametrize(
    ("pasted", "words"),
    [
        ("ก\tข\n1\t2\n3\n4\t5", ("แถวที่ 3", "1 ช่อง", "2 ช่อง")),
        ("ก\tข\n1\t2\t3", ("แถวที่ 2", "3 ช่อง")),
        ("ก\t\tค\n1\t2\t3", ("คอลัมน์ที่ 2", "ผสานเซลล์")),
        ("ก\tข\n1\t" + "x" * (LONGEST_CELL + 1), ("แถวที่ 2", "คอลัมน์ที่ 2")),
        ("\t".join("ก" * (MOST_COLUMNS + 1)) + "\n" + "\t".join("1" * (MOST_COLUMNS + 1)), ("31 คอลัมน์",)),
        ("ก\tข\n" + "1\t2\n" * (MOST_ROWS + 1), ("2,001 แถว", "xlsx")),
    ],
)
def test_a_refusal_names_the_row_or_the_column(pasted: str, words: tuple[str, ...]) -> None:
    told = table_of("ตาราง", pasted)
    assert isinstance(told, Sentence)
    assert all(word in told.th for word in words), told.th


def test_as_many_rows_as_are_allowed_fit() -> None:
    found = table_of("ตาราง", "ก\tข\n" + "1\t2\n" * MOST_ROWS)
    assert isinstance(found, Table) and len(found.rows) == MOST_ROWS
