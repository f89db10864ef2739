"""Work that is reported with a date of another fiscal year."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import work_outside_year as check
from prongsai.core.review.finding import Severity
from tests.core.review.papers import look, measure, quotes


def test_it_finds_work_of_another_year() -> None:
    assert quotes(check, "จัดประชุมเมื่อวันที่ ๘ กุมภาพันธ์ ๒๕๖๔") == ["วันที่ ๘ กุมภาพันธ์ ๒๕๖๔"]


@pytest.mark.parametrize(
    "text",
    ["จัดประชุมเมื่อวันที่ ๘ กุมภาพันธ์ ๒๕๖๖", "ตามระเบียบ ลงวันที่ ๘ กุมภาพันธ์ ๒๕๖๐", "ประกาศใช้ ณ วันที่ ๑ มกราคม ๒๕๖๐"],
)
def test_it_passes_the_year_and_dates_of_rules(text: str) -> None:
    assert not quotes(check, text)


def test_it_only_remarks_on_days_near_the_year() -> None:
    found = look(check, measure(result=("จัดประชุมเมื่อวันที่ ๕ ตุลาคม ๒๕๖๖",)))
    assert [one.severity for one in found] == [Severity.REMARK]


def test_it_looks_at_results_only() -> None:
    assert not look(check, measure(procedure=("ทบทวนที่ประชุมเมื่อวันที่ ๘ กุมภาพันธ์ ๒๕๖๔",)))
