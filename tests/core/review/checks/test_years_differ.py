"""The paper names two fiscal years as its own."""

from __future__ import annotations

from prongsai.core.reports.reading import Note, NoteKind
from prongsai.core.review.checks import years_differ as check
from tests.core.review.papers import look


def test_it_tells_of_the_year_that_the_reader_found_too() -> None:
    notes = (Note("บรรทัด 9", NoteKind.YEAR_MISMATCH, "เขียนปี 2568 ทั้งที่รายงานเป็นของปี 2566", "fiscal_year"),)
    assert [one.path for one in look(check, notes=notes)] == ["fiscal_year"]


def test_it_leaves_other_notes_alone() -> None:
    assert not look(check, notes=(Note("บรรทัด 9", NoteKind.OTHER, "ไม่รู้จักหัวตาราง"),))
