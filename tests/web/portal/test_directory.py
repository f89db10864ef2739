"""The directory of an installation: provinces, kinds and names, of agencies that show something now."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from prongsai.core.publication.canonical import canonical, sha256_of
from prongsai.web.agencies.models import Agency, Kind
from prongsai.web.published.actions import withdraw
from prongsai.web.published.indexing import index
from prongsai.web.published.models import Edition, Publication, Shelf
from tests.cast import Cast
from tests.factories.publishing import BUDGET, item, put_out
from tests.site.page_checker import CheckedClient


@pytest.fixture
def client() -> Client:
    """A stranger whose pages are all looked at."""
    return CheckedClient()


@pytest.fixture
def portal(cast: Cast) -> Cast:
    """The cast, both agencies with something public."""
    put_out(cast.agency, cast.somying)
    put_out(cast.neighbour, cast.somsak, item("o1", "โครงสร้าง"), files=())
    return cast


def page(client: Client, address: str, **query: str) -> str:
    """A page of the directory."""
    answer = client.get(address, query)
    assert answer.status_code == 200
    return answer.content.decode()


def many(cast: Cast, count: int, province: str) -> None:
    """Agencies of a province, each with one thing that is public."""
    text = canonical(BUDGET)
    for number in range(count):
        agency = Agency.objects.create(
            slug=f"many-{number}", name=f"เทศบาลตำบลตัวอย่าง {number:03}", kind=Kind.TOWN_MUNICIPALITY, province=province
        )
        shelf = Shelf.objects.add(agency=agency, changed_at=cast.somying.date_joined)
        publication = Publication.objects.add(
            agency=agency, kind="disclosure", fiscal_year=2569, code="o12", title=BUDGET.title
        )
        Edition.objects.add(
            agency=agency, publication=publication, number=1, schema=1, content=text, sha256=sha256_of(text),
            published_by=cast.somying, published_at=shelf.changed_at,
        )  # fmt: skip
        index(publication)


def test_it_counts_provinces_in_the_order_of_the_dictionary(portal: Cast, client: Client) -> None:
    shown = page(client, "/directory/")
    assert shown.index("ขอนแก่น") < shown.index("ลพบุรี")
    assert 'href="/directory/%E0%B8%A5' in shown
    assert "2 หน่วยงาน" in shown


def test_a_province_lists_its_agencies(portal: Cast, client: Client) -> None:
    shown = page(client, "/directory/ลพบุรี/")
    assert 'href="/tha-khong/"' in shown
    assert "nong-saeng" not in shown
    assert client.get("/directory/เชียงใหม่/").status_code == 404


def test_only_agencies_that_show_something_are_there(cast: Cast, client: Client) -> None:
    assert "ลพบุรี" not in page(client, "/directory/")
    edition = put_out(cast.agency, cast.somying)
    assert "ลพบุรี" in page(client, "/directory/")
    withdraw(by=cast.somying, publication=edition.publication, reason="ผิดหน่วยงาน")
    assert "ลพบุรี" not in page(client, "/directory/")
    assert client.get("/directory/ลพบุรี/").status_code == 404


@pytest.mark.parametrize(("name", "found"), [("ท่าโขง", True), ("บ้านหมี่ เทศบาล", True), ("หนองแสง", False), ("%", False)])
def test_an_agency_is_found_by_its_name_or_place(portal: Cast, client: Client, name: str, found: bool) -> None:
    assert ('href="/tha-khong/"' in page(client, "/directory/", name=name)) == found


def test_a_kind_can_be_chosen(portal: Cast, client: Client) -> None:
    shown = page(client, "/directory/", kind=Kind.SUBDISTRICT_ORGANISATION)
    assert 'href="/nong-saeng/"' in shown and 'href="/tha-khong/"' not in shown
    assert "ลพบุรี" in page(client, "/directory/", kind="x' OR 1")  # an odd kind is none


@pytest.mark.parametrize(
    "query", [{"name": "ก" * 5000}, {"page": "abc"}, {"page": "-1"}, {"name": "\u200b"}, {"kind": ""}]
)
def test_nothing_odd_breaks_it(portal: Cast, client: Client, query: dict[str, str]) -> None:
    for address in ("/directory/", "/directory/ลพบุรี/", "/en/directory/"):
        page(client, address, **query)


def test_lists_are_paged_and_cost_the_same(
    portal: Cast, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    many(portal, 30, "ชลบุรี")
    with django_assert_max_num_queries(5):
        first = page(client, "/directory/ชลบุรี/")
    second = page(client, "/directory/ชลบุรี/", page="2")
    assert (first.count("bodies__name"), second.count("bodies__name")) == (25, 5)
    with django_assert_max_num_queries(3):
        assert "32 หน่วยงาน" in page(client, "/directory/")


def test_it_is_the_same_for_everybody(portal: Cast, client: Client) -> None:
    answer = client.get("/directory/")
    assert answer["Cache-Control"] == "public, max-age=300"
    assert not answer.cookies


def test_it_speaks_english(portal: Cast, client: Client) -> None:
    assert "Directory of agencies" in page(client, "/en/directory/")
