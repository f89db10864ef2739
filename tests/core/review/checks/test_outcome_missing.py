"""One measure has no outcome where the others have one."""

from __future__ import annotations

from prongsai.core.review.checks import outcome_missing as check
from prongsai.core.review.subject import About
from tests.core.review.papers import look, measure


def test_it_finds_the_measure_without_an_outcome() -> None:
    rows = [measure(outcome=("ประชาชนพึงพอใจ",)), measure(outcome=("ไม่มีข้อร้องเรียน",)), measure()]
    assert [one.path for one in look(check, *rows)] == ["measures[2].outcome"]


def test_it_passes_forms_without_that_column_rows_of_indicators_and_plans() -> None:
    with_outcome = [measure(outcome=("ประชาชนพึงพอใจ",))] * 2
    assert not look(check, measure(), measure())
    assert not look(check, *with_outcome, measure(indicator=1))
    assert not look(check, *with_outcome, measure(), about=About.PLAN)
