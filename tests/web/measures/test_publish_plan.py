"""Publishing the plan and its progress: plain words, no comment and no name of a person."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from prongsai.web.accounts.models import Person
from prongsai.web.disclosures.sources import offers_of, sections_of
from prongsai.web.measures import actions
from prongsai.web.measures.models import Plan
from prongsai.web.published import queries as published
from tests.cast import Cast
from tests.web.reports.story import content

SignedIn = Callable[[Person], Client]
YEAR = 2569
URL = "/a/tha-khong/2569/plan/publish/"


@pytest.fixture
def plan(cast: Cast) -> Plan:
    """An approved plan of two measures; the first is done and has a comment."""
    made = actions.create_plan(by=cast.somying, agency=cast.agency, fiscal_year=YEAR)
    first, _second = actions.add_measures(
        by=cast.somying, plan=made, contents=[content("จัดทำคู่มือ", 1), content("อบรม", 2)]
    )
    actions.approve_plan(by=cast.prasert, plan=made)
    first.refresh_from_db()
    actions.record_progress(
        by=cast.wichai, measure=first, on=date(2026, 1, 15), text="แจกคู่มือแล้ว ๓ เล่ม", status="in_progress"
    )
    actions.add_comment(by=cast.malee, measure=first, text="ความเห็นภายใน")
    return made


def _publish(client: Client, **more: Any) -> Any:
    seen = re.search(r'name="seen" value="([0-9a-f]{64})"', client.get(URL).content.decode())
    return client.post(URL, {"seen": seen[1] if seen else "", **more})


def test_a_stranger_is_asked_to_sign_in(client: Client, cast: Cast) -> None:
    assert client.get(URL).headers["Location"].startswith("/accounts/login/")


@pytest.mark.usefixtures("plan")
def test_another_agency_finds_nothing_and_an_officer_may_not(cast: Cast, signed_in: SignedIn) -> None:
    assert signed_in(cast.somsak).get(URL).status_code == 404
    assert signed_in(cast.wichai).post(URL, {"seen": "x"}).status_code == 403
    assert published.shown_at(cast.agency, YEAR, "plan") is None


def test_a_year_without_a_plan_has_no_page(cast: Cast, signed_in: SignedIn) -> None:
    assert signed_in(cast.somying).get(URL).status_code == 404


def test_a_draft_must_be_approved_first(cast: Cast, signed_in: SignedIn) -> None:
    actions.create_plan(by=cast.somying, agency=cast.agency, fiscal_year=YEAR)
    client = signed_in(cast.somying)
    assert "ยังเป็นร่าง" in client.get(URL).content.decode()
    assert _publish(client).status_code == 422
    assert published.shown_at(cast.agency, YEAR, "plan") is None


@pytest.mark.usefixtures("plan")
def test_it_becomes_public_without_comments_and_people(cast: Cast, signed_in: SignedIn) -> None:
    answer = _publish(signed_in(cast.prasert))
    assert answer.headers["Location"] == "/a/tha-khong/published/2569/plan/"
    shown = published.shown_at(cast.agency, YEAR, "plan")
    assert shown is not None
    assert "ผลการดำเนินการ: แจกคู่มือแล้ว ๓ เล่ม" in shown.content.sections[1].paragraphs
    assert dict(shown.content.facts)["อยู่ระหว่างดำเนินการ"] == "1 มาตรการ"
    for hidden in ("ความเห็นภายใน", "วิชัย", "ประเสริฐ"):
        assert hidden not in shown.edition.content


@pytest.mark.usefixtures("plan")
def test_what_has_no_result_yet_is_said_before(cast: Cast, signed_in: SignedIn) -> None:
    assert "1 จาก 2 มาตรการยังไม่มีการบันทึกผล" in signed_in(cast.somying).get(URL).content.decode()


@pytest.mark.usefixtures("plan")
def test_the_same_plan_is_not_published_twice(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.prasert)
    _publish(client)
    assert 'name="seen"' not in client.get(URL).content.decode()


@pytest.mark.usefixtures("plan")
def test_the_plans_page_leads_here(cast: Cast, signed_in: SignedIn) -> None:
    page = "/a/tha-khong/2569/plan/"
    assert URL in signed_in(cast.prasert).get(page).content.decode()
    assert URL not in signed_in(cast.wichai).get(page).content.decode()


def test_items_can_show_an_approved_plan(cast: Cast, plan: Plan) -> None:
    assert "plan" in [one.code for one in offers_of(cast.agency, YEAR)]
    assert [one.title for one in sections_of(cast.agency, YEAR, "plan")] == ["ภาพรวม", "1. จัดทำคู่มือ", "2. อบรม"]
    assert sections_of(cast.agency, YEAR - 1, "plan") == ()
    assert sections_of(cast.neighbour, plan.fiscal_year, "plan") == ()


@pytest.mark.usefixtures("plan")
def test_a_page_costs_few_queries(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    client = signed_in(cast.somying)
    _publish(client)
    with django_assert_max_num_queries(12):
        client.get(URL)
