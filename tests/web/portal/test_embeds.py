"""Other sites show a badge and lists; officials copy the code for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import unescape

import pytest
from django.test import Client
from lxml import etree

from prongsai.web.accounts.models import Person
from prongsai.web.published.actions import withdraw
from prongsai.web.published.models import Publication
from tests.cast import Cast
from tests.factories.publishing import BUDGET, item, put_out
from tests.site.page_checker import CheckedClient

CODE = "/a/tha-khong/portal/embed/"
SignedIn = Callable[[Person], Client]


@pytest.fixture
def client() -> Client:
    """A stranger whose pages are all looked at."""
    return CheckedClient()


@pytest.fixture
def portal(cast: Cast) -> Cast:
    """The cast, with two items of two sub-indicators published."""
    put_out(cast.agency, cast.somying, replace(BUDGET, fiscal_year=2566))
    other = replace(item("o1", "โครงสร้าง <หน่วยงาน>"), fiscal_year=2566, group="9.1 ข้อมูลพื้นฐาน")
    put_out(cast.agency, cast.somying, other, files=())
    return cast


def test_the_badge_counts_what_is_public(portal: Cast, client: Client) -> None:
    for address in ("/tha-khong/embed/badge.svg", "/tha-khong/embed/2566/badge.svg"):
        answer = client.get(address)
        assert answer["Content-Type"] == "image/svg+xml"
        root = etree.fromstring(answer.content)
        assert root.get("aria-label") == "เปิดเผยข้อมูล ITA 2566 2/43 รายการ"
        assert "default-src 'none'" in answer["Content-Security-Policy"]


def test_the_badge_follows_what_is_withdrawn(portal: Cast, client: Client) -> None:
    withdraw(by=portal.somying, publication=Publication.objects.of(portal.agency)[0], reason="ผิด")
    assert "1/43" in client.get("/tha-khong/embed/badge").content.decode()


def test_a_year_without_a_framework_tells_no_whole(cast: Cast, client: Client) -> None:
    put_out(cast.agency, cast.somying, replace(BUDGET, fiscal_year=2490))
    shown = client.get("/tha-khong/embed/badge").content.decode()
    assert "1 รายการ" in shown and "1/" not in shown


def test_a_list_shows_the_items_of_a_year_or_of_one_sub_indicator(portal: Cast, client: Client) -> None:
    whole = client.get("/tha-khong/embed/2566/").content.decode()
    assert 'href="http://127.0.0.1:8000/tha-khong/2566/o12"' in whole
    assert "โครงสร้าง &lt;หน่วยงาน&gt;" in whole
    part = client.get("/tha-khong/embed/2566/9.1").content.decode()
    assert "/2566/o1" in part and "/2566/o12" not in part


def test_only_embeds_may_stand_in_frames_of_others(portal: Cast, client: Client) -> None:
    for address in ("/tha-khong/embed/badge", "/tha-khong/embed/2566/", "/en/tha-khong/embed/2566/9.3"):
        answer = client.get(address)
        assert "frame-ancestors *" in answer["Content-Security-Policy"]
        assert "X-Frame-Options" not in answer
        assert not answer.cookies
    assert "frame-ancestors 'none'" in client.get("/tha-khong/2566/o12")["Content-Security-Policy"]


@pytest.mark.parametrize("address", ["embed/2565/", "embed/2566/8.1", "embed/2565/badge.svg", "embed/"])
def test_what_is_not_there_is_nothing(portal: Cast, client: Client, address: str) -> None:
    assert client.get(f"/tha-khong/{address}").status_code == 404


def test_nothing_is_embedded_before_something_is_public(cast: Cast, client: Client) -> None:
    assert client.get("/tha-khong/embed/badge").status_code == 404


def test_officials_copy_code_that_works_on_old_sites(portal: Cast, signed_in: SignedIn) -> None:
    shown = signed_in(portal.malee).get(CODE)
    code = unescape(shown.content.decode())
    assert '<iframe src="http://127.0.0.1:8000/tha-khong/embed/2566/"' in code
    assert 'src="http://127.0.0.1:8000/tha-khong/embed/2566/badge.svg"' in code
    assert '<li><a href="http://127.0.0.1:8000/tha-khong/2566/o1">O1 โครงสร้าง &lt;หน่วยงาน&gt;</a></li>' in code
    assert "<script" not in "".join(piece.code for piece in shown.context["codes"])


def test_the_code_of_one_sub_indicator(portal: Cast, signed_in: SignedIn) -> None:
    code = signed_in(portal.malee).get(CODE, {"of": "2566", "part": "9.1"}).content.decode()
    assert "/tha-khong/embed/2566/9.1" in code and "2566/o12" not in code
    odd = signed_in(portal.malee).get(CODE, {"of": "x", "part": "<b>"})
    assert odd.status_code == 200 and odd.context["part"] == ""


def test_before_anything_is_public_the_page_says_what_to_do(cast: Cast, signed_in: SignedIn) -> None:
    assert "เผยแพร่" in signed_in(cast.malee).get(CODE).content.decode()


def test_strangers_and_neighbours_see_no_code(portal: Cast, signed_in: SignedIn, client: Client) -> None:
    assert client.get(CODE).status_code == 302
    assert signed_in(portal.somsak).get(CODE).status_code == 404
