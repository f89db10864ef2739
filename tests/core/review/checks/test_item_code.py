"""The code of an item is printed as another."""

from __future__ import annotations

from prongsai.core.reports.reading import Note, NoteKind
from prongsai.core.review.checks import item_code as check
from tests.core.review.papers import item, look


def test_it_tells_what_is_printed_and_what_is_due() -> None:
    notes = (Note("บรรทัด 5", NoteKind.WRONG_ITEM_NUMBER, "รหัสที่พิมพ์คือ “๐๙๙” อ่านเป็น O39 ตามลำดับ", "disclosures[0].code"),)
    found = look(check, item("O39"), notes=notes)
    assert [(one.path, one.quote) for one in found] == [("disclosures[0].code", "๐๙๙")]
    assert "O39" in found[0].what.th


def test_it_finds_items_out_of_order() -> None:
    assert [one.path for one in look(check, item("O1"), item("O3"), item("O2"))] == ["disclosures[2].code"]


def test_it_passes_items_in_order() -> None:
    assert not look(check, item("O1"), item("O2"), item("O10"))
