"""One period differs where all the others are the same."""

from __future__ import annotations

from typing import Any

from prongsai.core.review.checks import period_outlier as check
from tests.core.review.papers import look, measure


def _rows(*periods: str) -> list[Any]:
    return [measure(title=f"มาตรการ {at}", period=period) for at, period in enumerate(periods)]


def test_it_finds_the_only_one_that_differs() -> None:
    found = look(check, *_rows(*["ตลอดปีงบประมาณ"] * 5, "ก.พ. - มี.ค. ๖๖"))
    assert [one.path for one in found] == ["measures[5].period"]


def test_it_passes_where_several_differ_or_few_are_there() -> None:
    assert not look(check, *_rows(*["ตลอดปีงบประมาณ"] * 5, "ก.พ. ๖๖", "มี.ค. ๖๖"))
    assert not look(check, *_rows("ตลอดปีงบประมาณ", "ตลอดปีงบประมาณ", "มี.ค. ๖๖"))


def test_it_passes_the_same_dates_in_other_words() -> None:
    assert not look(check, *_rows(*["ตลอดปีงบประมาณ"] * 5, "ต.ค. ๖๕ - ก.ย. ๖๖"))
