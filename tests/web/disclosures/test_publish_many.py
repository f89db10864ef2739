"""Several items published at once: each with its warnings, one button, and each by itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.test import Client

from prongsai.web.accounts.models import Person
from prongsai.web.disclosures import actions
from prongsai.web.disclosures.content import Words
from prongsai.web.published import queries as published
from tests.cast import Cast

SignedIn = Callable[[Person], Client]
YEAR = 2566
URL = "/a/tha-khong/2566/disclosures/publish/"
BOARD = "/a/tha-khong/2566/disclosures/"


def _write(cast: Cast, code: str, text: str) -> None:
    actions.write_words(by=cast.somying, agency=cast.agency, fiscal_year=YEAR, code=code, words=Words(text), version=0)


def _form(page: str) -> dict[str, Any]:
    """What a browser sends of the page as it stands."""
    found: dict[str, Any] = dict(re.findall(r'name="(\w+-seen)" value="([0-9a-f]{64})"', page))
    return {**found, "code": re.findall(r'name="code" value="(\w+)"', page)}


def _open(client: Client, *codes: str) -> str:
    return client.get(URL, {"code": codes}).content.decode()


def _public(cast: Cast) -> list[str]:
    return [one.code for one in published.publications_of(cast.agency, YEAR)]


def test_a_stranger_is_asked_to_sign_in(client: Client, cast: Cast) -> None:
    assert client.get(URL).headers["Location"].startswith("/accounts/login/")


def test_another_agency_finds_nothing(cast: Cast, signed_in: SignedIn) -> None:
    assert signed_in(cast.somsak).get(URL, {"code": "O1"}).status_code == 404


def test_who_may_not_publish_is_told_so(cast: Cast, signed_in: SignedIn) -> None:
    assert signed_in(cast.wichai).get(URL, {"code": "O1"}).status_code == 403


def test_nothing_ticked_leads_back_with_a_word(cast: Cast, signed_in: SignedIn) -> None:
    answer = signed_in(cast.somying).get(URL, follow=True)
    assert answer.redirect_chain == [(BOARD, 302)]
    assert "โปรดเลือกรายการที่ต้องการเผยแพร่" in answer.content.decode()


def test_all_that_is_ready_becomes_public_with_one_button(cast: Cast, signed_in: SignedIn) -> None:
    _write(cast, "O1", "โครงสร้าง")
    _write(cast, "O2", "ผู้บริหาร")
    client = signed_in(cast.somying)
    answer = client.post(URL, _form(_open(client, "O1", "O2")), follow=True)
    assert answer.redirect_chain == [(BOARD, 302)]
    assert "เผยแพร่แล้ว 2 รายการ" in answer.content.decode()
    assert _public(cast) == ["o1", "o2"]


def test_what_is_refused_is_shown_again_and_the_others_are_public(cast: Cast, signed_in: SignedIn) -> None:
    _write(cast, "O1", "โครงสร้าง")
    _write(cast, "O2", "ติดต่อนางสาวทดสอบ ๐๘๑-๒๓๔-๕๖๗๘")
    client = signed_in(cast.somying)
    answer = client.post(URL, _form(_open(client, "O1", "O2")))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert _public(cast) == ["o1"]
    assert 'id="item-O2"' in page
    assert 'id="item-O1"' not in page
    assert client.post(URL, {**_form(page), "O2-confirmed": "on"}).status_code == 302
    assert _public(cast) == ["o1", "o2"]


def test_an_empty_item_is_named_and_not_published(cast: Cast, signed_in: SignedIn) -> None:
    _write(cast, "O1", "โครงสร้าง")
    client = signed_in(cast.somying)
    page = _open(client, "O1", "O3")
    assert "รายการนี้ยังไม่มีเนื้อหา" in page
    assert _form(page)["code"] == ["O1"]


def test_many_items_cost_the_same_queries_as_few(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    codes = [f"O{at}" for at in range(1, 31)]
    for code in codes:
        _write(cast, code, "เนื้อหา")
    client = signed_in(cast.somying)
    with django_assert_max_num_queries(12):
        page = _open(client, *codes)
    assert len(_form(page)["code"]) == 25
    assert "ครั้งละไม่เกิน 25 รายการ" in page
