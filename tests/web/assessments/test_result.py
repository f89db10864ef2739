"""The page of a result."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from prongsai.web.accounts.models import Person
from prongsai.web.assessments import queries
from prongsai.web.site import clock
from tests.cast import Cast

SignedIn = Callable[[Person], Client]


def _url(slug: str = "tha-khong") -> str:
    return reverse("assessments:result", args=[slug, 2566])


def _figures(**changed: str) -> dict[str, str]:
    return (
        {f"indicator_{number}": "๙๖.๕๐" for number in range(1, 11)} | {"total": "96.5 %", "source": "ประกาศ"} | changed
    )


def test_thai_digits_are_figures_and_the_total_is_reckoned(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    client = signed_in(cast.somying)
    assert client.post(_url(), _figures()).status_code == 302
    found = queries.as_read(cast.agency, 2566)
    assert found is not None
    assert (found.indicators["1"], found.total) == (96.5, 96.5)
    with django_assert_max_num_queries(12):
        page = client.get(_url()).content.decode()
    assert page.count("96.50") >= 11
    assert "การปฏิบัติหน้าที่" in page


@pytest.mark.parametrize(
    "changed", [{"indicator_3": "101"}, {"total": "มาก"}, {"indicator_1": "-2"}, {"indicator_2": "nan"}]
)
def test_a_bad_figure_is_told_and_nothing_is_kept(cast: Cast, signed_in: SignedIn, changed: dict[str, str]) -> None:
    answer = signed_in(cast.somying).post(_url(), _figures(**changed))
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == changed.keys()
    assert queries.result_of(cast.agency, 2566) is None


def test_an_empty_form_is_refused(cast: Cast, signed_in: SignedIn) -> None:
    answer = signed_in(cast.somying).post(_url(), {})
    assert answer.status_code == 422
    assert "โปรดกรอกคะแนนอย่างน้อย 1 ช่อง" in answer.content.decode()


def test_everybody_of_the_agency_reads_and_the_coordinator_writes(cast: Cast, signed_in: SignedIn) -> None:
    assert Client().get(_url()).status_code == 302
    assert signed_in(cast.somsak).get(_url()).status_code == 404
    page = signed_in(cast.wichai).get(_url())
    assert page.status_code == 200
    assert "<form" not in page.content.decode().split("<h1")[1]
    assert signed_in(cast.wichai).post(_url(), _figures()).status_code == 403
    assert signed_in(cast.somsak).post(_url(), _figures()).status_code == 404
    assert queries.result_of(cast.agency, 2566) is None


def test_a_year_that_runs_points_to_the_one_that_is_over(cast: Cast, signed_in: SignedIn) -> None:
    this = clock.this_fiscal_year()
    page = signed_in(cast.somying).get(f"/a/tha-khong/{this}/result/").content.decode()
    assert f"ปีงบประมาณ {this} ยังไม่สิ้นสุด" in page
    assert f'<a href="/a/tha-khong/{this - 1}/result/">' in page
    assert "ยังไม่สิ้นสุด" not in signed_in(cast.somying).get(f"/a/tha-khong/{this - 1}/result/").content.decode()


def test_the_navigation_leads_to_it(cast: Cast, signed_in: SignedIn) -> None:
    page = signed_in(cast.wichai).get("/a/tha-khong/2569/").content.decode()
    assert '<a href="/a/tha-khong/2569/result/">ผลการประเมิน</a>' in page
