"""One row has no status where the others have one."""

from __future__ import annotations

from prongsai.core.reports.reading import Status
from prongsai.core.review.checks import status_missing as check
from tests.core.review.papers import look, measure


def test_it_finds_the_row_without_a_tick() -> None:
    rows = [measure(title=f"ข้อ {at}", status=Status.DONE) for at in range(4)]
    assert [one.path for one in look(check, *rows, measure(title="ข้อ 5"))] == ["measures[4].status"]


def test_it_passes_a_table_without_boxes() -> None:
    assert not look(check, measure(), measure(), measure(status=Status.DONE))


def test_it_tells_rows_of_indicators_from_other_measures() -> None:
    ticked = [measure(indicator=at, status=Status.DONE) for at in (1, 2, 3)]
    assert not look(check, *ticked, measure(), measure())
