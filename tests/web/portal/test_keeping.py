"""Public pages are rendered once, answered with one query, and made anew after every act of the agency."""

from __future__ import annotations

import gzip
from datetime import date
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from prongsai.web.agencies.actions import change_agency
from prongsai.web.portal.models import Front, KeptPage
from prongsai.web.published.actions import renew_pages, withdraw
from prongsai.web.published.models import Publication
from tests.cast import Cast

HOME = "/tha-khong/"


def test_it_answers_a_kept_page_with_one_query(
    portal: Cast, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first = client.get(HOME)
    with django_assert_num_queries(1):
        second = client.get(HOME)
    assert first.status_code == second.status_code == 200
    assert first.content == second.content
    assert not first.cookies and not second.cookies


def test_it_is_the_same_for_everybody_and_may_be_kept_by_any_cache(portal: Cast, client: Client) -> None:
    answer = client.get(HOME)
    assert answer["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert answer["Vary"] == "Accept-Encoding"
    assert answer["ETag"].startswith('"') and answer["Last-Modified"]


def test_it_sends_nothing_twice(portal: Cast, client: Client) -> None:
    answer = client.get(HOME, headers={"accept-encoding": "gzip"})
    for known in ({"if-none-match": answer["ETag"]}, {"if-modified-since": answer["Last-Modified"]}):
        again = client.get(HOME, headers=known)
        assert (again.status_code, again.content) == (304, b"")
        assert again["Cache-Control"] == answer["Cache-Control"]
    assert client.get(HOME, headers={"if-none-match": '"other"'}).status_code == 200


def test_it_keeps_the_squeezed_page_and_names_it_otherwise(portal: Cast, client: Client) -> None:
    plain, squeezed = client.get(HOME), client.get(HOME, headers={"accept-encoding": "gzip, br"})
    assert squeezed["Content-Encoding"] == "gzip" and gzip.decompress(squeezed.content) == plain.content
    assert squeezed["ETag"] != plain["ETag"]


def test_a_head_has_the_same_headers_and_no_body(portal: Cast, client: Client) -> None:
    whole, head = client.get(HOME), client.head(HOME)
    assert head.content == b""
    same = ("ETag", "Content-Length", "Content-Type", "Last-Modified")
    assert {name: head[name] for name in same} == {name: whole[name] for name in same}


def test_it_is_only_read(portal: Cast, client: Client) -> None:
    answer = client.post(HOME)
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")


def test_an_act_of_the_agency_makes_its_pages_anew(portal: Cast, client: Client) -> None:
    before = client.get(HOME)
    Front.objects.add(agency=portal.agency, motto="โปร่งใส ใส่ใจประชาชน")
    assert client.get(HOME).content == before.content
    renew_pages(agency=portal.agency)
    assert client.get(HOME)["ETag"] != before["ETag"]
    assert KeptPage.objects.of(portal.agency).count() == 1


def test_another_version_of_the_software_makes_the_pages_anew(
    portal: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.get(HOME)
    for module in ("keeping", "middleware"):
        monkeypatch.setattr(f"prongsai.web.portal.{module}.maker_now", lambda: "newer")
    client.get(HOME)
    assert KeptPage.objects.of(portal.agency).get().maker == "newer"


@pytest.mark.parametrize("start", ["", "/en"])
def test_nothing_tells_an_unknown_agency_from_one_without_anything_public(
    cast: Cast, client: Client, start: str
) -> None:
    renew_pages(agency=cast.neighbour)  # it has chosen its emblem, and published nothing
    pages = [client.get(f"{start}/{slug}/{rest}") for slug in ("nobody", "nong-saeng") for rest in ("", "2569/o12")]
    pages.append(client.get(f"{start}/no/such/address/at/all"))
    assert {one.status_code for one in pages} == {404}
    assert len({(one.content, _told(one)) for one in pages}) == 1


def test_the_english_page_stands_beside_the_thai_one(portal: Cast, client: Client) -> None:
    thai, english = client.get(HOME), client.get("/en/tha-khong/")
    assert 'lang="th"' in thai.content.decode() and 'lang="en"' in english.content.decode()
    assert 'href="/en/tha-khong/"' in thai.content.decode() and 'href="/tha-khong/"' in english.content.decode()


def test_a_stroke_too_many_or_too_few_leads_to_the_page(portal: Cast, client: Client) -> None:
    assert client.get("/tha-khong")["Location"] == HOME
    assert client.get("/en/tha-khong")["Location"] == f"/en{HOME}"


def test_its_headers_let_nothing_run(portal: Cast, client: Client) -> None:
    answer = client.get(HOME)
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "script-src" not in policy
    assert answer["X-Content-Type-Options"] == "nosniff" and answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] and answer["Permissions-Policy"]


def _told(answer: Any) -> tuple[tuple[str, str], ...]:
    """Every header but the moment."""
    return tuple(sorted((name, value) for name, value in answer.headers.items() if name != "Last-Modified"))


@pytest.mark.parametrize("path", ["/tha-khong%00/", "/tha-khong/2569/o12%00", "/en/%00", "/directory/%00/"])
def test_a_letter_that_no_database_takes_is_simply_not_there(portal: Cast, client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_nothing_of_what_is_withdrawn_stays_among_the_kept_pages(portal: Cast, client: Client) -> None:
    for path in ("2569/o12", "2569/o12/v1", "2569/o12/table-1.csv", "data/tables.csv"):
        assert client.get(f"/tha-khong/{path}").status_code == 200
    assert _kept_words(portal).count("แผนงาน") > 1
    withdraw(by=portal.somying, publication=Publication.objects.of(portal.agency).get(), reason="มีข้อมูลส่วนบุคคล")
    client.get(HOME)
    assert "แผนงาน" not in _kept_words(portal)


def _kept_words(cast: Cast) -> str:
    pages = KeptPage.objects.of(cast.agency).values_list("packed", flat=True)
    return "".join(gzip.decompress(bytes(one)).decode(errors="replace") for one in pages)


def test_another_name_of_the_agency_stands_on_its_pages_at_once(portal: Cast, client: Client) -> None:
    assert portal.agency.name in client.get(HOME).content.decode()
    values = {"name": "เทศบาลเมืองท่าโขง"}
    change_agency(by=portal.somying, agency=portal.agency, values=values, since=date(2026, 10, 1))
    assert values["name"] in client.get(HOME).content.decode()
