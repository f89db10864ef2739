"""One link: how it stands, its history, how much of the time it opened, and the way to its proofs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from prongsai.core.links.link import Failure, State
from prongsai.web.accounts.models import Person
from prongsai.web.links.models import Link
from prongsai.web.links.pictures import WIDTH, timeline
from tests.cast import Cast
from tests.web.links.looks import AT, DAY, checked, look, watched

SignedIn = Callable[[Person], Client]


def _url(link: Link, year: int = 2569) -> str:
    return reverse("links:detail", args=["tha-khong", year, link.pk])


@pytest.fixture
def link(cast: Cast) -> Link:
    """One that opened for ten days, then was gone for two, and is back; with two proofs."""
    made = watched(cast.agency, division=cast.works)[0]
    now = timezone.now()
    for back in range(15, 5, -1):
        look(made, checked(at=now - DAY * back), proof=back in (15, 8))
    for back in (5, 4):
        look(made, checked(at=now - DAY * back, failure=Failure.TIME_OUT))
    return look(made, checked(at=now - DAY * 3))


def test_it_tells_the_whole_story(
    link: Link, cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    client = signed_in(cast.prasert)
    with django_assert_max_num_queries(12):
        page = client.get(_url(link)).content.decode()
    assert "รายงานการกำกับติดตาม" in page and "หน้าเว็บ" in page and "O12" in page and cast.works.name in page
    assert page.count('<rect class="bar bar--done" x=') == 2 and page.count('<rect class="bar bar--overdue" x=') == 1
    assert "83.33%" in page  # ten days of twelve that are known
    assert "ตอบแบบวัด OIT" in page and "ตรวจให้คะแนน OIT" in page
    assert page.count('data-label="จำนวนครั้งที่ตรวจ"') == 3
    assert "ใบรับรองเลขที่ 2" in page


def test_a_link_that_does_not_open_has_its_way_out(cast: Cast, signed_in: SignedIn) -> None:
    link = look(watched(cast.agency)[0], checked(status=404))
    page = signed_in(cast.somying).get(_url(link)).content.decode()
    assert "notice--error" in page and "โปรด" in page and "ยังไม่มีหลักฐาน" in page


def test_a_link_that_was_never_opened_says_so(cast: Cast, signed_in: SignedIn) -> None:
    page = signed_in(cast.somying).get(_url(watched(cast.agency)[0])).content.decode()
    assert "ยังไม่เคยตรวจลิงก์นี้" in page and page.count('<span class="muted">ไม่ได้ตรวจ</span>') == 5
    assert "timeline" not in page


@pytest.mark.parametrize("url", ["https://[::1", "javascript:alert(1)", "https://เทศบาล.example/ข้อมูล?ก=<b>"])
def test_a_strange_address_is_shown_as_it_is_and_leads_nowhere_bad(cast: Cast, signed_in: SignedIn, url: str) -> None:
    link = watched(cast.agency, url)[0]
    page = signed_in(cast.somying).get(_url(link)).content.decode()
    assert 'href="javascript:' not in page and "<b>" not in page
    assert signed_in(cast.somying).get(reverse("links:list", args=["tha-khong", 2569])).status_code == 200


def test_it_is_of_its_agency_and_year_alone(link: Link, cast: Cast, signed_in: SignedIn) -> None:
    assert Client().get(_url(link)).status_code == 302
    assert signed_in(cast.somsak).get(_url(link)).status_code == 404
    assert signed_in(cast.somying).get(_url(link, 2568)).status_code == 404
    assert signed_in(cast.somying).get(_url(watched(cast.neighbour)[0])).status_code == 404


def test_a_division_reads_all_and_has_its_own_opened(link: Link, cast: Cast, signed_in: SignedIn) -> None:
    for person, may in ((cast.wichai, True), (cast.malee, False), (cast.somying, True), (cast.prasert, False)):
        page = signed_in(person).get(_url(link)).content.decode()
        assert (reverse("links:check", args=["tha-khong", 2569]) in page) is may


def test_a_long_history_has_pages(cast: Cast, signed_in: SignedIn) -> None:
    link = watched(cast.agency)[0]
    for day in range(30):
        look(link, checked(at=AT + DAY * day, status=200 if day % 2 else 404))
    client = signed_in(cast.somying)
    assert client.get(_url(link)).content.decode().count('data-label="จำนวนครั้งที่ตรวจ"') == 25
    assert client.get(f"{_url(link)}?page=2").content.decode().count('data-label="จำนวนครั้งที่ตรวจ"') == 5


def test_the_picture_never_leaves_its_frame() -> None:
    now = AT
    spans = [
        (State.FINE, now - timedelta(days=900), now - timedelta(days=400)),
        (State.BROKEN, now - timedelta(days=400), now - timedelta(days=200)),
        (State.FINE, now, now),
    ]
    picture = timeline(spans, now)
    assert picture is not None and len(picture.spans) == 2
    assert picture.start == now - timedelta(days=365)
    for span in picture.spans:
        assert float(span.x) >= 0 and float(span.x) + float(span.width) <= WIDTH and float(span.width) > 0
    assert timeline([], now) is None
    assert timeline(spans[:1], now) is None
