"""A memo that nobody signs."""

from __future__ import annotations

from prongsai.core.reports.reading import Signatory
from prongsai.core.review.checks import memo_signatories as check
from tests.core.review.papers import look, memo


def test_it_finds_a_memo_that_nobody_signs() -> None:
    assert [one.path for one in look(check, memo=memo(signatories=()))] == ["memo.signatories"]


def test_it_finds_a_signatory_without_a_position() -> None:
    people = (Signatory("นางมาลี ใจงาม", ""),)
    assert [one.path for one in look(check, memo=memo(signatories=people))] == ["memo.signatories[0].position"]


def test_it_passes_a_signed_memo() -> None:
    assert not look(check, memo=memo())
