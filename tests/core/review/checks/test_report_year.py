"""An item whose data must be of one year names another."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import report_year as check
from tests.core.review.papers import item, look


def test_it_finds_a_yearly_report_of_the_assessed_year() -> None:
    found = look(check, item("O13", components=("เป็นรายงานผลของปี พ.ศ. ๒๕๖๖",)))
    assert [one.path for one in found] == ["disclosures[0].components[0]"]


def test_it_finds_a_plan_of_the_year_before() -> None:
    assert look(check, item("O19", progress=("ประกาศแผนของปี ๒๕๖๕",)))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("O13", "เป็นรายงานผลของปี พ.ศ. ๒๕๖๕"),
        ("O19", "ตามพระราชบัญญัติการจัดซื้อจัดจ้าง พ.ศ. ๒๕๖๐ ของปี พ.ศ. ๒๕๖๖"),
        ("O1", "โครงสร้างของปี ๒๕๖๐"),
    ],
)
def test_it_passes_the_year_that_is_asked_and_items_of_no_year(code: str, text: str) -> None:
    assert not look(check, item(code, components=(text,)))


def test_it_asks_nothing_by_the_framework_of_another_year() -> None:
    assert not look(check, item("O13", components=("เป็นรายงานผลของปี พ.ศ. ๒๕๖๖",)), provisional=True)
