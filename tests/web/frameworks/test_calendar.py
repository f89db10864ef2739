"""The year's calendar, and its feed at a secret address."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from prongsai.web.accounts.models import Person
from prongsai.web.audit.models import Event
from prongsai.web.frameworks import actions
from prongsai.web.frameworks.models import CalendarFeed
from prongsai.web.site import clock
from tests.cast import Cast

SignedIn = Callable[[Person], Client]
_ADDRESS = re.compile(r'value="http[^"]*(/c/[^"]+\.ics)"')


@pytest.fixture(autouse=True)
def _in_april_2565(monkeypatch: pytest.MonkeyPatch) -> None:
    """The calendar of FY2565 was announced."""
    monkeypatch.setattr(clock, "today", lambda: date(2022, 4, 20))


def _url(name: str = "calendar", year: int = 2565, slug: str = "tha-khong") -> str:
    return reverse(f"frameworks:{name}", args=[slug, year])


def _shown(client: Client, year: int = 2565) -> str:
    page: str = client.get(_url(year=year)).content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def _shared(client: Client) -> str:
    """The address of a new feed, below the site's."""
    assert client.post(_url("share")).status_code == 302
    found = _ADDRESS.search(client.get(_url()).content.decode())
    assert found
    return found[1]


def _unfolded(client: Client, address: str) -> list[str]:
    response = client.get(address)
    assert response.status_code == 200 and response["Content-Type"] == "text/calendar; charset=utf-8"
    text: str = response.content.decode()
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return text.replace("\r\n ", "").split("\r\n")


def test_it_tells_what_runs_what_is_over_and_what_comes_next(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    client = signed_in(cast.wichai)
    with django_assert_max_num_queries(12):
        client.get(_url())
    shown = _shown(client)
    assert "ตอบแบบวัด OIT (นำเข้าลิงก์) ภายในวันที่ 30 เม.ย. 2565 · เหลือ 11 วัน" in shown
    assert "ตอบแบบวัด OIT (นำเข้าลิงก์) กำลังดำเนินอยู่" in shown
    assert "ลงทะเบียนและนำเข้าข้อมูลในระบบ ITAS ผ่านไปแล้ว" in shown
    assert "ชี้แจงผลคะแนน OIT 1 มิ.ย. 2565 – 15 มิ.ย. 2565" in shown


def test_the_last_day_of_a_phase_still_counts(cast: Cast, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2022, 6, 15))
    assert "ชี้แจงผลคะแนน OIT ภายในวันที่ 15 มิ.ย. 2565 · เหลือ 1 วัน" in _shown(signed_in(cast.somying))


def test_days_that_were_not_announced_are_marked(cast: Cast, signed_in: SignedIn) -> None:
    shown = _shown(signed_in(cast.somying))
    assert "30 มิ.ย. 2565 อนุมาน" in shown, "the surveys of 2565 were not found"
    assert "15 มิ.ย. 2565 อนุมาน" not in shown, "the contest was"


def test_a_year_without_rules_shows_the_days_of_the_year_before_moved(cast: Cast, signed_in: SignedIn) -> None:
    shown = _shown(signed_in(cast.somying), 2571)
    assert "ยังไม่ทราบปฏิทินของปี 2571 จึงแสดงวันของปี 2569" in shown
    assert "1 ต.ค. 2570 – 31 มี.ค. 2571 อนุมาน" in shown
    assert "1 ม.ค. 2571 – 29 ก.พ. 2571 อนุมาน" in shown, "2028 is a leap year"
    assert "เลื่อนจากปีอื่น" in shown and "moved from another year" not in shown, "a Thai page has Thai sources"


def test_own_days_take_the_place_of_inferred_ones(cast: Cast, signed_in: SignedIn) -> None:
    text = (
        "schema: 2\nkind: ita\nyear: 2565\nextends: ita/2565\ncalendar:\n  - {code: surveys, name: เก็บแบบวัด, "
        "name_en: Surveys, opens: 2022-05-02, closes: 2022-05-20, agency_acts: true, source: หนังสือ, "
        "confidence: certain}\n"
    )
    actions.add_framework(by=cast.somying, agency=cast.agency, fiscal_year=2565, data=text.encode(), name="own.yaml")
    client = signed_in(cast.somying)
    assert "เก็บแบบวัด 2 พ.ค. 2565 – 20 พ.ค. 2565 ทำให้เสร็จ" in _shown(client).replace("  ", " ")
    lines = _unfolded(Client(), _shared(client))
    assert "UID:2565-surveys-span@tha-khong.127.0.0.1" in lines and "DTSTART;VALUE=DATE:20220502" in lines


