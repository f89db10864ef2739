"""The plan page: made, filled, put in order, approved by who may, amended with a reason, closed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from prongsai.core.access.decision import Refused
from prongsai.core.measures.content import MeasureContent
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.queries import divisions
from prongsai.web.measures import actions, queries
from prongsai.web.measures.models import Measure, Plan
from tests.cast import Cast
from tests.factories.busy import busy_year
from tests.factories.year import plan_of

SignIn = Callable[[Person], Client]
URL = "/a/tha-khong/2569/plan/"
MEASURES = "/a/tha-khong/2569/measures/"
CONTENTS = [
    MeasureContent(1, 4, "กำกับทรัพย์สิน", ("ทำคู่มือ",), ("กองคลัง",), "ปีงบประมาณ ๒๕๖๘"),
    MeasureContent(2, None, "แผนป้องกันการทุจริต ๒๕๖๘", (), ("คณะทำงาน",), "ตามเหมาะสม"),
    MeasureContent(3, 1, "กำกับทรัพย์สิน", (), ("กองช่าง",), ""),
]

pytestmark = pytest.mark.usefixtures("april")


@pytest.fixture
def last_year(cast: Cast) -> Plan:
    plan = actions.create_plan(by=cast.somying, agency=cast.agency, fiscal_year=2568)
    actions.add_measures(by=cast.somying, plan=plan, contents=CONTENTS)
    return plan


@pytest.fixture
def plan(cast: Cast, last_year: Plan) -> Plan:
    plan = actions.create_plan(by=cast.somying, agency=cast.agency, fiscal_year=2569)
    actions.carry_over(by=cast.somying, plan=plan, source=last_year)
    return plan


def _titles(plan: Plan) -> list[str]:
    return [one.title for one in queries.measures_in(plan)]


def _state(plan: Plan) -> str:
    return Plan.objects.of(plan.agency_id).get(pk=plan.pk).state


def _pk(plan: Plan, place: int = 0) -> int:
    return list(queries.measures_in(plan))[place].pk


def test_a_stranger_is_asked_to_sign_in(client: Client, cast: Cast) -> None:
    assert client.get(URL)["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("path", ["", "create/", "carry-over/", "approve/", "close/", "division/"])
def test_the_neighbour_finds_nothing(cast: Cast, plan: Plan, signed_in: SignIn, path: str) -> None:
    client = signed_in(cast.somsak)
    assert client.get(URL + path).status_code in {404, 405}
    assert client.post(URL + path).status_code in {404, 405}
    assert (_state(plan), len(_titles(plan))) == ("draft", 3)


@pytest.mark.parametrize("path", ["move/", "remove/", "restore/"])
def test_the_neighbour_cannot_reach_a_measure_from_home(cast: Cast, plan: Plan, signed_in: SignIn, path: str) -> None:
    actions.create_plan(by=cast.somsak, agency=cast.neighbour, fiscal_year=2569)
    address = f"/a/nong-saeng/2569/measures/{_pk(plan)}/{path}"
    assert signed_in(cast.somsak).post(address, {"way": "down"}).status_code == 404
    assert _titles(plan)[0] == "กำกับทรัพย์สิน"


@pytest.mark.parametrize("path", ["create/", "carry-over/", "close/", "division/"])
def test_an_officer_changes_no_plan(cast: Cast, plan: Plan, signed_in: SignIn, path: str) -> None:
    response = signed_in(cast.wichai).post(URL + path)
    assert response.status_code == 403
    assert "ผู้ประสานงาน ITA" in response.content.decode()


def test_without_a_plan_it_offers_three_ways(cast: Cast, last_year: Plan, signed_in: SignIn) -> None:
    page = signed_in(cast.somying).get(URL).content.decode()
    assert f'href="{URL}carry-over/?from=2568"' in page
    assert 'href="/a/tha-khong/imports/"' in page
    assert f'action="{URL}create/"' in page
    assert "จัดทำแผนว่าง" not in signed_in(cast.wichai).get(URL).content.decode()


def test_it_makes_an_empty_plan_once(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.somying)
    assert client.post(URL + "create/").status_code == 302
    assert "มีแผนอยู่แล้ว" in client.post(URL + "create/", follow=True).content.decode()
    assert Plan.objects.of(cast.agency).count() == 1


def test_there_is_no_page_for_a_year_in_the_common_era(cast: Cast, signed_in: SignIn) -> None:
    assert signed_in(cast.somying).post("/a/tha-khong/2026/plan/create/").status_code == 404
    assert not Plan.objects.of(cast.agency).exists()


@pytest.mark.parametrize("year", ["0", "1", "9999", "99999999999", "9" * 40])
def test_a_year_that_never_was_is_a_page_without_a_plan(cast: Cast, signed_in: SignIn, year: str) -> None:
    client = signed_in(cast.somying)
    for page in ("plan/", "", "measures/"):
        assert client.get(f"/a/tha-khong/{year}/{page}").status_code in {200, 404}
    assert client.post(f"/a/tha-khong/{year}/plan/create/").status_code in {302, 404}
    assert not Plan.objects.of(cast.agency).exists()


def test_carrying_over_ticks_all_and_shows_duplicates(cast: Cast, last_year: Plan, signed_in: SignIn) -> None:
    page = signed_in(cast.somying).get(URL + "carry-over/?from=2568").content.decode()
    assert page.count(" checked") == 3
    assert page.count("มีซ้ำในแผนปีก่อน") == 1


def test_carrying_over_takes_what_was_ticked(cast: Cast, last_year: Plan, signed_in: SignIn) -> None:
    client = signed_in(cast.somying)
    client.post(URL + "carry-over/", {"from": "2568", "measure": [_pk(last_year, 1), "x"]})
    plan = queries.plan_of(cast.agency, 2569)
    assert plan is not None
    assert _titles(plan) == ["แผนป้องกันการทุจริต ๒๕๖๘"]
    again = client.get(URL + "carry-over/?from=2568").content.decode()
    assert (again.count(" checked"), again.count("แผนปีนี้มีมาตรการนี้อยู่แล้ว")) == (2, 1)


@pytest.mark.parametrize("year", ["2569", "2567", "abc", "99999999999"])
def test_carrying_over_from_a_year_that_does_not_serve_is_not_there(
    cast: Cast, last_year: Plan, signed_in: SignIn, year: str
) -> None:
    assert signed_in(cast.somying).get(f"{URL}carry-over/?from={year}").status_code == 404


def test_it_says_what_is_worth_a_look(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    response = signed_in(cast.somying).get(URL)
    assert dict(response.context["view"].todos) == {"no_division": 1, "no_dates": 2, "no_indicator": 1, "old_year": 1}
    assert response.context["view"].unknown == (("คณะทำงาน", 1),)


def test_it_learns_which_division_a_text_means(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    client = signed_in(cast.somying)
    sent = {"text": "คณะทำงาน", "division": cast.education.pk}
    assert "กองการศึกษา ใน 1 มาตรการ" in client.post(URL + "division/", sent, follow=True).content.decode()
    assert client.get(URL).context["view"].unknown == ()


def test_a_division_of_the_neighbour_cannot_be_chosen(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    theirs = divisions(cast.neighbour)[0].pk
    for division in (theirs, 10**30, "x"):
        sent = {"text": "คณะทำงาน", "division": division}
        assert signed_in(cast.somying).post(URL + "division/", sent).status_code == 404


def test_measures_move_up_and_down(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    response = signed_in(cast.somying).post(f"{MEASURES}{_pk(plan, 1)}/move/", {"way": "up", "page": "1"})
    assert response["Location"].startswith(f"{URL}?page=1#m")
    assert _titles(plan)[0] == "แผนป้องกันการทุจริต ๒๕๖๘"
    assert signed_in(cast.somying).post(f"{MEASURES}{_pk(plan)}/move/", {"way": "left"}).status_code == 404


def test_a_measure_is_removed_and_put_back(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    client, pk = signed_in(cast.somying), _pk(plan)
    page = client.post(f"{MEASURES}{pk}/remove/", follow=True).content.decode()
    assert "มาตรการที่นำออก 1 มาตรการ" in page
    assert len(_titles(plan)) == 2
    client.post(f"{MEASURES}{pk}/restore/")
    assert len(_titles(plan)) == 3


def test_only_clerk_and_executive_approve(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    assert f'action="{URL}approve/"' not in signed_in(cast.somying).get(URL).content.decode()
    assert signed_in(cast.somying).post(URL + "approve/").status_code == 403
    assert _state(plan) == "draft"
    assert f'action="{URL}approve/"' in signed_in(cast.prasert).get(URL).content.decode()
    signed_in(cast.prasert).post(URL + "approve/")
    assert _state(plan) == "approved"


def test_an_empty_plan_is_not_approved(cast: Cast, signed_in: SignIn) -> None:
    actions.create_plan(by=cast.somying, agency=cast.agency, fiscal_year=2569)
    page = signed_in(cast.prasert).post(URL + "approve/", follow=True).content.decode()
    assert "แผนยังไม่มีมาตรการ" in page


def test_after_approval_a_removal_asks_why(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    actions.approve_plan(by=cast.prasert, plan=plan)
    client, pk = signed_in(cast.somying), _pk(plan)
    assert client.get(f"{MEASURES}{pk}/remove/").status_code == 200
    refused = client.post(f"{MEASURES}{pk}/remove/", {"reason": " "})
    assert (refused.status_code, len(_titles(plan))) == (422, 3)
    assert "โปรดระบุเหตุผล" in refused.content.decode()
    client.post(f"{MEASURES}{pk}/remove/", {"reason": "ซ้ำกัน"})
    assert Measure.objects.of(cast.agency).get(pk=pk).removed_at is not None
    assert client.post(f"{MEASURES}{_pk(plan)}/move/", {"way": "down"}, follow=True).status_code == 200


def test_a_plan_is_closed_when_its_year_is_over(cast: Cast, last_year: Plan, signed_in: SignIn) -> None:
    old = "/a/tha-khong/2568/plan/"
    client = signed_in(cast.somying)
    client.post(old + "close/")
    assert _state(last_year) == "draft"
    actions.approve_plan(by=cast.prasert, plan=last_year)
    assert f'action="{old}close/"' in client.get(old).content.decode()
    client.post(old + "close/")
    assert _state(last_year) == "closed"
    assert "มาตรการยกไปใช้ในปีถัดไปได้" in client.get(old).content.decode()


def test_it_pages_at_25_and_costs_at_most_twelve_queries(
    cast: Cast, last_year: Plan, signed_in: SignIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    plan = busy_year(cast.agency, cast.somying)
    actions.remove_measure(by=cast.somying, measure=queries.measures_in(plan)[0], reason="ซ้ำ")
    Plan.objects.of(cast.agency).filter(pk=plan.pk).update(state="draft", approved_at=None)
    client = signed_in(cast.somying)
    with django_assert_max_num_queries(12):
        assert len(client.get(URL).context["page"].object_list) == 25


def test_what_is_refused_leaves_no_empty_plan_behind(cast: Cast, last_year: Plan) -> None:
    neighbours = plan_of(cast.neighbour, 2568)
    with pytest.raises(Refused):
        actions.carry_into_year(
            by=cast.somying, agency=cast.agency, fiscal_year=2569, source=neighbours, measure_ids={1}
        )
    assert queries.plan_of(cast.agency, 2569) is None


def test_the_address_of_the_agency_leads_to_its_year(cast: Cast, signed_in: SignIn) -> None:
    assert signed_in(cast.somying).get("/a/tha-khong/")["Location"].startswith("/a/tha-khong/25")
    assert signed_in(cast.somsak).get("/a/tha-khong/").status_code == 404
