"""The API: every answer is as its document says, lists come whole page by page, refusals say what to do."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from prongsai.web.portal.api.pages import document
from prongsai.web.published.actions import publish, withdraw
from prongsai.web.published.queries import publication_at, shown_at
from tests.cast import Cast
from tests.site.page_checker import CheckedClient
from tests.web.portal.a_portal import GONE, item, open_portal
from tests.web.portal.openapi import answer_schema, faults

V1 = "/api/v1"
ONE = f"{V1}/publications/{{agency}}/{{year}}/{{code}}"
#: An address, the operation of the document, and the status that comes.
CALLS = [
    (f"{V1}/agencies", f"{V1}/agencies", 200),
    (f"{V1}/agencies?province=ลพบุรี&kind=subdistrict_municipality&limit=1", f"{V1}/agencies", 200),
    (f"{V1}/agencies/tha-khong", f"{V1}/agencies/{{agency}}", 200),
    (f"{V1}/agencies/nong-saeng", f"{V1}/agencies/{{agency}}", 404),
    (f"{V1}/publications", f"{V1}/publications", 200),
    (f"{V1}/publications?agency=tha-khong&year=2566&kind=plan", f"{V1}/publications", 200),
    (f"{V1}/publications?updated_since=2020-01-01T00:00:00%2B07:00", f"{V1}/publications", 200),
    (f"{V1}/publications?agency=nowhere", f"{V1}/publications", 404),
    (f"{V1}/publications?limit=101", f"{V1}/publications", 422),
    (f"{V1}/publications/tha-khong/2566/o29", ONE, 200),
    (f"{V1}/publications/tha-khong/2566/o1", ONE, 200),
    (f"{V1}/publications/tha-khong/2566/plan", ONE, 200),
    (f"{V1}/publications/tha-khong/2566/scores", ONE, 200),
    (f"{V1}/publications/tha-khong/2566/o99", ONE, 404),
    (f"{V1}/publications/tha-khong/99/o29", ONE, 422),
    (f"{V1}/publications/tha-khong/2566/o29/editions/1", f"{ONE}/editions/{{number}}", 200),
    (f"{V1}/publications/tha-khong/2566/o29/editions/9", f"{ONE}/editions/{{number}}", 404),
    (f"{V1}/files", f"{V1}/files", 200),
    (f"{V1}/files?agency=tha-khong&year=2566", f"{V1}/files", 200),
    (f"{V1}/files?agency=nong-saeng", f"{V1}/files", 404),
]


@pytest.fixture
def full(cast: Cast) -> Cast:
    """A portal with something of every sort."""
    open_portal(cast)
    return cast


def said(client: Client, address: str, status: int = 200) -> Any:
    """The JSON of an answer."""
    answer = client.get(address)
    assert answer.status_code == status, (address, answer.content.decode())
    return json.loads(answer.content)


def test_every_answer_is_as_the_document_says_and_costs_at_most_five_queries(
    full: Cast, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    known = json.loads(client.get("/api/openapi.json").content)
    for number in range(30, 36):
        publish(by=full.somying, agency=full.agency, content=item(f"o{number}", f"รายการ {number}"))
    for address, operation, status in CALLS:
        with django_assert_max_num_queries(6):  # of which one looks for a kept page
            value = said(client, address, status)
        assert not list(faults(value, answer_schema(known, operation, status), known)), address


def test_every_operation_of_the_document_is_called_by_these_tests() -> None:
    assert {operation for _address, operation, status in CALLS if status == 200} == document()["paths"].keys()


def test_the_checker_of_answers_finds_what_is_wrong() -> None:
    schema = {"type": "object", "properties": {"a": {"type": "integer"}}, "required": ["a", "b"]}
    assert len(list(faults({"a": "1", "c": 2}, schema, {}))) == 3
    assert list(faults(1, {"anyOf": [{"type": "string"}, {"type": "null"}]}, {}))


def test_a_list_comes_whole_page_by_page(full: Cast, client: Client) -> None:
    for number in range(30, 37):
        publish(by=full.somying, agency=full.agency, content=item(f"o{number}", f"รายการ {number}"))
    whole = [one["id"] for one in said(client, f"{V1}/publications?limit=100")["items"]]
    found: list[str] = []
    address: str | None = f"{V1}/publications?limit=5&agency=tha-khong"
    while address:
        page = said(client, address.removeprefix("http://127.0.0.1:8000"))
        assert len(page["items"]) <= 5
        found += [one["id"] for one in page["items"]]
        address = page["next"]
    assert found == whole and len(found) == len(set(found)) == 12


def test_lists_are_filtered(full: Cast, client: Client) -> None:
    def ids(query: str) -> set[str]:
        return {one["code"] for one in said(client, f"{V1}/publications?{query}")["items"]}

    assert ids("kind=plan") == {"plan"} and ids("year=2567") == set()
    assert ids("subject=complaint-statistics") == {"o1", "o2", "o29"}
    moment = shown_at(full.agency, 2566, "scores")
    assert moment
    since = moment.edition.published_at.isoformat().replace("+", "%2B")
    assert ids(f"updated_since={since}") == {"scores"}
    assert ids(f"updated_since={since.replace('%2B', '+')}") == {"scores"}, "a plus that was not escaped"
    assert ids("updated_since=2999-01-01") == set()
    assert said(client, f"{V1}/agencies?province=ขอนแก่น")["items"] == []
    assert said(client, f"{V1}/agencies?updated_since=2999-01-01")["items"] == []


def test_a_publication_has_its_content_and_every_edition(full: Cast, client: Client) -> None:
    found = said(client, f"{V1}/publications/tha-khong/2566/o29")
    assert [one["number"] for one in found["editions"]] == [2, 1]
    table = found["content"]["sections"][0]["tables"][0]
    assert table["rows"][0][1] == "1,234.50" and client.get(
        table["addresses"]["csv"].removeprefix("http://127.0.0.1:8000")
    )
    earlier = said(client, f"{V1}/publications/tha-khong/2566/o29/editions/1")
    assert (earlier["content"]["lead"], found["content"]["lead"]) == ("สรุปรายเดือน", "สรุปรายเดือน แก้ไขแล้ว")
    address = earlier["content"]["sections"][0]["tables"][0]["addresses"]["json"]
    assert "/v1/" in address and client.get(address.removeprefix("http://127.0.0.1:8000")).status_code == 200


def test_what_was_withdrawn_stays_as_a_tombstone_without_content(full: Cast, client: Client) -> None:
    found = said(client, f"{V1}/publications/tha-khong/2566/o1")
    assert (found["state"], found["content"], found["reason"]) == ("withdrawn", None, "มีข้อมูลส่วนบุคคล")
    listed = client.get(f"{V1}/publications?limit=100").content.decode()
    assert '"tha-khong/2566/o1"' in listed and GONE not in listed + json.dumps(found, ensure_ascii=False)


def test_a_withdrawn_edition_tells_no_words_while_the_newest_does(full: Cast, client: Client) -> None:
    publication = publication_at(full.agency, 2566, "o29")
    assert publication
    withdraw(by=full.prasert, publication=publication, reason="ฉบับแรกผิด", number=1)
    earlier = said(client, f"{V1}/publications/tha-khong/2566/o29/editions/1")
    assert earlier["content"] is None and earlier["reason"] == "ฉบับแรกผิด"
    assert said(client, f"{V1}/publications/tha-khong/2566/o29")["content"]
    assert len(said(client, f"{V1}/files")["items"]) == 1
    withdraw(by=full.prasert, publication=publication, reason="ทั้งหมดผิด")
    assert said(client, f"{V1}/files")["items"] == []


@pytest.mark.parametrize(
    ("query", "where", "word"),
    [
        ("limit=0", "limit", "ต้องไม่น้อยกว่า 1"),
        ("limit=ten", "limit", "จำนวนเต็ม"),
        ("limti=10", "limti", "ไม่มีพารามิเตอร์"),
        ("kind=secret", "kind", "disclosure"),
        ("updated_since=yesterday", "updated_since", "ISO 8601"),
        ("updated_since=0001-01-01", "updated_since", "ISO 8601"),
        ("cursor=99999999999999999999", "cursor", "ต้องน้อยกว่า"),
        ("subject=a%00b", "subject", "อักษร"),
        (f"subject={'ก' * 61}", "subject", "60"),
    ],
)
def test_a_refusal_names_the_parameter_and_the_way_out(
    full: Cast, client: Client, query: str, where: str, word: str
) -> None:
    answer = client.get(f"{V1}/publications?{query}")
    problem = json.loads(answer.content)
    assert answer.status_code == 422 and answer.headers["Content-Type"] == "application/problem+json"
    assert problem["where"] == where and word in problem["th"] and problem["en"]


@pytest.mark.parametrize("address", [f"{V1}/nothing", f"{V1}/publications/tha-khong"])
def test_an_address_that_is_none_is_told_of(db: None, client: Client, address: str) -> None:
    assert "/api/" in said(client, address, 404)["th"]
    assert client.get(f"{V1}/").headers["Location"] == "/api/"


def test_answers_are_kept_by_caches_read_by_any_site_and_set_no_cookie(full: Cast, client: Client) -> None:
    first = client.get(f"{V1}/publications")
    assert first.headers["Access-Control-Allow-Origin"] == "*" and "public" in first.headers["Cache-Control"]
    assert not first.cookies and "Cookie" not in first.headers.get("Vary", "")
    again = client.get(f"{V1}/publications", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304 and not again.content
    publish(by=full.somying, agency=full.agency, content=item("o30", "ใหม่"))
    newer = client.get(f"{V1}/publications", headers={"If-None-Match": first.headers["ETag"]})
    assert newer.status_code == 200


def test_it_is_only_read(full: Cast, client: Client) -> None:
    assert client.head(f"{V1}/publications").status_code == 200
    assert client.post(f"{V1}/publications", {}).status_code == 405
    assert client.delete(f"{V1}/publications/tha-khong/2566/o29").status_code == 405


@pytest.mark.parametrize("start", ["", "/en"])
def test_the_manual_names_every_operation_and_parameter_in_its_language(db: None, start: str) -> None:
    words = CheckedClient().get(f"{start}/api/").content.decode()
    for path, methods in document()["paths"].items():
        assert f"GET {path}" in words
        assert all(f"<code>{one['name']}</code>" in words for one in methods["get"].get("parameters", ()))
    assert ("Fiscal year" in words) is (start == "/en") and ("ปีงบประมาณ (พ.ศ.)" in words) is (start == "")


def test_the_manual_stands_at_its_address() -> None:
    assert reverse("portal:api") == "/api/" and reverse("portal:openapi") == "/api/openapi.json"
