"""The page of a result: the total first, beside what the ten indicators give."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from prongsai.core.scoring.known import ItemResult, KnownResult, Recommendation
from prongsai.web.accounts.models import Person
from prongsai.web.assessments import actions
from prongsai.web.site import clock
from tests.cast import Cast

SignedIn = Callable[[Person], Client]
KNOWN = KnownResult(
    2566,
    indicators={number: Decimal("96.5") for number in range(1, 11)},
    items={"O1": ItemResult(Decimal(100)), "O12": ItemResult(Decimal(0), "ไม่พบงบประมาณที่ใช้")},
    questions={"i7": Decimal("77.1")},
    total=Decimal("96.5"),
    recommendations=(Recommendation("e15", "เปิดช่องทางรับฟัง", ("O30",)),),
)


def _url(slug: str = "tha-khong", year: int = 2566) -> str:
    return reverse("assessments:result", args=[slug, year])


def _record(cast: Cast, known: KnownResult = KNOWN, **more: Any) -> None:
    actions.record_known(by=cast.somying, agency=cast.agency, known=known, source="ประกาศผล", **more)


def test_everything_that_is_known_is_shown_with_few_queries(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    _record(cast)
    _record(cast, replace(KNOWN, fiscal_year=2565, total=Decimal("95.25"), items={}, questions={}, level=""))
    client = signed_in(cast.wichai)
    with django_assert_max_num_queries(12):
        page = client.get(_url()).content.decode()
    for words in ("96.50", "ผ่านดีเยี่ยม", "+1.25", "การปฏิบัติหน้าที่", "ไม่พบงบประมาณที่ใช้", "77.10", "เปิดช่องทางรับฟัง", "ประกาศผล"):
        assert words in page


def test_a_total_that_does_not_follow_from_the_indicators_is_told_gently(cast: Cast, signed_in: SignedIn) -> None:
    _record(cast, replace(KNOWN, total=Decimal("96.51")))
    assert "ตรงกัน" in signed_in(cast.somying).get(_url()).content.decode()
    _record(cast, replace(KNOWN, total=Decimal("94.1")))
    page = signed_in(cast.somying).get(_url()).content.decode()
    assert "ระบบคำนวณได้ 96.50" in page
    assert "94.10" in page
    _record(cast, replace(KNOWN, level="ผ่าน"))
    assert "ระบบคำนวณได้ 96.50" in signed_in(cast.somying).get(_url()).content.decode()


def test_a_mock_result_stands_apart(cast: Cast, signed_in: SignedIn) -> None:
    _record(cast)
    _record(cast, replace(KNOWN, total=Decimal("81.25")), kind="mock")
    client = signed_in(cast.somying)
    assert "81.25" in client.get(_url()).content.decode()
    mock = client.get(_url() + "?kind=mock").content.decode()
    assert "81.25" in mock
    assert reverse("assessments:enter", args=["tha-khong", 2566]) not in mock


def test_who_may_not_write_is_told_who_does(cast: Cast, signed_in: SignedIn) -> None:
    page = signed_in(cast.wichai).get(_url()).content.decode()
    assert reverse("assessments:enter", args=["tha-khong", 2566]) not in page
    assert "ผู้ประสานงาน" in page
    assert (
        reverse("assessments:enter", args=["tha-khong", 2566]) in signed_in(cast.somying).get(_url()).content.decode()
    )


def test_strangers_and_other_agencies_see_nothing(cast: Cast, signed_in: SignedIn) -> None:
    assert Client().get(_url()).status_code == 302
    assert signed_in(cast.somsak).get(_url()).status_code == 404
    assert signed_in(cast.somying).post(_url()).status_code == 405


def test_a_year_that_runs_points_to_the_one_that_is_over(cast: Cast, signed_in: SignedIn) -> None:
    this = clock.this_fiscal_year()
    page = signed_in(cast.somying).get(_url(year=this)).content.decode()
    assert f"ปีงบประมาณ {this} ยังไม่สิ้นสุด" in page
    assert f'<a href="{_url(year=this - 1)}">' in page
    assert "ยังไม่สิ้นสุด" not in signed_in(cast.somying).get(_url(year=this - 1)).content.decode()


def test_the_navigation_leads_to_it(cast: Cast, signed_in: SignedIn) -> None:
    page = signed_in(cast.wichai).get("/a/tha-khong/2569/").content.decode()
    assert f'<a href="{_url(year=2569)}">ผลการประเมิน</a>' in page


@pytest.mark.parametrize("language", ["th", "en"])
def test_both_languages_have_it(cast: Cast, signed_in: SignedIn, language: str) -> None:
    _record(cast)
    client = signed_in(cast.somying)
    client.cookies["django_language"] = language
    assert client.get(_url()).status_code == 200
