"""A row of a report with neither a status nor a result."""

from __future__ import annotations

from prongsai.core.reports.reading import Status
from prongsai.core.review.checks import no_result as check
from prongsai.core.review.finding import Severity
from prongsai.core.review.subject import About
from tests.core.review.papers import item, look, measure


def test_it_finds_an_empty_row_among_others() -> None:
    found = look(check, item("O1", progress=("เผยแพร่แล้ว",)), item("O2"))
    assert [(one.path, one.severity) for one in found] == [("disclosures[1].progress", Severity.ERROR)]


def test_it_tells_once_of_a_paper_without_any() -> None:
    assert [one.path for one in look(check, measure(result=()), measure(result=("-",)))] == [None]


def test_it_asks_no_results_of_a_plan() -> None:
    assert not look(check, measure(result=()), about=About.PLAN)


def test_it_passes_a_status_without_words() -> None:
    assert not look(check, measure(), measure(result=(), status=Status.NOT_STARTED))
