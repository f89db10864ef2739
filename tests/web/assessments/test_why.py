"""The page that tells where a figure of a result comes from."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from prongsai.core.scoring.answers import Tally, tally
from prongsai.core.scoring.known import ItemResult, KnownResult
from prongsai.frameworks import load
from prongsai.web.accounts.models import Person
from prongsai.web.assessments.actions import record_known
from tests.cast import Cast

SignedIn = Callable[[Person], Client]
CASE_A = "100.00 97.89 99.83 98.77 99.56 98.32 97.65 98.25 100.00 100.00"
INDICATORS = {number: Decimal(text) for number, text in enumerate(CASE_A.split(), start=1)}


def _url(code: str = "", slug: str = "tha-khong") -> str:
    return reverse("assessments:why_of", args=[slug, 2566, code]) if code else reverse(
        "assessments:why", args=[slug, 2566]
    )  # fmt: skip


def _keep(cast: Cast, kind: str = "official", answers: Tally | None = None, **known: Any) -> None:
    result = KnownResult(2566, **({"indicators": INDICATORS} | known))
    record_known(by=cast.somying, agency=cast.agency, known=result, source="ประกาศผล", kind=kind, tally=answers)


def _items(*missing: str) -> dict[str, ItemResult]:
    remark = "ลิงก์เปิดไม่ได้"
    return {
        one.code: ItemResult(Decimal(0), remark) if one.code in missing else ItemResult(Decimal(100))
        for one in load("ita", 2566).items
    }


def _page(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_stranger_signs_in_and_another_agency_finds_nothing(cast: Cast, signed_in: SignedIn) -> None:
    _keep(cast)
    assert Client().get(_url()).status_code == 302
    assert signed_in(cast.somsak).get(_url()).status_code == 404
    assert signed_in(cast.somsak).get(_url("7")).status_code == 404
    assert signed_in(cast.wichai).get(_url()).status_code == 200
    assert signed_in(cast.somying).post(_url()).status_code == 405


def test_the_total_tells_its_sum_its_rule_and_its_level(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    _keep(cast)
    client = signed_in(cast.wichai)
    with django_assert_max_num_queries(12):
        page = _page(client, _url())
    assert "= 29.76 + 29.42 + 40.00" in page
    assert "ก่อนปัดเศษ: 99.185" in page
    assert '<th scope="row">ผ่านดีเยี่ยม <span class="pill pill--good">' in page
    assert f'href="{_url("EIT")}"' in page


def test_each_figure_leads_to_what_it_is_made_of(cast: Cast, signed_in: SignedIn) -> None:
    _keep(cast)
    client = signed_in(cast.wichai)
    page = _page(client, _url("EIT"))
    assert "= (98.32 + 97.65 + 98.25) ÷ 3" in page
    assert f'href="{_url("7")}"' in page
    assert "33.33%" in page
    page = _page(client, _url("7"))
    assert "คะแนนตามที่ประกาศหรือที่กรอกไว้" in page
    assert f'<a href="{_url("total")}">รวม</a>' in page and f'<a href="{_url("EIT")}">EIT</a>' in page


def test_an_item_is_found_below_its_sub_indicator_with_its_remark(cast: Cast, signed_in: SignedIn) -> None:
    _keep(cast, indicators={n: s for n, s in INDICATORS.items() if n < 9}, items=_items("O12"))
    client = signed_in(cast.wichai)
    page = _page(client, _url("9.2"))
    assert "= (7 × 100.00 + 1 × 0.00) ÷ 8" in page
    page = _page(client, _url("o12"))
    assert "ลิงก์เปิดไม่ได้" in page
    assert "ถ้าได้คะแนนเต็ม คะแนนรวมจะเพิ่มอีก 0.50" in page
    assert f'<a href="{_url("9.2")}">9.2</a>' in page


def test_a_mock_result_unfolds_down_to_how_many_chose_what(cast: Cast, signed_in: SignedIn) -> None:
    people = [{key: 1 if key.startswith(("i9", "i10")) else 4 for key in ("i2", "i9")}] * 4 + [{"i2": 1, "i9": 1}]
    _keep(cast, "mock", tally(people), indicators={1: Decimal(80), 2: Decimal(100)}, questions={"i2": Decimal(80)})
    client = signed_in(cast.wichai)
    page = _page(client, _url("i2") + "?kind=mock")
    assert "400 ÷ 5 = <strong>80.00</strong>" in page
    assert '<th scope="row">มากที่สุด</th><td class="number">100</td><td class="number">4</td>' in page
    assert "?kind=mock" in page, "links stay with the mock result"
    assert _page(client, _url("1") + "?kind=mock").count(f'href="{_url("i2")}?kind=mock"') == 1


def test_a_published_figure_that_its_parts_do_not_give_is_told(cast: Cast, signed_in: SignedIn) -> None:
    _keep(cast, items=_items("O12"))
    page = _page(signed_in(cast.wichai), _url("9"))
    assert "ประกาศไว้ 100.00 แต่ส่วนย่อยที่ทราบคำนวณได้ 97.50" in page


def test_what_is_from_memory_is_marked(cast: Cast, signed_in: SignedIn) -> None:
    questions = {one.code: Decimal(90) for one in load("ita", 2566).questions}
    _keep(cast, indicators={9: Decimal(100), 10: Decimal(100)}, questions=questions)
    client = signed_in(cast.wichai)
    page = _page(client, _url("6"))
    assert '<span class="pill">จากความจำ</span>' in page
    assert "จากความจำ" in _page(client, _url("e1")).split("ที่มาของหลักเกณฑ์")[1]
    assert '<span class="pill">จากความจำ</span>' not in _page(client, _url("9"))


def test_what_is_known_can_be_unfolded_though_there_is_no_total(cast: Cast, signed_in: SignedIn) -> None:
    _keep(cast, indicators={7: Decimal("97.65")})
    client = signed_in(cast.wichai)
    page = _page(client, _url())
    assert "ยังคำนวณคะแนนรวมไม่ได้ เพราะขาดผลของตัวชี้วัดที่ 1, 2, 3, 4, 5, 6, 8, 9, 10" in page
    assert f'href="{_url("7")}"' in page
    assert "97.65" in _page(client, _url("7"))


def test_a_figure_that_is_not_known_says_so(cast: Cast, signed_in: SignedIn) -> None:
    _keep(cast)
    page = _page(signed_in(cast.wichai), _url("O12"))
    assert "ผลนี้ยังไม่มีข้อมูลของ O12" in page


@pytest.mark.parametrize("code", ["11", "O99", "i1a", "share", "9.9"])
def test_a_code_that_the_result_has_not_is_not_found(cast: Cast, signed_in: SignedIn, code: str) -> None:
    _keep(cast)
    assert signed_in(cast.wichai).get(_url(code)).status_code == 404


def test_a_year_without_a_result_leads_to_where_it_is_entered(cast: Cast, signed_in: SignedIn) -> None:
    for url in (_url(), _url("7")):
        assert reverse("assessments:result", args=["tha-khong", 2566]) in _page(signed_in(cast.wichai), url)


def test_it_is_told_in_english_too(cast: Cast, signed_in: SignedIn) -> None:
    _keep(cast)
    cast.wichai.language = "en"
    cast.wichai.save(update_fields=["language"])
    page = _page(signed_in(cast.wichai), _url("7"))
    assert "Indicator 7 Communication Efficiency" in page and "as published or entered" in page
