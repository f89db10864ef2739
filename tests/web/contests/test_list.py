"""The list of what can be contested, the days of the year, and the letter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from prongsai.core.scoring.known import ItemResult, KnownResult
from prongsai.web.accounts.models import Person
from prongsai.web.assessments import actions as assessments
from prongsai.web.contests import actions, queries
from prongsai.web.site import clock
from tests.cast import Cast

SignedIn = Callable[[Person], Client]


def _url(name: str = "list", year: int = 2566) -> str:
    return reverse(f"contests:{name}", args=["tha-khong", year])


@pytest.fixture
def judged(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Cast:
    """Results of all items of 2566, two of them without points; the day is inside the window."""
    monkeypatch.setattr(clock, "today", lambda: date(2023, 6, 2))
    items = {f"O{number}": ItemResult(Decimal(100)) for number in range(1, 44)}
    items |= {"O2": ItemResult(Decimal(0), "ไม่มีรูปถ่าย"), "O12": ItemResult(Decimal(0), "ไม่พบงบประมาณ")}
    known = KnownResult(2566, items=items)
    assessments.record_known(by=cast.somying, agency=cast.agency, known=known, source="ITAS")
    return cast


def test_items_without_full_points_stand_with_what_was_said_of_them(
    judged: Cast, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    client = signed_in(judged.wichai)
    with django_assert_max_num_queries(12):
        page = client.get(_url()).content.decode()
    assert page.count("<tr>") == 3
    assert "ไม่มีรูปถ่าย" in page
    assert "คาดการณ์ ยังไม่ยืนยัน" in page
    assert "วันนี้อยู่ในช่วงชี้แจง" in page


def test_the_coordinator_confirms_the_days(judged: Cast, signed_in: SignedIn) -> None:
    client = signed_in(judged.somying)
    assert client.post(_url("days"), {"opens": "๑ ก.ค. ๒๕๖๖", "closes": "10/7/2566"}).status_code == 302
    window = queries.window_for(judged.agency, 2566)
    assert window is not None
    assert (window.opens, window.closes, window.own) == (date(2023, 7, 1), date(2023, 7, 10), True)
    page = client.get(_url()).content.decode()
    assert "หน่วยงานยืนยันแล้ว" in page
    assert "ยังไม่ถึงช่วงชี้แจง" in page
    assert client.post(_url("days"), {"opens": "10/7/2566", "closes": "1/7/2566"}).status_code == 422
    assert client.post(_url("days"), {"opens": "เร็ว ๆ นี้"}).status_code == 422
    assert signed_in(judged.wichai).post(_url("days"), {}).status_code == 403


def test_a_year_whose_days_nobody_knows_says_so(cast: Cast, signed_in: SignedIn) -> None:
    page = signed_in(cast.somying).get(_url(year=2575)).content.decode()
    assert "ยังไม่ทราบช่วงเวลาชี้แจง" in page
    assert "ยังไม่มีผลรายการ" in page


def test_the_letter_has_every_reason_in_thai_digits(judged: Cast, signed_in: SignedIn) -> None:
    client = signed_in(judged.wichai)
    assert "ยังไม่มีคำชี้แจง" in client.get(_url("letter")).content.decode()
    for code in ("O12", "O2"):
        actions.write_contest(
            by=judged.somying, agency=judged.agency, fiscal_year=2566, code=code,
            reason=f"แสดงไว้ตั้งแต่ 15 มี.ค. 2566 ({code})", evidence=(), version=0, today=clock.today(),
        )  # fmt: skip
    page = client.get(_url("letter")).content.decode()
    assert "จำนวน ๒ รายการ" in page
    assert page.index("O๒ ข้อมูลผู้บริหาร") < page.index("O๑๒")
    assert "แสดงไว้ตั้งแต่ ๑๕ มี.ค. ๒๕๖๖" in page


def test_other_agencies_see_nothing(judged: Cast, signed_in: SignedIn) -> None:
    for name in ("list", "letter"):
        assert Client().get(_url(name)).status_code == 302
        assert signed_in(judged.somsak).get(_url(name)).status_code == 404


def test_the_page_of_the_result_leads_to_it(judged: Cast, signed_in: SignedIn) -> None:
    page = signed_in(judged.wichai).get(reverse("assessments:result", args=["tha-khong", 2566])).content.decode()
    assert f'href="{_url()}"' in page
