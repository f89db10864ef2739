"""Six months that are not a half of the fiscal year."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import round_dates as check
from tests.core.review.papers import look, memo


def test_it_finds_six_months_of_another_year() -> None:
    found = look(check, memo=memo(subject="รายงาน รอบ ๖ เดือน (ตุลาคม ๒๕๖๔ – มีนาคม ๒๕๖๕)"))
    assert [one.path for one in found] == ["memo.subject"]


def test_it_finds_months_that_are_no_half() -> None:
    assert look(check, title="รายงาน รอบ ๖ เดือน (มกราคม ๒๕๖๖ – มิถุนายน ๒๕๖๖)")


@pytest.mark.parametrize(
    "title",
    [
        "รอบ ๖ เดือน (ตุลาคม ๒๕๖๕ – มีนาคม ๒๕๖๖)",
        "รอบ ๖ เดือนหลัง (เมษายน – กันยายน ๒๕๖๖)",
        "รอบ ๖ เดือน",
        None,
    ],
)
def test_it_passes_the_halves_and_no_months(title: str | None) -> None:
    assert not look(check, title=title)
