"""An item of the framework is missing."""

from __future__ import annotations

from prongsai.core.review.checks import item_missing as check
from prongsai.core.review.finding import Severity
from tests.core.review.papers import FRAMEWORK, item, look


def test_it_finds_an_item_that_is_left_out() -> None:
    codes = [one.code for one in FRAMEWORK.items_of("9.1") if one.code != "O5"]
    assert [one.quote for one in look(check, *map(item, codes))] == ["O5"]


def test_it_passes_a_whole_sub_indicator_and_others_that_are_not_dealt_with() -> None:
    assert not look(check, *(item(one.code) for one in FRAMEWORK.items_of("9.1")))


def test_it_passes_a_paper_about_a_few_items() -> None:
    assert not look(check, item("O1"), item("O42"), item("O43"))


def test_it_only_remarks_by_the_framework_of_another_year() -> None:
    codes = [one.code for one in FRAMEWORK.items_of("9.1")][1:]
    assert [one.severity for one in look(check, *map(item, codes), provisional=True)] == [Severity.REMARK]
