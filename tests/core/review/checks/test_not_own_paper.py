"""The paper bears another name or place than the agency that has it reviewed."""

from __future__ import annotations

from prongsai.core.review.agencies import AgencyKind
from prongsai.core.review.checks import not_own_paper as check
from prongsai.core.review.subject import AgencyFacts
from tests.core.review.papers import look, measure


def test_it_finds_another_name_province_and_district() -> None:
    facts = AgencyFacts("เทศบาลตำบลบ้านสมมุติ", None, "ขอนแก่น", "พล")
    assert [one.path for one in look(check, measure(), agency_facts=facts)] == ["agency", "province", "district"]


def test_it_finds_another_kind() -> None:
    facts = AgencyFacts(kind=AgencyKind.SUBDISTRICT_ORGANISATION)
    assert [one.path for one in look(check, measure(), agency_facts=facts)] == ["agency"]


def test_it_passes_the_same_in_other_words() -> None:
    facts = AgencyFacts("ทต.ท่าโขง", AgencyKind.SUBDISTRICT_MUNICIPALITY, "ลพบุรี", "อำเภอบ้านหมี่")
    assert not look(check, measure(), agency_facts=facts)


def test_it_asks_nothing_where_nothing_is_known() -> None:
    assert not look(check, measure())
