"""What pages say of themselves to search engines and to those who share them; no text can break out of it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from prongsai.web.portal.finding.meta import json_for_html
from prongsai.web.portal.models import Front
from prongsai.web.published.actions import renew_pages, withdraw
from tests.cast import Cast
from tests.factories.publishing import BUDGET, put_out
from tests.site.page_checker import CheckedClient

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
HERE = "http://127.0.0.1:8000"


@pytest.fixture
def client() -> Client:
    """A stranger whose pages are all looked at."""
    return CheckedClient()


def graph(page: str) -> dict[str, Any]:
    """The nodes of a page by their types."""
    found = BLOCK.findall(page)
    assert len(found) == 1
    data = json.loads(found[0])
    assert data["@context"] == "https://schema.org"
    return {node["@type"]: node for node in data["@graph"]}


def shown(client: Client, address: str) -> str:
    """A page."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_item_says_what_it_is(cast: Cast, client: Client) -> None:
    put_out(cast.agency, cast.somying)
    nodes = graph(shown(client, "/tha-khong/2569/o12"))
    assert nodes["GovernmentOrganization"]["name"] == "เทศบาลตำบลท่าโขง"
    assert nodes["GovernmentOrganization"]["address"]["addressRegion"] == "ลพบุรี"
    target = nodes["WebSite"]["potentialAction"]["target"]["urlTemplate"]
    assert target == f"{HERE}/tha-khong/search?q={{search_term_string}}"
    work = nodes["CreativeWork"]
    assert (work["name"], work["url"], work["version"]) == (BUDGET.title, f"{HERE}/tha-khong/2569/o12", "1")
    assert work["encoding"][0]["encodingFormat"] == "application/pdf"
    trail = [one["item"] for one in nodes["BreadcrumbList"]["itemListElement"]]
    assert trail == [f"{HERE}/tha-khong/", f"{HERE}/tha-khong/2569/", f"{HERE}/tha-khong/2569/o12"]
    data = nodes["Dataset"]["distribution"][0]["contentUrl"]
    assert client.get(data.removeprefix(HERE)).status_code == 200


def test_home_and_year_say_where_they_stand(cast: Cast, client: Client) -> None:
    put_out(cast.agency, cast.somying)
    assert "BreadcrumbList" not in graph(shown(client, "/tha-khong/"))
    assert len(graph(shown(client, "/tha-khong/2569/"))["BreadcrumbList"]["itemListElement"]) == 2
    assert graph(shown(client, "/en/tha-khong/"))["WebSite"]["url"] == f"{HERE}/en/tha-khong/"


def test_no_text_ends_the_block(cast: Cast, client: Client) -> None:
    evil = "</script><script>alert(1)</script><!-- \" ' & \u2028"
    put_out(cast.agency, cast.somying, replace(BUDGET, title=evil, lead=evil))
    page = shown(client, "/tha-khong/2569/o12")
    assert "<script>alert" not in page
    assert graph(page)["CreativeWork"]["name"] == evil
    assert json.loads(json_for_html({"a": evil})) == {"a": evil}
    assert not set("<>&\u2028") & set(json_for_html(evil))


def test_canonical_and_languages_are_whole_addresses(cast: Cast, client: Client) -> None:
    put_out(cast.agency, cast.somying)
    put_out(cast.agency, cast.somying, replace(BUDGET, lead="ใหม่"), reason="แก้")
    for address in ("/tha-khong/2569/o12", "/tha-khong/2569/o12/v1"):
        assert f'rel="canonical" href="{HERE}/tha-khong/2569/o12"' in shown(client, address)
    page = shown(client, "/en/tha-khong/2569/o12")
    assert f'rel="canonical" href="{HERE}/en/tha-khong/2569/o12"' in page
    assert f'hreflang="th" href="{HERE}/tha-khong/2569/o12"' in page


def test_shared_pages_have_title_words_and_picture(cast: Cast, client: Client) -> None:
    put_out(cast.agency, cast.somying)
    page = shown(client, "/tha-khong/2569/o12")
    assert f'property="og:title" content="{BUDGET.title}"' in page
    assert f'property="og:description" content="{BUDGET.lead}"' in page
    assert f'property="og:image" content="{HERE}/static/portal/preview.png"' in page
    front = Front.objects.add(agency=cast.agency, host="www.tha-khong.example", emblem_type="image/png")
    front.emblem.save("e.png", ContentFile(b"png"))
    renew_pages(agency=cast.agency)
    page = shown(client, "/tha-khong/2569/o12")
    assert 'property="og:image" content="https://www.tha-khong.example/tha-khong/emblem.png"' in page


def test_what_is_withdrawn_tells_no_content(cast: Cast, client: Client) -> None:
    edition = put_out(cast.agency, cast.somying)
    withdraw(by=cast.somying, publication=edition.publication, reason="ผิดหน่วยงาน")
    answer = client.get("/tha-khong/2569/o12")
    assert answer.status_code == 410
    page = answer.content.decode()
    assert BUDGET.lead not in page
    assert "CreativeWork" not in graph(page) and "Dataset" not in graph(page)
