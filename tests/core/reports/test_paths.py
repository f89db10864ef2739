"""Values by path: every field of a Reading goes to text and back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.reports.paths import as_text, from_text, is_within, value_at, with_value, without
from prongsai.core.reports.reading import Memo, ReadDisclosure, Reading, ReadMeasure, Scores, Signatory, Status
from prongsai.core.reports.reading_json import from_json, to_json
from prongsai.core.sentence import Sentence

READING = Reading(
    agency="เทศบาลตำบลท่าโขง",
    fiscal_year=2566,
    memo=Memo(number="ลบ ๕๔๒๐๑/๑๒", signatories=(Signatory("นางมาลี รอบคอบ", "หัวหน้าสำนักปลัด"),)),
    measures=(
        ReadMeasure(number=1, title="จัดทำคู่มือ", procedure=("สำรวจ", "จัดทำ"), status=Status.DONE),
        ReadMeasure(number=2, title="อบรม"),
    ),
    disclosures=(ReadDisclosure("O1", "โครงสร้าง", components=("แผนผัง",)),),
    scores=Scores({"1": 97.5}, 95.0),
)


def _plain() -> dict[str, Any]:
    return to_json(READING, {})


@pytest.mark.parametrize("path", ["", ".", "[0]", "measures[" + "9" * 5000 + "]", "measures[0]..title", "agency!"])
def test_what_is_no_path_is_told_apart(path: str) -> None:
    with pytest.raises(KeyError):
        value_at(_plain(), path)


def test_a_number_of_thousands_of_digits_is_none() -> None:
    assert isinstance(from_text("measures[0].number", "9" * 5000), Sentence)


@pytest.mark.parametrize(
    "path",
    [
        "agency", "fiscal_year", "memo.number", "memo.signatories", "measures[0].number", "measures[0].procedure",
        "measures[1].status", "measures[0].status", "disclosures[0].components", "scores.indicators.1", "scores.total",
    ],
)  # fmt: skip
def test_a_value_goes_to_text_and_back(path: str) -> None:
    value = value_at(_plain(), path)
    assert from_text(path, as_text(path, value)) == value


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp", "Cs")))))
def test_items_of_a_list_survive_their_lines(items: list[str]) -> None:
    clean = [item.strip() for item in items if item.strip()]
    lines = [item for item in clean if len(item.splitlines()) == 1]
    assert from_text("measures[0].result", as_text("measures[0].result", lines)) == lines


def test_a_written_reading_is_a_reading_and_the_old_one_is_untouched() -> None:
    old = _plain()
    new = with_value(old, "measures[1].procedure", ["ขั้นแรก"])
    assert from_json(new)[0].measures[1].procedure == ("ขั้นแรก",)
    assert old == _plain()


def test_a_score_can_be_taken_out_and_put_in() -> None:
    assert "1" not in with_value(_plain(), "scores.indicators.1", None)["scores"]["indicators"]
    assert with_value(_plain(), "scores.indicators.7", 88.0)["scores"]["indicators"]["7"] == 88.0


@pytest.mark.parametrize("path", ["measures[9].title", "measures[0].titel", "nothing.there", "memo.number.x"])
def test_a_path_that_leads_nowhere_is_an_error(path: str) -> None:
    with pytest.raises(KeyError):
        with_value(_plain(), path, "x")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("fiscal_year", "ปีนี้"),
        ("fiscal_year", "2023"),
        ("measures[0].indicator", "๑๑"),
        ("scores.total", "101"),
        ("scores.indicators.3", "มาก"),
        ("scores.indicators.3", "nan"),
        ("measures[0].status", "finished"),
        ("memo.date", "เมื่อวาน"),
    ],
)
def test_what_cannot_be_meant_is_told(path: str, text: str) -> None:
    assert isinstance(from_text(path, text), Sentence)


@pytest.mark.parametrize("text", ["2023-02-08", "๘ กุมภาพันธ์ ๒๕๖๖", "8/2/2566"])
def test_a_day_is_kept_as_a_date(text: str) -> None:
    assert from_text("memo.date", text) == "2023-02-08"
    assert from_text("memo.date_text", text) == text


def test_thai_digits_are_numbers() -> None:
    assert from_text("fiscal_year", "๒๕๖๖") == 2566
    assert from_text("scores.total", "๙๙.๑๘") == 99.18


def test_taking_a_measure_out_moves_the_paths_of_later_ones() -> None:
    paths = ["title", "measures[0].title", "measures[1].result[0]", "measures[2].result[3]", "measures[12]"]
    assert without(paths, "measures", 1) == [
        ("title", "title"),
        ("measures[0].title", "measures[0].title"),
        ("measures[2].result[3]", "measures[1].result[3]"),
        ("measures[12]", "measures[11]"),
    ]


def test_a_measure_is_not_within_another_whose_number_begins_alike() -> None:
    assert is_within("measures[1].result[0]", "measures[1]")
    assert not is_within("measures[10].title", "measures[1]")
    assert not is_within("memo.number_of", "memo.number")
