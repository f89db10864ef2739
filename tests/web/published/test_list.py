"""What is or was public, for the officials."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.test import Client
from django.urls import reverse

from prongsai.web.accounts.models import Person
from prongsai.web.published import actions
from tests.cast import Cast
from tests.web.published.made import YEAR, content

SignedIn = Callable[[Person], Client]
URL = "/a/tha-khong/published/"


def _publish(cast: Cast, text: str = "แผน", code: str = "o12", year: int = YEAR) -> None:
    actions.publish(by=cast.somying, agency=cast.agency, content=content(text, code, year))


def test_a_stranger_is_asked_to_sign_in(client: Client, cast: Cast) -> None:
    assert client.get(URL).headers["Location"].startswith("/accounts/login/")


def test_another_agency_finds_nothing(cast: Cast, signed_in: SignedIn) -> None:
    assert signed_in(cast.somsak).get(URL).status_code == 404


def test_it_says_what_to_do_while_nothing_is_public(cast: Cast, signed_in: SignedIn) -> None:
    assert "ยังไม่มีการเผยแพร่" in signed_in(cast.wichai).get(URL).content.decode()


def test_the_newest_year_stands_first_with_addresses_and_people(cast: Cast, signed_in: SignedIn) -> None:
    _publish(cast, year=2568)
    _publish(cast)
    page = signed_in(cast.wichai).get(URL).content.decode()
    assert page.index("ปีงบประมาณ 2569</h2>") < page.index("ปีงบประมาณ 2568</h2>")
    assert "/tha-khong/2569/o12" in page
    assert "นางสมหญิง ใจซื่อ" in page


def test_what_is_withdrawn_stays_in_the_list(cast: Cast, signed_in: SignedIn) -> None:
    edition = actions.publish(by=cast.somying, agency=cast.agency, content=content())
    actions.withdraw(by=cast.somying, publication=edition.publication, reason="ผิด")
    page = signed_in(cast.wichai).get(URL).content.decode()
    assert "ถอนการเผยแพร่แล้ว" in page


def test_a_page_has_25_and_costs_the_same_however_many_there_are(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    for at in range(26):
        _publish(cast, code=f"o{at}")
    client = signed_in(cast.somying)
    with django_assert_max_num_queries(12):
        page = client.get(URL).content.decode()
    assert page.count('<th scope="row">') == 25
    assert client.get(f"{URL}?page=2").content.decode().count('<th scope="row">') == 1


def test_it_is_found_in_the_navigation(cast: Cast, signed_in: SignedIn) -> None:
    page = signed_in(cast.wichai).get(reverse("disclosures:list", args=["tha-khong", YEAR])).content.decode()
    assert f'href="{URL}"' in page
