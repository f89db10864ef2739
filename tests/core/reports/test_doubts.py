"""What a person should look at before accepting."""

from __future__ import annotations

from dataclasses import replace

from prongsai.core.reports.doubts import Doubt, DoubtKind, doubts_of, must_be_put_right
from prongsai.core.reports.reading import Note, NoteKind, Reading, ReadMeasure

NAME = "เทศบาลตำบลท่าโขง"
SOUND = Reading(
    agency=NAME,
    fiscal_year=2566,
    measures=(ReadMeasure(title="จัดทำคู่มือ", responsible=("กองช่าง",), period="ต.ค. ๖๕ - ก.ย. ๖๖"),),
)


def _doubts(reading: Reading) -> tuple[Doubt, ...]:
    return doubts_of(
        reading,
        agency=NAME,
        has_dates=lambda period, year: "ต.ค." in period,
        is_known_unit=lambda unit: unit == "กองช่าง",
    )


def _kinds(reading: Reading) -> set[tuple[str, DoubtKind]]:
    return {(doubt.path, doubt.kind) for doubt in _doubts(reading)}


def test_a_sound_reading_has_no_doubt() -> None:
    assert _doubts(SOUND) == ()


def test_what_is_missing_is_told_by_field() -> None:
    assert _kinds(replace(SOUND, fiscal_year=None, measures=(ReadMeasure(),))) == {
        ("fiscal_year", DoubtKind.MISSING),
        ("measures[0].title", DoubtKind.MISSING),
        ("measures[0].responsible", DoubtKind.MISSING),
        ("measures[0].period", DoubtKind.PERIOD),
    }


def test_a_period_without_dates_is_doubted() -> None:
    measure = replace(SOUND.measures[0], period="เร็ว ๆ นี้")
    assert _kinds(replace(SOUND, measures=(measure,))) == {("measures[0].period", DoubtKind.PERIOD)}


def test_units_that_are_no_division_are_named_in_one_doubt() -> None:
    measure = replace(SOUND.measures[0], responsible=("กองช่าง", "งานพัสดุ", "งานแผน"))
    (doubt,) = _doubts(replace(SOUND, measures=(measure,)))
    assert (doubt.path, doubt.kind) == ("measures[0].responsible", DoubtKind.UNIT)
    assert "งานพัสดุ, งานแผน" in doubt.what.th
    assert "กองช่าง" not in doubt.what.th


def test_another_agency_is_told_but_not_a_short_form() -> None:
    assert _kinds(replace(SOUND, agency="อบต.บ้านหนองแสง")) == {("agency", DoubtKind.FOREIGN)}
    assert _kinds(replace(SOUND, agency="ทต.ท่าโขง")) == set()


def test_notes_keep_their_place_and_words() -> None:
    notes = (
        Note("บรรทัด 3", NoteKind.OCR_GARBLE, "ตัวอักษรขาด", "measures[0].title"),
        Note("ทั้งฉบับ", NoteKind.OTHER, "ไม่มีบันทึกข้อความ"),
    )
    found = _doubts(replace(SOUND, notes=notes))
    assert [(doubt.path, doubt.kind) for doubt in found] == [
        ("measures[0].title", DoubtKind.NOTE),
        ("", DoubtKind.NOTE),
    ]
    assert "ตัวอักษรขาด" in found[0].what.th
    assert "ทั้งฉบับ" in found[1].what.th


def test_doubts_come_in_the_order_of_the_measures() -> None:
    reading = replace(SOUND, measures=(ReadMeasure(title="ก", responsible=("กองช่าง",)),) * 12)
    assert [doubt.path for doubt in _doubts(reading)] == [f"measures[{at}].period" for at in range(12)]


def test_a_sound_reading_can_be_accepted() -> None:
    assert must_be_put_right(SOUND) == ()


def test_an_empty_reading_cannot_be_accepted() -> None:
    (fault,) = must_be_put_right(Reading())
    assert "เลือกไฟล์อื่น" in fault.what.th


def test_what_a_plan_cannot_hold_is_named_by_measure() -> None:
    measures = (*SOUND.measures, ReadMeasure(period="ต.ค."), ReadMeasure(title="ก", responsible=("ข" * 301,)))
    found = must_be_put_right(Reading(measures=measures))
    assert [fault.path for fault in found] == ["measures[1]", "measures[2]"]
    assert "ลำดับที่ 2" in found[0].what.th
    assert "ชื่อมาตรการ" in found[0].what.th
