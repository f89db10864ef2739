"""An item bears the name that its code had in another year."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import item_name as check
from prongsai.core.review.finding import Severity
from tests.core.review.papers import item, look


def test_it_finds_the_name_that_the_code_had_in_another_year() -> None:
    found = look(check, item("O12", name="รายงานผลการดำเนินงานประจำปี"))
    assert [(one.path, one.severity) for one in found] == [("disclosures[0].name", Severity.ERROR)]
    assert "O13" in found[0].what.th


@pytest.mark.parametrize("name", ["แผนผังโครงสร้าง", "โครงสร้าง", "โครงส้ราง", None])
def test_it_passes_own_names_slips_and_unknown_names(name: str | None) -> None:
    assert not look(check, item("O1", name=name))
