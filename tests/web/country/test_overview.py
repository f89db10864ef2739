"""The page of a scope and a year."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from prongsai.core.country.kinds import KINDS
from prongsai.core.country.scope import COUNTRY
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Kind
from prongsai.web.country import actions
from prongsai.web.operations.demo_country import make_country
from tests.web.country.conftest import SINCE, Country

MOST_QUERIES = 12


def page(client: Client, where: str = "all", year: int = 2567, query: str = "") -> str:
    response = client.get(reverse("country:overview", args=[year, where]) + query)
    assert response.status_code == 200
    return response.content.decode()


def test_it_tells_how_many_have_a_result_and_their_mean(national: Client) -> None:
    text = page(national)
    assert "จาก 6 หน่วยงาน" in text and "ยังไม่มีผล 1 หน่วยงาน" in text
    assert "82.60" in text  # (90 + 95 + 62 + 77 + 89) / 5


def test_progress_stands_before_rank(national: Client) -> None:
    text = page(national)
    assert text.index("พัฒนาขึ้นมากที่สุด") < text.index("การกระจายของคะแนนรวม") < text.index("รายจังหวัด")
    assert text.index("อบต.ขอนสอง") < text.index("ทต.หนึ่ง")  # +27 before +10


def test_provinces_can_be_put_in_order(national: Client) -> None:
    def order(sort: str) -> list[str]:
        response = national.get(reverse("country:overview", args=[2567, "all"]), {"sort": sort})
        return [one.name for one in response.context["provinces"].lines]

    assert order("-mean") == ["ลพบุรี", "ขอนแก่น"] and order("mean") == ["ขอนแก่น", "ลพบุรี"]
    assert order("-change") == ["ขอนแก่น", "ลพบุรี"] and order("-missing") == ["ลพบุรี", "ขอนแก่น"]
    assert order("'; DROP") == order("-change")


def test_a_picture_has_its_table(national: Client) -> None:
    text = page(national)
    assert text.count("ดูเป็นตาราง") >= 3


def test_the_home_leads_to_the_newest_year(national: Client, lopburi: Client) -> None:
    assert national.get(reverse("country:home"))["Location"] == reverse("country:overview", args=[2567, "all"])
    assert lopburi.get(reverse("country:home"))["Location"] == reverse("country:overview", args=[2567, "ลพบุรี"])


def test_a_year_without_results_is_not_there(national: Client) -> None:
    for year in (2560, 2569, 3000):
        assert national.get(reverse("country:overview", args=[year, "all"])).status_code == 404


def test_without_results_it_says_what_to_do(db: None, signed_in: Callable[[Person], Client]) -> None:
    person = Person.objects.create_user(username="new", password="x", full_name="คนใหม่")
    actions.grant_oversight(by=None, person=person, scope=COUNTRY, since=SINCE)
    text = signed_in(person).get(reverse("country:home")).content.decode()
    assert reverse("country:load") in text and "ยังไม่มีผลการประเมิน" in text


def test_it_speaks_english_too(national: Client, country: Country) -> None:
    country.national.language = "en"
    country.national.save()
    assert "The whole country" in page(national)


def test_every_kind_of_agency_is_a_kind_of_body() -> None:
    assert set(Kind.values) <= set(KINDS)


@pytest.fixture
def large(db: None, signed_in: Callable[[Person], Client]) -> Client:
    """An overseer of 600 bodies in seven years: queries do not grow with them."""
    make_country("x", 600, ("ลพบุรี", "ขอนแก่น", "สระบุรี"), 2568)
    return signed_in(Person.objects.get(username="kamol"))


def test_pages_cost_few_queries_whatever_the_data(large: Client) -> None:
    scoped = [("all", name) for name in ("overview", "bodies", "outliers")] + [
        ("ลพบุรี", "overview"),
        ("central", "bodies"),
    ]
    paths = [reverse(f"country:{name}", args=[2568, where]) for where, name in scoped]
    paths += [
        paths[1] + "?state=missing",
        paths[1] + "?q=สมมุติ&kind=subdistrict_organisation&page=3",
        reverse("country:load"),
    ]
    for path in paths:
        with CaptureQueriesContext(connection) as seen:
            assert large.get(path).status_code == 200
        assert len(seen) <= MOST_QUERIES, (path, len(seen))
