"""Rows of indicators out of order, and an indicator's number with another one's name."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import indicator_order as check
from prongsai.core.review.finding import Severity
from tests.core.review.papers import look, measure


def test_it_finds_rows_out_of_order() -> None:
    assert [one.path for one in look(check, measure(indicator=2), measure(indicator=1))] == ["measures[1].indicator"]


def test_it_finds_a_number_with_the_name_of_another() -> None:
    found = look(check, measure(procedure=("จากผลการประเมิน ตัวชี้วัดที่ ๖ การใช้งบประมาณ",)))
    assert [one.severity for one in found] == [Severity.ERROR]
    assert "ตัวชี้วัดที่ ๒" in found[0].what.th


@pytest.mark.parametrize(
    "text",
    [
        "ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน",
        "ตัวชี้วัดที่ ๑ - ๕ การใช้งบประมาณ",
        "ตัวชี้วัดที่ ๔ ของแผน",
    ],
)
def test_it_passes_right_names_and_other_words(text: str) -> None:
    assert not look(check, measure(indicator=1), measure(indicator=1, procedure=(text,)))
