"""What agencies here enter as their official results is part of the country at once; the country's means come back."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from prongsai.core.reports.reading import Scores
from prongsai.core.scoring.known import KnownResult
from prongsai.web.assessments.actions import clear_result, record_known, record_result, take_back_result
from prongsai.web.assessments.models import Assessment
from prongsai.web.country import actions
from prongsai.web.country.actions.reckoning import reckon
from prongsai.web.country.models import Body, BodyResult, CountryEvent, YearSummary
from tests.cast import Cast
from tests.web.country.conftest import HEAD, Country, bring

FULL = range(1, 11)


def enter(cast: Cast, score: float = 93.0, *, indicators: range = FULL, year: int = 2567) -> Assessment:
    """An official result of the cast's agency, as an import records it."""
    scores = Scores({str(at): score for at in indicators}, score)
    return record_result(by=cast.somying, agency=cast.agency, fiscal_year=year, scores=scores, source="รายงานผล")


def clear(cast: Cast, result: Assessment) -> None:
    """The result is taken out."""
    year = result.fiscal_year
    clear_result(by=cast.somying, agency=cast.agency, fiscal_year=year, version=result.version)


def in_lopburi(year: int = 2567) -> int:
    """How many agencies of the cast's province have a result."""
    return YearSummary.objects.get(scope="province:ลพบุรี", fiscal_year=year).with_result


def test_a_result_that_is_recorded_is_shown_at_once(country: Country, cast: Cast) -> None:
    before = in_lopburi()
    enter(cast)
    body = Body.objects.get(agency=cast.agency)
    assert (body.name, body.province, body.kind, body.since_year) == (
        *(cast.agency.name, "ลพบุรี", cast.agency.kind, 2567),
    )
    assert BodyResult.objects.get(body=body).total == 9300
    assert in_lopburi() == before + 1
    event = CountryEvent.objects.latest("pk")
    assert (event.kind, event.by, event.subject) == ("results_loaded", cast.somying, cast.agency.name)


def test_a_result_that_changes_changes_the_country_once(country: Country, cast: Cast) -> None:
    enter(cast)
    enter(cast, year=2568)
    enter(cast, 95.0)
    assert dict(BodyResult.objects.filter(body__agency=cast.agency).values_list("fiscal_year", "total")) == {
        2567: 9500,
        2568: 9300,
    }
    assert BodyResult.objects.get(body__agency=cast.agency, fiscal_year=2568).change == -200
    events = CountryEvent.objects.count()
    enter(cast, 95.0)
    assert CountryEvent.objects.count() == events and Body.objects.filter(agency=cast.agency).count() == 1


def test_a_result_that_is_cleared_goes_and_its_body_with_it(country: Country, cast: Cast) -> None:
    before = list(YearSummary.objects.order_by("fiscal_year", "scope").values("scope", "fiscal_year", "figures"))
    clear(cast, enter(cast))
    assert not Body.objects.filter(agency=cast.agency).exists()
    after = list(YearSummary.objects.order_by("fiscal_year", "scope").values("scope", "fiscal_year", "figures"))
    assert after == before


def test_a_body_with_other_results_stays_when_one_is_cleared(country: Country, cast: Cast) -> None:
    enter(cast, year=2566)
    clear(cast, enter(cast, year=2567))
    assert [one.fiscal_year for one in BodyResult.objects.filter(body__agency=cast.agency)] == [2566]
    assert YearSummary.objects.get(scope="province:ลพบุรี", fiscal_year=2567).bodies == 4


def test_an_import_that_is_taken_back_is_no_longer_shown(country: Country, cast: Cast) -> None:
    scores = Scores({str(at): 93.0 for at in FULL}, 93.0)
    take_back_result(by=cast.somying, agency=cast.agency, result_id=enter(cast).pk, scores=scores)
    assert not BodyResult.objects.filter(body__agency=cast.agency).exists()


def test_a_result_that_loses_an_indicator_is_no_longer_shown(country: Country, cast: Cast) -> None:
    enter(cast)
    enter(cast, indicators=range(1, 10))
    assert not BodyResult.objects.filter(body__agency=cast.agency).exists()


