"""Crawlers are led to what is public now, and asked to leave the rest alone."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from lxml import etree
from protego import Protego
from pytest_django import DjangoAssertNumQueries

from prongsai.web.portal.feeds import pages
from prongsai.web.portal.feeds.writing import SITEMAP, XHTML
from prongsai.web.portal.models import Front
from prongsai.web.published.actions import withdraw
from tests.cast import Cast
from tests.factories.publishing import item, put_out

NS = {"s": SITEMAP, "x": XHTML}
HERE = "http://127.0.0.1:8000"


@pytest.fixture
def portal(cast: Cast) -> Cast:
    """The cast, with one item published, corrected, and another withdrawn."""
    put_out(cast.agency, cast.somying)
    put_out(cast.agency, cast.somying, item("o12", "แผนที่แก้แล้ว"), reason="ปรับตัวเลข")
    gone = put_out(cast.agency, cast.somying, item("o2", "ข้อมูลผู้บริหาร"), files=())
    withdraw(by=cast.somying, publication=gone.publication, reason="ผิดปี")
    return cast


def fetched(client: Client, address: str) -> Any:
    """The root of a sitemap."""
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/xml; charset=utf-8"
    return etree.fromstring(answer.content)


def places(root: Any) -> list[str]:
    """Its addresses."""
    return [str(one.text) for one in root.iterfind(".//s:loc", NS)]


def test_it_names_every_page_in_both_languages_and_no_other(portal: Cast, client: Client) -> None:
    root = fetched(client, "/tha-khong/sitemap.xml")
    wanted = ("/tha-khong/", "/tha-khong/2569/", "/tha-khong/2569/o12")
    assert places(root) == [f"{HERE}{language}{one}" for one in wanted for language in ("", "/en")]
    for url in root.iterfind("s:url", NS):
        assert url.findtext("s:lastmod", namespaces=NS).endswith("Z")
        assert [one.get("hreflang") for one in url.iterfind("x:link", NS)] == ["th", "en"]
        assert url.findtext("s:loc", namespaces=NS) in {one.get("href") for one in url.iterfind("x:link", NS)}


def test_every_address_of_it_answers(portal: Cast, client: Client) -> None:
    for place in places(fetched(client, "/tha-khong/sitemap.xml")):
        assert client.get(place.removeprefix(HERE)).status_code == 200


def test_the_index_names_agencies_that_show_something(portal: Cast, client: Client) -> None:
    root = fetched(client, "/sitemap.xml")
    assert etree.QName(root).localname == "sitemapindex"
    assert places(root) == [f"{HERE}/tha-khong/sitemap.xml"]
    put_out(portal.neighbour, portal.somsak, item("o1", "โครงสร้าง"), files=())
    Front.objects.add(agency=portal.neighbour, host="www.nong-saeng.example")
    assert places(fetched(client, "/sitemap.xml"))[0] == "https://www.nong-saeng.example/nong-saeng/sitemap.xml"


def test_no_sitemap_is_longer_than_allowed(portal: Cast, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert pages.MOST_ENTRIES == 50_000
    monkeypatch.setattr(pages, "MOST_ENTRIES", 4)
    put_out(portal.agency, portal.somying, item("o1", "โครงสร้าง"), files=())
    assert len(places(fetched(client, "/tha-khong/sitemap.xml"))) == 4


def test_the_index_costs_few_queries(
    portal: Cast, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(3):
        client.get("/sitemap.xml")


def test_robots_leave_officials_and_searches_alone(portal: Cast, client: Client) -> None:
    answer = client.get("/robots.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    lines = answer.content.decode().splitlines()
    assert lines[0] == "User-agent: *"
    assert {"Disallow: /a/", "Disallow: /*/search", "Disallow: /*/embed/"} <= set(lines)
    assert lines[-1] == f"Sitemap: {HERE}/sitemap.xml"


def test_robots_as_crawlers_read_them(portal: Cast, client: Client) -> None:
    rules = Protego.parse(client.get("/robots.txt").content.decode())
    for allowed in ("/tha-khong/", "/en/tha-khong/2569/o12", "/directory/", "/tha-khong/files/k/แผน.pdf"):
        assert rules.can_fetch(f"{HERE}{allowed}", "anybot")
    for closed in ("/a/tha-khong/", "/tha-khong/search?q=a", "/en/tha-khong/search", "/directory/search?q=a"):
        assert not rules.can_fetch(f"{HERE}{closed}", "anybot")


def test_earlier_versions_ask_not_to_be_indexed(portal: Cast, client: Client) -> None:
    assert 'name="robots" content="noindex' in client.get("/tha-khong/2569/o12/v1").content.decode()
    assert 'name="robots"' not in client.get("/tha-khong/2569/o12").content.decode()
