"""A measure stands twice."""

from __future__ import annotations

from prongsai.core.reports.reading import Note, NoteKind
from prongsai.core.review.checks import same_measure as check
from tests.core.review.papers import look, measure

STEPS = ("จัดทำหลักเกณฑ์และเงื่อนไขการยืมพัสดุของหน่วยงานภายในและภายนอก", "แจ้งเวียนให้ทุกส่วนราชการทราบ")


def test_it_finds_a_measure_that_stands_twice() -> None:
    found = look(check, measure(procedure=STEPS), measure(procedure=STEPS, period="มี.ค. - ก.ย. ๖๖"))
    assert [one.path for one in found] == ["measures[1]"]


def test_it_tells_of_a_row_that_the_reader_has_joined() -> None:
    notes = (Note("บรรทัด 36", NoteKind.DUPLICATE_TEXT, "แถวนี้พิมพ์ซ้ำ", "measures[0]"),)
    found = look(check, measure(), notes=notes)
    assert [one.path for one in found] == ["measures[0]"]
    assert "บรรทัด 36" in found[0].what.th


def test_it_passes_the_same_title_with_other_steps() -> None:
    other = ("สำรวจครุภัณฑ์ทุกกองปีละสองครั้งพร้อมรายงานผลต่อปลัด", "จำหน่ายครุภัณฑ์ที่ชำรุด")
    assert not look(check, measure(procedure=STEPS), measure(procedure=other))
