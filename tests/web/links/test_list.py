"""The list of a year's links: the broken first, what to do, and the button that has them opened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from prongsai.core.events.vocabulary import EventKind
from prongsai.core.links.link import Failure
from prongsai.web.accounts.models import Person
from prongsai.web.audit.models import Event
from prongsai.web.links.models import Link
from tests.cast import Cast
from tests.web.links.looks import AT, checked, look, watched

SignedIn = Callable[[Person], Client]
LIST = reverse("links:list", args=["tha-khong", 2569])
CHECK = reverse("links:check", args=["tha-khong", 2569])


@pytest.fixture
def links(cast: Cast) -> list[Link]:
    """Three of the works division, of which one does not open; one of nobody in particular, not looked at yet."""
    made = watched(
        cast.agency, *(f"https://a.example/{name}" for name in ("fine", "gone", "slow")), division=cast.works
    )
    look(made[0])
    look(made[1], checked(made[1].url, status=404))
    look(made[2], checked(made[2].url, failure=Failure.TIME_OUT))
    return made + watched(cast.agency, "https://www.facebook.example/news", code="O7")


def test_broken_links_stand_first_with_what_to_do(
    links: list[Link], cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    client = signed_in(cast.wichai)
    with django_assert_max_num_queries(12):
        page = client.get(LIST).content.decode()
    places = [page.index(f">{url}<") for url in ("https://a.example/gone", "https://a.example/slow")]
    assert max(places) < page.index(">https://www.facebook.example/news<") < page.index(">https://a.example/fine<")
    assert "404" in page and "เปิดไม่ได้" in page and "ไม่ต้องทำอะไร" in page


def test_it_shows_what_is_wanted_of_it(links: list[Link], cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)

    def shown(query: str) -> int:
        return client.get(f"{LIST}?{query}").content.decode().count('<th scope="row">')

    assert [shown(one) for one in ("", "state=broken", "code=O7", "host=a.example", f"division={cast.works.pk}")] == [
        4,
        2,
        1,
        3,
        3,
    ]
    assert shown("state=broken&code=O7") == 0
    assert shown("state=no&code=O99&division=x&page=9") == 4  # what is no choice is no wish


def test_a_long_list_has_pages_and_no_more_queries(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    for number in range(1, 44):
        watched(cast.agency, *(f"https://a.example/{number}/{one}" for one in range(3)), code=f"O{number}")
    client = signed_in(cast.somying)
    with django_assert_max_num_queries(12):
        page = client.get(f"{LIST}?page=2").content.decode()
    assert page.count('<th scope="row">') == 25
    assert page.index("/9/") < page.index("/10/")


def test_thai_letters_of_an_address_are_letters_to_people(cast: Cast, signed_in: SignedIn) -> None:
    watched(
        cast.agency,
        "https://a.example/%E0%B9%81%E0%B8%9C%E0%B8%99.pdf",
        "https://a.example/%A1%A2",
        "https://a.example/%00",
    )
    page = signed_in(cast.somying).get(LIST).content.decode()
    assert "https://a.example/แผน.pdf" in page
    assert "https://a.example/%A1%A2" in page and "https://a.example/%00" in page  # no UTF-8, no letter


def test_a_year_without_links_says_where_they_come_from(cast: Cast, signed_in: SignedIn) -> None:
    page = signed_in(cast.somying).get(LIST).content.decode()
    assert reverse("disclosures:list", args=["tha-khong", 2569]) in page and "ยังไม่มีลิงก์" in page


def test_all_of_the_year_are_asked_for_once(links: list[Link], cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    assert client.post(CHECK).status_code == 302
    assert Link.objects.of(cast.agency).filter(wanted_at__isnull=False, due_at__lte=timezone.now()).count() == 4
    event = Event.objects.of(cast.agency).get(kind=EventKind.LINKS_CHECKED)
    assert (event.by, event.after["links"], event.after["fiscal_year"]) == (cast.somying, 4, 2569)
    page = client.post(CHECK, follow=True).content.decode()
    assert "กำลังรอตรวจอยู่แล้ว" in page and page.count("กำลังตรวจ</span>") == 4
    assert Event.objects.of(cast.agency).filter(kind=EventKind.LINKS_CHECKED).count() == 1


def test_what_was_opened_just_now_is_left_in_peace(links: list[Link], cast: Cast, signed_in: SignedIn) -> None:
    Link.objects.of(cast.agency).update(checked_at=timezone.now() - timedelta(seconds=50))
    page = signed_in(cast.somying).post(CHECK, {"code": "O12"}, follow=True).content.decode()
    assert "เพิ่งตรวจไปเมื่อสักครู่" in page
    assert not Link.objects.of(cast.agency).filter(wanted_at__isnull=False).exists()


def test_whoever_waited_too_long_may_ask_again(links: list[Link], cast: Cast, signed_in: SignedIn) -> None:
    Link.objects.of(cast.agency).update(wanted_at=timezone.now() - timedelta(hours=1), checked_at=AT)
    page = signed_in(cast.somying).post(CHECK, {"link": links[1].pk}, follow=True).content.decode()
    assert "กำลังเปิดตรวจ 1 ลิงก์" in page


def test_people_of_a_division_have_their_own_opened(links: list[Link], cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.wichai)
    assert client.post(CHECK, {"link": links[3].pk}).status_code == 403
    assert client.post(CHECK, {"link": links[1].pk}).status_code == 302
    assert client.post(CHECK).status_code == 302
    wanted = set(Link.objects.of(cast.agency).filter(wanted_at__isnull=False).values_list("pk", flat=True))
    assert wanted == {one.pk for one in links[:3]}
    page = signed_in(cast.malee).post(CHECK, follow=True).content.decode()
    assert "ยังไม่มีลิงก์ให้ตรวจ" in page  # the clerk's office answers for none


@pytest.mark.parametrize("named", ["0", "x", "9" * 30, "-1", "٣"])
def test_a_link_that_is_none_is_not_found(cast: Cast, signed_in: SignedIn, named: str) -> None:
    assert signed_in(cast.somying).post(CHECK, {"link": named}).status_code == 404


def test_strangers_neighbours_and_readers_have_nothing_opened(
    links: list[Link], cast: Cast, signed_in: SignedIn
) -> None:
    assert Client().get(LIST).status_code == 302 and Client().post(CHECK).status_code == 302
    assert signed_in(cast.somsak).get(LIST).status_code == 404
    assert signed_in(cast.somsak).post(CHECK).status_code == 404
    assert signed_in(cast.prasert).get(LIST).status_code == 200
    assert signed_in(cast.prasert).post(CHECK).status_code == 403
    theirs = watched(cast.neighbour)[0]
    assert signed_in(cast.somying).post(CHECK, {"link": theirs.pk}).status_code == 404
    assert not Link.objects.of(cast.agency).filter(wanted_at__isnull=False).exists()


def test_the_first_page_tells_of_what_was_found_broken_twice(
    links: list[Link], cast: Cast, signed_in: SignedIn
) -> None:
    first = reverse("measures:dashboard", args=["tha-khong", 2569])
    sentence = "มีลิงก์ของปี 2569 เปิดไม่ได้"
    assert sentence not in signed_in(cast.somying).get(first).content.decode()
    look(links[1], checked(links[1].url, at=AT + timedelta(hours=3), status=404))
    assert f"{sentence} 1 ลิงก์" in signed_in(cast.somying).get(first).content.decode()
    assert f"{sentence} 1 ลิงก์" in signed_in(cast.wichai).get(first).content.decode()
    assert sentence not in signed_in(cast.malee).get(first).content.decode()  # not of her division
    assert sentence not in signed_in(cast.prasert).get(first).content.decode()  # who mends none
