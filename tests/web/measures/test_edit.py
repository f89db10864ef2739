"""Editing a measure: what was typed is never lost, and of two writers the second is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from prongsai.core.measures.content import MeasureContent
from prongsai.web.accounts.models import Person
from prongsai.web.measures import actions, queries
from prongsai.web.measures.models import Measure, Plan
from tests.cast import Cast

SignIn = Callable[[Person], Client]
CONTENT = MeasureContent(1, 4, "กำกับทรัพย์สิน", ("ทำคู่มือ", "ชี้แจง"), ("กองคลัง",), "ปีงบประมาณ ๒๕๖๙")

pytestmark = pytest.mark.usefixtures("april")


@pytest.fixture
def plan(cast: Cast) -> Plan:
    return actions.create_plan(by=cast.somying, agency=cast.agency, fiscal_year=2569)


@pytest.fixture
def measure(cast: Cast, plan: Plan) -> Measure:
    return actions.add_measures(by=cast.somying, plan=plan, contents=[CONTENT])[0]


def _url(measure: Measure) -> str:
    return f"/a/tha-khong/2569/measures/{measure.pk}/edit/"


def _opened(client: Client, measure: Measure) -> dict[str, Any]:
    """What a browser would send back unchanged."""
    form = client.get(_url(measure)).context["form"]
    return {bound.name: bound.value() if bound.value() is not None else "" for bound in form}


def _now(measure: Measure) -> MeasureContent:
    return queries.content_of(queries.measures_in(measure.plan).get(pk=measure.pk))


def test_a_stranger_is_asked_to_sign_in(client: Client, measure: Measure) -> None:
    assert client.get(_url(measure))["Location"].startswith("/accounts/login/")


def test_the_neighbour_finds_nothing(cast: Cast, measure: Measure, signed_in: SignIn) -> None:
    client = signed_in(cast.somsak)
    for address in (_url(measure), f"/a/nong-saeng/2569/measures/{measure.pk}/edit/"):
        assert client.get(address).status_code == client.post(address, {"title": "ก"}).status_code == 404
    assert client.post("/a/tha-khong/2569/measures/add/", {"title": "ก"}).status_code == 404
    assert Measure.objects.of(cast.agency).get().title == CONTENT.title


@pytest.mark.parametrize("person", ["wichai", "prasert"])
def test_who_may_not_edit_is_told(cast: Cast, measure: Measure, signed_in: SignIn, person: str) -> None:
    client = signed_in(getattr(cast, person))
    for address in (_url(measure), "/a/tha-khong/2569/measures/add/"):
        response = client.post(address, {"title": "ก"})
        assert response.status_code == 403
        assert "โปรดติดต่อผู้ประสานงาน ITA" in response.content.decode()
    assert Measure.objects.of(cast.agency).get().title == CONTENT.title


def test_saving_unchanged_changes_nothing(cast: Cast, measure: Measure, signed_in: SignIn) -> None:
    client = signed_in(cast.somying)
    assert client.post(_url(measure), _opened(client, measure)).status_code == 302
    assert Measure.objects.of(cast.agency).get().version == 1


def test_it_saves_what_was_typed(cast: Cast, measure: Measure, signed_in: SignIn) -> None:
    client = signed_in(cast.somying)
    sent = _opened(client, measure) | {
        "title": " ใหม่ ", "steps": "หนึ่ง\r\n\r\n สอง \n", "responsible": "กองช่าง", "indicator": ""
    }  # fmt: skip
    assert client.post(_url(measure), sent)["Location"] == f"/a/tha-khong/2569/measures/{measure.pk}/"
    assert _now(measure) == MeasureContent(1, None, "ใหม่", ("หนึ่ง", "สอง"), ("กองช่าง",), CONTENT.period)


@pytest.mark.parametrize(
    ("sent", "says"), [({"title": " "}, "title"), ({"indicator": "11"}, "indicator"), ({"period": "ก" * 201}, "period")]
)
def test_what_cannot_be_kept_is_told_and_stays_typed(
    cast: Cast, measure: Measure, signed_in: SignIn, sent: dict[str, str], says: str
) -> None:
    client = signed_in(cast.somying)
    response = client.post(_url(measure), _opened(client, measure) | {"suggestion": "ที่พิมพ์ไว้"} | sent)
    assert response.status_code == 422
    assert says in response.context["form"].errors
    assert "ที่พิมพ์ไว้" in response.content.decode()
    assert _now(measure) == CONTENT


def test_after_approval_the_reason_is_asked_for_and_kept(
    cast: Cast, plan: Plan, measure: Measure, signed_in: SignIn
) -> None:
    actions.approve_plan(by=cast.prasert, plan=plan)
    client = signed_in(cast.somying)
    sent = _opened(client, measure) | {"title": "ชื่อใหม่"}
    refused = client.post(_url(measure), sent)
    assert refused.status_code == 422
    assert "โปรดระบุเหตุผล" in refused.content.decode()
    assert "ชื่อใหม่" in refused.content.decode()
    assert client.post(_url(measure), sent | {"reason": "นายกสั่งการ"}).status_code == 302
    assert _now(measure).title == "ชื่อใหม่"


def test_the_second_of_two_windows_is_told_and_loses_nothing(cast: Cast, measure: Measure, signed_in: SignIn) -> None:
    first, second = signed_in(cast.somying), signed_in(cast.somying)
    mine, theirs = _opened(second, measure), _opened(first, measure)
    first.post(_url(measure), theirs | {"title": "ของคนแรก", "period": "ต.ค. ๖๘ - มี.ค. ๖๙"})
    told = second.post(_url(measure), mine | {"title": "ของคนที่สอง", "steps": "ขั้นเดียว"})
    assert told.status_code == 409
    assert _now(measure).title == "ของคนแรก"
    page = told.content.decode()
    for text in ("ของคนแรก", "ของคนที่สอง", "ขั้นเดียว", "ทำคู่มือ", "ไม่มีข้อมูลใดหาย"):
        assert text in page
    assert [(label, is_mine) for label, _theirs, _mine, is_mine in told.context["differences"]] == [
        ("มาตรการ", True),
        ("วิธีดำเนินการ", True),
        ("ระยะเวลา", False),
    ]
    again = {bound.name: bound.value() for bound in told.context["form"]}
    assert second.post(_url(measure), {k: v for k, v in again.items() if v is not None}).status_code == 302
    assert _now(measure) == MeasureContent(1, 4, "ของคนที่สอง", ("ขั้นเดียว",), ("กองคลัง",), "ต.ค. ๖๘ - มี.ค. ๖๙")


def test_a_third_writer_between_is_told_of_as_well(cast: Cast, measure: Measure, signed_in: SignIn) -> None:
    client = signed_in(cast.somying)
    mine = _opened(client, measure) | {"suggestion": "ของฉัน"}
    for version, title in ((1, "ก"), (2, "ข")):
        content = MeasureContent(1, 4, title, CONTENT.steps, CONTENT.responsible, CONTENT.period)
        actions.change_measure(by=cast.malee, measure=measure, content=content, version=version)
        told = client.post(_url(measure), mine)
        assert told.status_code == 409
        mine = {bound.name: bound.value() for bound in told.context["form"] if bound.value() is not None}
    assert client.post(_url(measure), mine).status_code == 302
    assert (_now(measure).title, _now(measure).suggestion) == ("ข", "ของฉัน")


def test_a_form_with_a_broken_base_still_shows_both(cast: Cast, measure: Measure, signed_in: SignIn) -> None:
    client = signed_in(cast.somying)
    mine = _opened(client, measure) | {"base": '{"x": 1}', "version": "0", "title": "ของฉัน"}
    assert "ของฉัน" in client.post(_url(measure), mine).content.decode()


def test_a_measure_is_added_at_the_end(cast: Cast, measure: Measure, signed_in: SignIn) -> None:
    client = signed_in(cast.somying)
    assert client.get("/a/tha-khong/2569/measures/add/").status_code == 200
    client.post("/a/tha-khong/2569/measures/add/", {"title": "ใหม่", "steps": "หนึ่ง", "responsible": "กองช่าง"})
    last = list(queries.measures_in(measure.plan))[-1]
    assert (last.number, last.title, last.responsibles.get().division) == (2, "ใหม่", cast.works)


def test_adding_to_an_approved_plan_asks_why(cast: Cast, plan: Plan, measure: Measure, signed_in: SignIn) -> None:
    actions.approve_plan(by=cast.prasert, plan=plan)
    client, address = signed_in(cast.somying), "/a/tha-khong/2569/measures/add/"
    refused = client.post(address, {"title": "ใหม่"})
    assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["reason"])
    assert client.post(address, {"title": "ใหม่", "reason": "นายกสั่งการ"}).status_code == 302
    assert len(queries.measures_in(plan)) == 2


def test_lines_of_a_title_stay_as_they_were(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    content = MeasureContent(2, None, "บรรทัดหนึ่ง\nบรรทัดสอง", suggestion="ก\nข")
    measure = actions.add_measures(by=cast.somying, plan=plan, contents=[content])[0]
    client = signed_in(cast.somying)
    sent = {
        name: value.replace("\n", "\r\n") for name, value in _opened(client, measure).items() if str(value) == value
    }
    client.post(_url(measure), sent | {"version": "1"})
    assert (_now(measure), Measure.objects.of(cast.agency).get().version) == (content, 1)


def test_a_year_without_a_plan_has_no_form(cast: Cast, signed_in: SignIn) -> None:
    assert signed_in(cast.somying).get("/a/tha-khong/2569/measures/add/").status_code == 404


def test_it_costs_at_most_twelve_queries(
    cast: Cast, measure: Measure, signed_in: SignIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in(cast.somying)
    with django_assert_max_num_queries(12):
        client.get(_url(measure))
