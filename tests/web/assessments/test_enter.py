"""Entering a result by form: ten figures are enough, everything may be there, and nobody is written over."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from prongsai.core.scoring.known import ItemResult, Recommendation
from prongsai.documents.results import lines
from prongsai.web.accounts.models import Person
from prongsai.web.assessments import queries
from prongsai.web.assessments.forms import initial_of
from prongsai.web.frameworks.queries import framework_for
from tests.cast import Cast

SignedIn = Callable[[Person], Client]


def _url(year: int = 2566) -> str:
    return reverse("assessments:enter", args=["tha-khong", year])


def _figures(**changed: str) -> dict[str, str]:
    tenth = {f"indicator_{number}": "๙๖.๕๐" for number in range(1, 11)}
    return tenth | {"total": "96.5 %", "source": "ประกาศ", "version": "0"} | changed


def test_ten_figures_in_thai_digits_are_enough(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    client = signed_in(cast.somying)
    with django_assert_max_num_queries(12):
        assert client.get(_url()).status_code == 200
    assert client.post(_url(), _figures()).status_code == 302
    known = queries.known(cast.agency, 2566)
    assert known is not None
    assert (known.indicators[1], known.total, known.items) == (Decimal("96.50"), Decimal("96.50"), {})


@pytest.mark.parametrize(("year", "items"), [(2565, 43), (2566, 43), (2567, 35), (2568, 28), (2569, 26)])
def test_the_form_follows_the_lists_of_the_year(cast: Cast, signed_in: SignedIn, year: int, items: int) -> None:
    page = signed_in(cast.somying).get(_url(year)).content.decode()
    assert page.count('name="figure_O') == items
    assert ("figure_EIT1-6" in page) == (year >= 2567)


def test_questions_items_parts_and_advice_are_kept_and_shown_again(cast: Cast, signed_in: SignedIn) -> None:
    more = {
        "figure_i1": "98.1", "figure_9.1": "๑๐๐", "figure_O1": "100", "figure_O5": "0", "remark_O5": "ไม่พบแผนที่",
        "figure_O7": "-", "figure_EIT1-6": "88", "level": "ผ่านดีเยี่ยม",
        "recommendations": "E๑๕ เปิดช่องทางรับฟัง (O25)\nปรับปรุงเว็บไซต์",
    }  # fmt: skip
    client = signed_in(cast.somying)
    assert client.post(_url(2567), _figures(**more)).status_code == 302
    known = queries.known(cast.agency, 2567)
    assert known is not None
    assert known.items == {
        "O1": ItemResult(Decimal(100)),
        "O5": ItemResult(Decimal(0), "ไม่พบแผนที่"),
        "O7": ItemResult(None),
    }
    assert (known.parts, known.level) == ({"EIT1": {6: Decimal(88)}}, "ผ่านดีเยี่ยม")
    assert known.recommendations == (
        Recommendation("e15", "เปิดช่องทางรับฟัง (O25)", ("O25",)),
        Recommendation("", "ปรับปรุงเว็บไซต์"),
    )
    framework, _provisional = framework_for(cast.agency, 2567)
    again = client.post(_url(2567), initial_of(framework, known, source="ประกาศ", version=1))
    assert again.status_code == 302
    assert queries.known(cast.agency, 2567) == known


@pytest.mark.parametrize(
    "changed",
    [
        {"indicator_3": "101"}, {"total": "มาก"}, {"indicator_1": "-2"}, {"indicator_2": "nan"},
        {"figure_i1": "100.5"}, {"figure_O1": "ดี"}, {"figure_9.1": "1e1"}, {"level": "วิเศษ"},
    ],
)  # fmt: skip
def test_a_bad_figure_is_told_and_nothing_is_kept(cast: Cast, signed_in: SignedIn, changed: dict[str, str]) -> None:
    answer = signed_in(cast.somying).post(_url(), _figures(**changed))
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == changed.keys()
    assert queries.result_of(cast.agency, 2566) is None


def test_a_remark_without_a_score_is_asked_about(cast: Cast, signed_in: SignedIn) -> None:
    answer = signed_in(cast.somying).post(_url(), _figures(remark_O3="ไม่ครบ"))
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["figure_O3"]


def test_an_empty_form_is_refused(cast: Cast, signed_in: SignedIn) -> None:
    answer = signed_in(cast.somying).post(_url(), {"version": "0"})
    assert answer.status_code == 422
    assert "โปรดกรอกคะแนนอย่างน้อย 1 ช่อง" in answer.content.decode()


def test_the_second_of_two_writers_sees_both_and_loses_nothing(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    client.post(_url(), _figures())
    answer = client.post(_url(), _figures(indicator_2="91.11"))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "91.11" in page
    assert "96.50" in page
    assert queries.known(cast.agency, 2566).indicators[2] == Decimal("96.50")  # type: ignore[union-attr]  # saved above
    again = client.post(_url(), _figures(indicator_2="91.11", version=answer.context["form"]["version"].value()))
    assert again.status_code == 302
    assert queries.known(cast.agency, 2566).indicators[2] == Decimal("91.11")  # type: ignore[union-attr]  # saved above


def test_only_the_coordinator_enters(cast: Cast, signed_in: SignedIn) -> None:
    assert Client().get(_url()).status_code == 302
    assert signed_in(cast.somsak).post(_url(), _figures()).status_code == 404
    assert signed_in(cast.wichai).post(_url(), _figures()).status_code == 403
    assert queries.result_of(cast.agency, 2566) is None


def test_what_is_only_from_memory_is_marked(cast: Cast, signed_in: SignedIn) -> None:
    framework, _provisional = framework_for(cast.agency, 2567)
    unsure = sum(line.from_memory for line in lines(framework))
    page = signed_in(cast.somying).get(_url(2567)).content.decode()
    assert 0 < unsure < len(lines(framework))
    assert page.count('<span class="pill">จากความจำ</span>') == unsure


def test_clearing_asks_first_and_keeps_the_history(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    client.post(_url(), _figures())
    url = reverse("assessments:clear", args=["tha-khong", 2566])
    assert client.get(url).status_code == 200
    assert signed_in(cast.wichai).post(url, {"version": "1"}).status_code == 403
    client.post(url, {"version": "7"})
    assert queries.known(cast.agency, 2566) is not None
    assert client.post(url, {"version": "1"}).status_code == 302
    assert queries.known(cast.agency, 2566) is None
    assert client.get(url).status_code == 404
