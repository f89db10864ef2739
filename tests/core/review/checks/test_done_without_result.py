"""Ticked as done, without a result."""

from __future__ import annotations

import pytest

from prongsai.core.reports.reading import Status
from prongsai.core.review.checks import done_without_result as check
from tests.core.review.papers import look, measure


@pytest.mark.parametrize("result", [(), ("-",), ("ดำเนินการแล้ว",)])
def test_it_finds_a_tick_without_a_word(result: tuple[str, ...]) -> None:
    assert [one.path for one in look(check, measure(status=Status.DONE, result=result))] == ["measures[0].result"]


def test_it_passes_a_result_and_other_statuses() -> None:
    assert not look(check, measure(status=Status.DONE, result=("จัดทำคู่มือ ๓ เล่ม",)))
    assert not look(check, measure(status=Status.NOT_STARTED, result=()))
