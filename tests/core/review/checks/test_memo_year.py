"""The memo is of another year than the report."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import memo_year as check
from tests.core.review.papers import look, memo


def test_it_finds_a_subject_of_another_year() -> None:
    found = look(check, memo=memo(subject="รายงานผล ประจำปีงบประมาณ พ.ศ. ๒๕๖๕"))
    assert [one.path for one in found] == ["memo.subject"]


@pytest.mark.parametrize("date", ["2021-04-10", "2024-06-01"])
def test_it_finds_a_date_far_from_the_year(date: str) -> None:
    assert [one.path for one in look(check, memo=memo(date=date))] == ["memo.date_text"]


def test_it_passes_the_year_and_the_months_after_it() -> None:
    assert not look(check, memo=memo(subject="รายงานผล ประจำปีงบประมาณ พ.ศ. ๒๕๖๖", date="2023-11-30"))
    assert not look(check, memo=memo(subject="แผนปี ๒๕๖๖-๒๕๗๐ ปีงบประมาณ ๒๕๖๖"))
    assert not look(check)
