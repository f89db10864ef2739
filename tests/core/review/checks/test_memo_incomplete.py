"""A memo without number, date, subject or addressee."""

from __future__ import annotations

from prongsai.core.review.checks import memo_incomplete as check
from prongsai.core.review.finding import Severity
from tests.core.review.papers import look, memo


def test_it_finds_what_the_memo_lacks() -> None:
    found = look(check, memo=memo(number="........", subject=None, to=""))
    assert {one.path: one.severity for one in found} == {
        "memo.number": Severity.REMARK,
        "memo.subject": Severity.WARNING,
        "memo.to": Severity.WARNING,
    }


def test_it_passes_a_whole_memo_and_none() -> None:
    assert not look(check, memo=memo())
    assert not look(check)
