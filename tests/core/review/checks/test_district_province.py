"""A district that is not in the province written beside it."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import district_province as check
from prongsai.core.review.finding import Severity
from tests.core.review.papers import look, measure, quotes


def test_it_finds_a_district_of_another_province() -> None:
    found = look(check, measure(), district="บ้านแพ้ว")
    assert [(one.path, one.severity) for one in found] == [("district", Severity.ERROR)]
    assert "สมุทรสาคร" in found[0].what.th


def test_it_finds_the_pair_in_a_text() -> None:
    assert quotes(check, "อำเภอท่ายาง จังหวัดลพบุรี") == ["อำเภอท่ายาง จังหวัดลพบุรี"]


def test_it_suggests_the_district_that_a_slip_meant() -> None:
    found = look(check, measure(), district="บ้านหมื่")
    assert found[0].severity is Severity.WARNING
    assert "อาจเป็นบ้านหมี่" in found[0].what.th


@pytest.mark.parametrize("district", ["บ้านหมี่", "เมือง", "เมืองลพบุรี", "โคกสำโรง"])
def test_it_passes_districts_of_the_province(district: str) -> None:
    assert not look(check, measure(), district=district)


def test_it_passes_the_capital() -> None:
    assert not look(check, measure(), district="บางรัก", province="กรุงเทพฯ")
