"""An item stands twice."""

from __future__ import annotations

from prongsai.core.review.checks import code_twice as check
from prongsai.core.review.finding import Severity
from tests.core.review.papers import item, look


def test_it_finds_the_second_row_of_a_code() -> None:
    found = look(check, item("O12"), item("O13"), item("O12"))
    assert [(one.path, one.severity) for one in found] == [("disclosures[2].code", Severity.ERROR)]


def test_it_passes_one_row_each() -> None:
    assert not look(check, item("O12"), item("O13"))