def test_strangers_sign_in_and_neighbours_see_nothing(cast: Cast, signed_in: SignedIn) -> None:
    assert Client().get(_url()).status_code == 302
    assert signed_in(cast.somsak).get(_url()).status_code == 404
    assert signed_in(cast.somsak).post(_url("share")).status_code == 404


def test_the_feed_holds_what_the_agency_must_do(cast: Cast, signed_in: SignedIn) -> None:
    lines = _unfolded(Client(), _shared(signed_in(cast.somying)))
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-2:] == ["END:VCALENDAR", ""]
    assert f"X-WR-CALNAME:ITA {cast.agency.name}" in lines
    at = lines.index("UID:2565-contest-span@tha-khong.127.0.0.1")
    assert lines[at + 2 : at + 5] == [
        "DTSTART;VALUE=DATE:20220601",
        "DTEND;VALUE=DATE:20220616",
        "SUMMARY:ชี้แจงผลคะแนน OIT",
    ]
    assert "SUMMARY:วันสุดท้าย: ชี้แจงผลคะแนน OIT" in lines
    assert not any("judging" in line or "UID:2565-result" in line for line in lines), "the agency only waits there"
    years = {line[4:8] for line in lines if line.startswith("UID:")}
    assert years == {"2564", "2565", "2566"}


def test_the_feed_needs_no_sign_in_and_says_nothing_to_caches_and_searchers(cast: Cast, signed_in: SignedIn) -> None:
    response = Client().get(_shared(signed_in(cast.somying)))
    assert response["Cache-Control"] == "private, no-store" and response["X-Robots-Tag"] == "noindex, nofollow"
    assert "Set-Cookie" not in response


def test_the_feed_stays_the_same_while_nothing_changes(cast: Cast, signed_in: SignedIn) -> None:
    address = _shared(signed_in(cast.somying))
    assert Client().get(address).content == Client().get(address).content


def test_the_secret_is_not_stored(cast: Cast, signed_in: SignedIn) -> None:
    address = _shared(signed_in(cast.somying))
    feed = CalendarFeed.objects.of(cast.agency).get()
    assert feed.secret_sha256 not in address and feed.salt not in address
    assert not any(feed.salt in str(event.after) for event in Event.objects.of(cast.agency))


def test_a_revoked_address_and_a_replaced_one_work_no_longer(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    first = _shared(client)
    second = _shared(client)
    assert Client().get(first).status_code == 404 and Client().get(second).status_code == 200
    client.post(_url("revoke"))
    client.post(_url("revoke"))
    assert Client().get(second).status_code == 404
    assert _ADDRESS.search(client.get(_url()).content.decode()) is None
    kinds = list(Event.objects.of(cast.agency).order_by("id").values_list("kind", flat=True))
    assert kinds == ["calendar_shared", "calendar_shared", "calendar_revoked"]


def test_a_secret_opens_only_its_own_agencys_calendar(cast: Cast, signed_in: SignedIn) -> None:
    address = _shared(signed_in(cast.somying))
    other = address.replace(f"/c/{cast.agency.pk}-", f"/c/{cast.neighbour.pk}-")
    assert other != address and Client().get(other).status_code == 404
    assert "ใช้ไม่ได้แล้ว" in Client().get(other).content.decode()


def test_only_who_may_send_links_makes_or_sees_the_address(cast: Cast, signed_in: SignedIn) -> None:
    address = _shared(signed_in(cast.somying))
    officer = signed_in(cast.wichai)
    assert officer.post(_url("share")).status_code == 403 and officer.post(_url("revoke")).status_code == 403
    assert address not in officer.get(_url()).content.decode()
    assert Client().get(address).status_code == 200
