"""The links and files of an item: titles, addresses, order, taking off; the time of its data; its history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from prongsai.web.accounts.models import Person
from prongsai.web.disclosures import actions
from prongsai.web.evidence.queries import Evidence
from prongsai.web.links.queries import Watch
from tests.cast import Cast
from tests.web.disclosures.shown import entry, item, link, open_as, publish, row, where

SignedIn = Callable[[Person], Client]


def _send(client: Client, cast: Cast, piece: int, **sent: str) -> Any:
    version = str(row(cast, "O12").version)
    fields = {"title": "หน้าเว็บ", "url": "https://tha-khong.example/หน้าเว็บ", "version": version}
    return client.post(item("O12", f"evidence/{piece}/"), fields | sent)


def _titles(cast: Cast) -> list[str]:
    return [one.title for one in entry(cast, "O12").pieces]


def test_pieces_stand_as_they_were_added_until_they_are_moved(cast: Cast, signed_in: SignedIn) -> None:
    pieces = [link(cast, "O12", name) for name in ("ก", "ข", "ค")]
    client = signed_in(cast.somying)
    assert _titles(cast) == ["ก", "ข", "ค"]
    _send(client, cast, pieces[2], move="up")
    assert _titles(cast) == ["ก", "ค", "ข"]
    _send(client, cast, pieces[0], move="down")
    assert _titles(cast) == ["ค", "ก", "ข"]
    link(cast, "O12", "ง")
    assert _titles(cast) == ["ค", "ก", "ข", "ง"]


def test_a_title_is_changed_wherever_the_piece_is_shown(cast: Cast, signed_in: SignedIn) -> None:
    piece = link(cast, "O12")
    _send(signed_in(cast.somying), cast, piece, title="รายงานรอบ 6 เดือน")
    assert _titles(cast) == ["รายงานรอบ 6 เดือน"]
    assert entry(cast, "O12").ticked == 3


def test_a_broken_link_is_led_elsewhere_and_its_ticks_come_along(cast: Cast, signed_in: SignedIn) -> None:
    old = link(cast, "O12")
    link(cast, "O12", "อื่น")
    open_as(cast, "https://tha-khong.example/หน้าเว็บ", "broken")
    client = signed_in(cast.somying)
    page = client.get(item("O12")).content.decode()
    assert entry(cast, "O12").condition.state == "broken"
    assert "มีลิงก์ที่เปิดไม่ได้" in page
    _send(client, cast, old, url="https://tha-khong.example/o12-new")
    found = entry(cast, "O12")
    assert found.pieces[0].url == "https://tha-khong.example/o12-new"
    assert (found.ticked, found.condition.state) == (3, "drafted")
    assert Watch.objects.of(cast.agency).filter(link__url__contains="หน้าเว็บ").count() == 0
    assert Evidence.objects.of(cast.agency).get(pk=old).removed_at is None


@pytest.mark.parametrize("sent", [{"title": ""}, {"url": "javascript:alert(1)"}, {"version": "0"}, {"version": "x"}])
def test_what_is_wrong_is_told_and_changes_nothing(cast: Cast, signed_in: SignedIn, sent: dict[str, str]) -> None:
    piece = link(cast, "O12")
    before = row(cast, "O12").version
    client = signed_in(cast.somying)
    _send(client, cast, piece, **sent)
    assert "message--error" in client.get(item("O12")).content.decode()
    assert (_titles(cast), row(cast, "O12").version) == (["หน้าเว็บ"], before)


def test_pieces_of_another_item_or_agency_are_not_there(cast: Cast, signed_in: SignedIn) -> None:
    piece, other = link(cast, "O12"), link(cast, "O1", "อื่น")
    client = signed_in(cast.somying)
    assert _send(client, cast, other, move="off").status_code == 404
    assert _send(signed_in(cast.somsak), cast, piece, move="off").status_code == 404
    assert _send(signed_in(cast.wichai), cast, piece, move="off").status_code == 403
    assert _send(Client(), cast, piece, move="off").status_code == 302
    assert len(entry(cast, "O12").pieces) == 1


def test_the_time_of_the_data_is_told_in_days_and_another_is_warned_of(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    page = client.get(item("O12")).content.decode()
    assert "ข้อมูลต้องครอบคลุม" in page and "1 ต.ค. 2565 – 31 มี.ค. 2566" in page
    assert "notice--warning" not in page
    link(cast, "O12", "รายงานรอบ 6 เดือน ปี 2564")
    found = entry(cast, "O12")
    assert (found.condition.state, [one.told for one in found.warnings]) == ("stale", ["2564"])
    page = client.get(item("O12")).content.decode()
    assert "ระบุปี 2564" in page and "ข้อมูลผิดช่วงเวลา" in page


def test_a_day_before_the_time_is_warned_of(cast: Cast, signed_in: SignedIn) -> None:
    piece = link(cast, "O12")
    Evidence.objects.of(cast.agency).filter(pk=piece).update(effective_on=date(2022, 5, 1))
    assert "มีผลตั้งแต่ 1 พ.ค. 2565" in signed_in(cast.somying).get(item("O12")).content.decode()


def test_what_is_public_is_told_with_its_address_and_what_is_not_with_the_way(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    assert item("O12", "publish/") not in client.get(item("O12")).content.decode()
    link(cast, "O12")
    page = client.get(item("O12")).content.decode()
    assert item("O12", "publish/") in page and 'href="/tha-khong/2566/o12"' not in page
    publish(cast, "O12")
    page = client.get(item("O12")).content.decode()
    assert 'href="/tha-khong/2566/o12"' in page and "ฉบับที่ 1" in page


def test_the_history_of_an_item_is_for_those_who_may_see_it(cast: Cast, signed_in: SignedIn) -> None:
    assert signed_in(cast.somying).get(item("O12", "history/")).status_code == 404
    link(cast, "O12")
    assert item("O12", "history/") in signed_in(cast.somying).get(item("O12")).content.decode()
    assert signed_in(cast.somying).get(item("O12", "history/"), follow=True).status_code == 200
    assert item("O12", "history/") not in signed_in(cast.wichai).get(item("O12")).content.decode()
    assert signed_in(cast.wichai).get(item("O12", "history/")).status_code == 403
    assert signed_in(cast.somsak).get(item("O12", "history/")).status_code == 404


def test_a_page_costs_as_much_with_everything_on_it(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    for at in range(12):
        link(cast, "O12", f"ลิงก์ {at}")
    publish(cast, "O12")
    actions.write_words(**where(cast, "O12", version=row(cast, "O12").version), words=actions.Words("ข้อความ"))
    client = signed_in(cast.somying)
    with django_assert_max_num_queries(12):
        client.get(item("O12"))
