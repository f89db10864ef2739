"""Who sees what: nobody without an oversight, and with one nothing outside it, by page, by number or by file."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from prongsai.core.country.scope import COUNTRY
from prongsai.web.accounts.models import Person
from prongsai.web.country import actions
from prongsai.web.country.models import ResultsTable
from prongsai.web.site import clock
from tests.cast import Cast
from tests.web.country.conftest import Country

SCOPED = ("overview", "bodies", "outliers")
FOREIGN = ("ขอนหนึ่ง", "ขอนสอง", "ขอนแก่น", "กรมกลาง", "62.00", "77.00")
WIDER = ("all", "central", "northeast", "ขอนแก่น", "สระบุรี", "นอกประเทศ")


def addresses(country: Country) -> list[str]:
    """Every address of the country that can be opened."""
    files = [reverse("country:download", args=[2567, "all", kind]) for kind in ("csv", "xlsx", "parquet")]
    return [
        *(reverse(f"country:{name}") for name in ("home", "history", "load", "sample")),
        *(reverse(f"country:{name}", args=[2567, "all"]) for name in SCOPED),
        *files,
        reverse("country:body", args=[country.bodies["001"].pk]),
    ]


def test_people_of_agencies_find_no_country(
    country: Country, cast: Cast, signed_in: Callable[[Person], Client]
) -> None:
    for person in (cast.somying, cast.prasert, cast.somsak):
        client = signed_in(person)
        assert {client.get(one).status_code for one in addresses(country)} == {404}


def test_strangers_are_sent_to_sign_in(country: Country, client: Client) -> None:
    assert {client.get(one).status_code for one in addresses(country)} == {302}


@pytest.mark.parametrize("name", SCOPED)
@pytest.mark.parametrize("where", WIDER)
def test_a_wider_or_another_scope_is_not_there(lopburi: Client, name: str, where: str) -> None:
    assert lopburi.get(reverse(f"country:{name}", args=[2567, where])).status_code == 404


@pytest.mark.parametrize("kind", ["csv", "xlsx", "parquet"])
@pytest.mark.parametrize("where", WIDER)
def test_nor_are_its_files(lopburi: Client, kind: str, where: str) -> None:
    assert lopburi.get(reverse("country:download", args=[2567, where, kind])).status_code == 404


def test_no_page_of_a_province_tells_of_another(lopburi: Client, country: Country) -> None:
    own = [country.bodies[code].pk for code in ("001", "002", "003")]
    pages = [
        *(reverse(f"country:{name}", args=[2567, "ลพบุรี"]) for name in SCOPED),
        *(
            f"{reverse('country:bodies', args=[2567, 'ลพบุรี'])}?{query}"
            for query in ("state=missing", "q=ขอน", "sort=total")
        ),
        *(reverse("country:body", args=[pk]) for pk in own),
        reverse("country:home") + "?choose=1",
    ]
    for page in pages:
        text = lopburi.get(page).content.decode()
        found = text.replace("value=&quot;ขอน&quot;", "").replace('value="ขอน"', "")
        assert not [word for word in FOREIGN if word in found], page


def test_means_that_a_province_compares_with_are_its_own(lopburi: Client, country: Country) -> None:
    # 90 and 95 of ลพบุรี, without the 62 of ขอนแก่น, whom subtraction would otherwise give away.
    response = lopburi.get(reverse("country:body", args=[country.bodies["001"].pk]))
    assert response.context["rows"][0]["kind"] == "92.50"
    assert response.context["scope_name"] == "จังหวัดลพบุรี"


def test_bodies_of_others_are_not_there_by_their_number(lopburi: Client, country: Country) -> None:
    for code in ("004", "005", "006"):
        assert lopburi.get(reverse("country:body", args=[country.bodies[code].pk])).status_code == 404


@pytest.mark.parametrize(
    "query", ["", "?years=all", "?state=missing", "?province=ขอนแก่น", "?kind=department&years=all"]
)
def test_files_hold_the_own_scope_alone(lopburi: Client, query: str) -> None:
    response = lopburi.get(reverse("country:download", args=[2567, "ลพบุรี", "csv"]) + query)
    text = b"".join(response.streaming_content).decode()  # type: ignore[attr-defined]  # a streaming answer
    assert text.startswith("\ufeff") and not [word for word in FOREIGN if word in text]


def test_a_sheet_holds_the_own_scope_alone(lopburi: Client) -> None:
    response = lopburi.get(reverse("country:download", args=[2567, "ลพบุรี", "xlsx"]) + "?state=missing")
    book = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(response.streaming_content)))  # type: ignore[attr-defined]  # a streaming answer
    names = {str(row[2]) for row in book.get_sheet_by_index(0).to_python()[1:]}
    assert names == {"อบต.สาม"}


def test_a_region_sees_its_provinces_and_itself(country: Country, signed_in: Callable[[Person], Client]) -> None:
    client = signed_in(country.central)
    statuses = {where: client.get(reverse("country:overview", args=[2567, where])).status_code for where in WIDER}
    assert statuses == {"all": 404, "central": 200, "northeast": 404, "ขอนแก่น": 404, "สระบุรี": 404, "นอกประเทศ": 404}
    assert client.get(reverse("country:overview", args=[2567, "ลพบุรี"])).status_code == 200


def test_only_who_sees_the_whole_country_brings_tables(lopburi: Client, country: Country) -> None:
    waiting = ResultsTable.objects.first()
    assert waiting
    for name, args in (("load", []), ("sample", []), ("history", []), ("check", [waiting.pk])):
        assert lopburi.get(reverse(f"country:{name}", args=args)).status_code == 404
    for name, args in (("load", []), ("check", [waiting.pk]), ("drop", [waiting.pk])):
        assert lopburi.post(reverse(f"country:{name}", args=args)).status_code == 404
    own = country.bodies["001"]
    assert lopburi.post(reverse("country:end", args=[own.pk]), {"until_year": "2567"}).status_code == 404
    own.refresh_from_db()
    assert own.until_year is None


def test_an_oversight_ends_on_its_day(
    country: Country, signed_in: Callable[[Person], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    actions.end_oversight(by=None, person=country.lopburi, on=date(2026, 1, 10))
    client = signed_in(country.lopburi)
    for day, status in ((date(2026, 1, 9), 200), (date(2026, 1, 10), 404)):
        monkeypatch.setattr(clock, "today", lambda day=day: day)
        assert client.get(reverse("country:overview", args=[2567, "ลพบุรี"])).status_code == status


def test_it_does_not_begin_before_its_day(country: Country, signed_in: Callable[[Person], Client], db: None) -> None:
    late = Person.objects.create_user(username="late", password="x", full_name="ผู้มาทีหลัง")
    actions.grant_oversight(by=None, person=late, scope=COUNTRY, since=clock.today() + timedelta(days=1))
    assert signed_in(late).get(reverse("country:home")).status_code == 404


def test_the_home_of_an_overseer_leads_to_the_country(
    lopburi: Client, cast: Cast, signed_in: Callable[[Person], Client]
) -> None:
    assert lopburi.get(reverse("home"))["Location"] == reverse("country:home")
    text = lopburi.get(reverse("home") + "?choose=1").content.decode()
    assert reverse("country:home") in text and "จังหวัดลพบุรี" in text
    assert reverse("country:home") not in signed_in(cast.somying).get(reverse("home") + "?choose=1").content.decode()


def test_who_is_both_chooses_between_agency_and_country(cast: Cast, signed_in: Callable[[Person], Client]) -> None:
    actions.grant_oversight(by=None, person=cast.somying, scope=COUNTRY, since=date(2024, 10, 1))
    response = signed_in(cast.somying).get(reverse("home"))
    assert response.status_code == 200
    assert cast.agency.name in response.content.decode() and reverse("country:home") in response.content.decode()