@pytest.mark.parametrize("kind", [Assessment.Kind.MOCK, Assessment.Kind.SELF])
def test_only_official_results_are_of_the_country(country: Country, cast: Cast, kind: str) -> None:
    known = KnownResult(2567, {at: Decimal(93) for at in FULL})
    record_known(by=cast.somying, agency=cast.agency, known=known, source="", kind=kind)
    assert not Body.objects.filter(agency=cast.agency).exists()


def test_a_published_table_goes_before_an_own_entry(country: Country, cast: Cast) -> None:
    scores = ",".join(["88.00"] * 10)
    bring(2567, f"{HEAD}\n,{cast.agency.name},เทศบาลตำบล,ลพบุรี,{scores}\n")
    clear(cast, enter(cast, 99.0))
    assert BodyResult.objects.get(body__name=cast.agency.name).total == 8800


def test_a_table_takes_the_place_of_an_own_entry_of_the_same_body(country: Country, cast: Cast) -> None:
    enter(cast)
    bring(2567, f"{HEAD}\n900,{cast.agency.name},เทศบาลตำบล,ลพบุรี,{','.join(['88.00'] * 10)}\n")
    body = Body.objects.get(agency=cast.agency)
    assert body.code == "900" and BodyResult.objects.get(body=body).total == 8800


def test_namesakes_never_stand_in_the_way_of_an_entry(country: Country, cast: Cast) -> None:
    """An agency that takes another body's name keeps its own body; one whose name has another agency's has none."""
    enter(cast)
    own = Body.objects.get(agency=cast.agency)
    type(cast.agency).objects.filter(pk=cast.agency.pk).update(name="ทต.หนึ่ง")
    cast.agency.refresh_from_db()
    enter(cast, 94.0)
    assert BodyResult.objects.get(body=own).total == 9400
    Body.objects.filter(pk=own.pk).update(agency=cast.neighbour)
    Body.objects.filter(name="ทต.หนึ่ง").update(agency=cast.neighbour)
    enter(cast, 95.0)
    assert not BodyResult.objects.filter(total=9500, table=None).exists()


def test_what_was_entered_before_comes_by_the_command(country: Country, cast: Cast) -> None:
    enter(cast)
    BodyResult.objects.filter(body__agency=cast.agency).delete()
    Body.objects.filter(agency=cast.agency).delete()
    assert actions.take_in_agencies(by=None) == 1
    assert actions.take_in_agencies(by=None) == 0
    assert BodyResult.objects.get(body__agency=cast.agency).total == 9300


def history_of(client: Client, cast: Cast) -> str:
    """The page of results over the years."""
    return client.get(reverse("assessments:history", args=[cast.agency.slug])).content.decode()


def test_an_agency_sees_the_mean_of_its_kind_and_of_how_many(
    country: Country, cast: Cast, signed_in: Callable[[object], Client]
) -> None:
    enter(cast)
    client = signed_in(cast.somying)
    assert "จากผลที่บันทึกในระบบ" not in history_of(client, cast)  # four are too few
    scores = ",".join(["63.00"] * 10)
    bring(2567, f"{HEAD}\n901,ทต.ห้า,เทศบาลตำบล,ลพบุรี,{scores}\n")
    page = history_of(client, cast)
    assert "จากผลที่บันทึกในระบบ 5 หน่วยงาน" in page and "80.60" in page  # (90 + 95 + 62 + 93 + 63) / 5


def test_one_entry_leaves_the_same_summaries_as_all_reckoned_anew(country: Country, cast: Cast) -> None:
    """An entry reckons its own scopes alone; a body that moved to another province is in both of its years."""
    bring(2568, f"{HEAD}\n001,ทต.หนึ่ง,เทศบาลตำบล,ขอนแก่น,{','.join(['70.00'] * 10)}\n")
    Body.objects.filter(code="001").update(agency=cast.agency)
    enter(cast, 95.0, year=2569)
    clear(cast, enter(cast, 91.0, year=2570))
    own = list(YearSummary.objects.order_by("fiscal_year", "scope").values("scope", "fiscal_year", "figures"))
    reckon({one["fiscal_year"] for one in own}, {"ลพบุรี", "ขอนแก่น", ""})
    anew = YearSummary.objects.order_by("fiscal_year", "scope").values("scope", "fiscal_year", "figures")
    assert list(anew) == own
