"""A responsible unit that the agency does not have."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import unit_unknown as check
from prongsai.core.review.subject import AgencyFacts
from tests.core.review.papers import look, measure

FACTS = AgencyFacts(units=("สำนักปลัดเทศบาล", "กองคลัง"))


def test_it_finds_an_office_that_the_agency_does_not_have() -> None:
    found = look(check, measure(responsible=("กองการประปา",)), agency_facts=FACTS)
    assert [one.quote for one in found] == ["กองการประปา"]


@pytest.mark.parametrize("unit", ["กองคลัง", "สำนักปลัด", "กองทุกกอง", "งานพัสดุ"])
def test_it_passes_known_offices_everyone_and_sections(unit: str) -> None:
    assert not look(check, measure(responsible=(unit,)), agency_facts=FACTS)


def test_it_asks_nothing_where_the_divisions_are_not_known() -> None:
    assert not look(check, measure(responsible=("กองการประปา",)))
