"""Catalogues of the data: DCAT for everybody, and the calls that the harvester of a CKAN catalogue makes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from prongsai.web.portal.data import pages
from prongsai.web.portal.data.licence import LICENCE
from prongsai.web.portal.models import Front
from prongsai.web.published.actions import publish
from tests.cast import Cast
from tests.web.answers import status_of
from tests.web.portal.a_portal import GONE, item, open_portal

HERE = "http://127.0.0.1:8000"
ACTION = "/tha-khong/api/3/action"


@pytest.fixture
def full(cast: Cast) -> Cast:
    """A portal with something of every sort, and a face with an address for questions."""
    open_portal(cast)
    Front.objects.add(agency=cast.agency, name_en="Tha Khong Municipality", email="data@example.go.th")
    return cast


def said(client: Client, address: str, status: int = 200) -> Any:
    """The JSON of an answer."""
    answer = client.get(address)
    assert answer.status_code == status, address
    return json.loads(answer.content)


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of a document."""
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from nodes(one)
    elif isinstance(value, list):
        for one in value:
            yield from nodes(one)


def test_the_catalogue_describes_every_set_as_dcat_asks(full: Cast, client: Client) -> None:
    answer = client.get("/tha-khong/data/catalog.jsonld")
    assert answer.headers["Content-Type"] == "application/ld+json"
    found = json.loads(answer.content)
    assert found["@type"] == "dcat:Catalog" and found["dct:license"] == {"@id": LICENCE.address}
    sets = {one["dct:identifier"]: one for one in found["dcat:dataset"]}
    assert {"tha-khong-items", "tha-khong-scores", "tha-khong-measures", "tha-khong-2566-o29"} <= sets.keys()
    asked = {
        *("dct:title", "dct:description", "dct:publisher", "dcat:contactPoint", "dcat:keyword", "dcat:theme"),
        *("dct:accessRights", "dct:accrualPeriodicity", "dct:spatial", "dcat:distribution", "dct:modified"),
    }
    assert all(asked <= one.keys() for one in sets.values())
    assert sets["tha-khong-2566-o29"]["dct:temporal"]["dcat:startDate"]["@value"] == "2022-10-01"


def test_every_name_of_the_catalogue_has_its_beginning_in_the_context(full: Cast, client: Client) -> None:
    found = said(client, "/tha-khong/data/catalog.jsonld")
    prefixes = found.pop("@context").keys()
    names = {name for node in nodes(found) for name in node if not name.startswith("@")}
    names |= {node["@type"] for node in nodes(found) if "@type" in node}
    assert {name.partition(":")[0] for name in names} <= prefixes


def test_every_file_of_the_catalogue_is_there(full: Cast, client: Client) -> None:
    found = [node for node in nodes(said(client, "/tha-khong/data/catalog.jsonld")) if "dcat:downloadURL" in node]
    addresses = {unquote(node["dcat:downloadURL"]["@id"]).removeprefix(HERE) for node in found}
    assert len(addresses) > 30
    assert not [one for one in addresses if status_of(client.get(one)) != 200]
    (paper,) = [node for node in found if node["dct:format"] == "PDF"]
    assert (
        paper["dcat:byteSize"]["@value"] == "14" and len(paper["spdx:checksum"]["spdx:checksumValue"]["@value"]) == 64
    )


def test_nothing_withdrawn_is_in_a_catalogue(full: Cast, client: Client) -> None:
    both = client.get("/tha-khong/data/catalog.jsonld").content + client.get(f"{ACTION}/package_search").content
    assert b'2566-o1"' not in both and GONE.encode() not in both


def test_the_installation_has_a_catalogue_of_catalogues_page_by_page(
    full: Cast, client: Client, monkeypatch: pytest.MonkeyPatch, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    publish(by=full.somsak, agency=full.neighbour, content=item())
    monkeypatch.setattr(pages, "PAGE", 1)
    with django_assert_max_num_queries(5):
        first = said(client, "/catalog.jsonld")
    following = first["hydra:view"]["hydra:next"]["@id"]
    second = said(client, following.removeprefix(HERE))
    found = [one["@id"] for page in (first, second) for one in page["dcat:catalog"]]
    assert found == [f"{HERE}/{slug}/data/catalog.jsonld" for slug in ("tha-khong", "nong-saeng")]
    assert "hydra:next" not in second["hydra:view"]
    assert client.get("/catalog.jsonld?page=3").status_code == 404
    assert client.get("/catalog.jsonld?page=x").status_code == 404


def test_an_installation_without_anything_public_has_an_empty_catalogue(db: None, client: Client) -> None:
    assert said(client, "/catalog.jsonld")["dcat:catalog"] == []


def test_a_harvester_walks_through_all_sets(full: Cast, client: Client) -> None:
    """As ckanext-harvest does: package_search by hundreds from 0 until a page is empty, sorted by id."""
    found: list[dict[str, Any]] = []
    for start in range(0, 100, 5):
        page = said(client, f"{ACTION}/package_search?rows=5&start={start}&sort=id+asc")["result"]
        if not page["results"]:
            break
        found += page["results"]
    assert len(found) == page["count"] == len({one["id"] for one in found})
    assert sorted(one["name"] for one in found) == said(client, f"{ACTION}/package_list")["result"]
    one = said(client, f"{ACTION}/package_show?id={found[0]['id']}")["result"]
    assert one == found[0] == said(client, f"{ACTION}/package_show?id={found[0]['name']}")["result"]
    organization = said(client, f"{ACTION}/organization_show?id={one['owner_org']}")["result"]
    assert organization["name"] == "tha-khong" and one["organization"] == organization


def test_a_set_has_every_field_that_the_catalogue_of_thailand_demands(full: Cast, client: Client) -> None:
    demanded = {
        *("data_type", "title", "name", "owner_org", "maintainer", "maintainer_email", "tags", "notes", "objective"),
        *("update_frequency_unit", "geo_coverage", "data_source", "data_format", "data_category", "license_id"),
    }
    for one in said(client, f"{ACTION}/package_search?rows=100")["result"]["results"]:
        assert all(one[name] for name in demanded), one["name"]
        assert one["data_type"] in {"ข้อมูลระเบียน", "ข้อมูลสถิติ"} and one["geo_coverage"] == "เทศบาล/อบต."
        assert all(resource["url"].startswith(HERE) and resource["format"] for resource in one["resources"])


def test_a_harvester_asks_for_what_changed_since_the_last_time(full: Cast, client: Client) -> None:
    def count(terms: str) -> int:
        found: int = said(client, f"{ACTION}/package_search?fq={terms}")["result"]["count"]
        return found

    whole = count("")
    assert count("metadata_modified:[2020-01-01T00:00:00Z TO *]") == whole
    assert count("metadata_modified:[2999-01-01T00:00:00Z TO *]") == 0
    assert count("metadata_modified:[nonsense TO *]") == whole
    assert count("organization:tha-khong") == whole and count("organization:nong-saeng") == 0
    assert said(client, f"{ACTION}/package_search?q=ผลการประเมิน&rows=1")["result"]["count"] == 2


def test_what_a_harvester_asks_in_vain_is_told_as_ckan_tells_it(full: Cast, client: Client) -> None:
    answer = said(client, f"{ACTION}/package_show?id=nothing", 404)
    assert answer["success"] is False and answer["error"]["__type"] == "Not Found Error"
    assert client.get(f"{ACTION}/package_delete?id=tha-khong-items").status_code == 404
    assert client.get("/nong-saeng/api/3/action/package_list").status_code == 404
