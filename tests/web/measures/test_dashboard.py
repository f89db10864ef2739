"""The dashboard: the year in figures that agree with its tables, and the next step of the loop."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from prongsai.core.reports.reading import Scores
from prongsai.web.accounts.models import Person
from prongsai.web.assessments.actions import record_result
from prongsai.web.measures import actions
from prongsai.web.measures.models import Measure
from prongsai.web.reports.models import Report
from prongsai.web.site import clock
from tests.cast import Cast
from tests.factories.busy import busy_year
from tests.factories.year import measure_of, plan_of, round_of

SignIn = Callable[[Person], Client]
URL = "/a/tha-khong/2569/"

pytestmark = pytest.mark.usefixtures("april")


def _page(client: Client) -> str:
    response = client.get(URL)
    assert response.status_code == 200
    return response.content.decode()


def test_a_stranger_is_asked_to_sign_in(client: Client, cast: Cast) -> None:
    assert client.get(URL)["Location"].startswith("/accounts/login/")


def test_the_neighbour_finds_nothing(cast: Cast, signed_in: SignIn) -> None:
    assert signed_in(cast.somsak).get(URL).status_code == 404


def test_without_a_plan_it_says_what_to_do(cast: Cast, signed_in: SignIn) -> None:
    page = _page(signed_in(cast.somying))
    assert "ยังไม่มีแผน" in page
    assert f'href="{URL}plan/"' in page
    assert "ผู้ประสานงาน ITA เป็นผู้จัดทำ" in _page(signed_in(cast.wichai))


def test_a_new_year_begins_with_the_result_of_the_year_before(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.somying)
    assert 'href="/a/tha-khong/2568/result/enter/"' in _next_step(_page(client))
    scores = Scores({"1": 90.5}, 88.25)
    record_result(by=cast.somying, agency=cast.agency, fiscal_year=2568, scores=scores, source="ผล")
    assert f'href="{URL}weak-points/"' in _next_step(_page(client))


def test_it_tells_the_next_day_of_the_calendar(cast: Cast, signed_in: SignIn) -> None:
    page = _page(signed_in(cast.somying))
    assert "กำหนดถัดไปของการประเมิน" in page and "ภายในวันที่" in page
    assert f'href="{URL}calendar/"' in page.split('id="deadline"')[1]


def test_it_counts_what_is_done_late_and_without_evidence(cast: Cast, signed_in: SignIn) -> None:
    plan = plan_of(cast.agency)
    measure_of(plan, cast.works, status="done")
    late = measure_of(plan, cast.finance, title="ทบทวนคู่มือ", status="in_progress")
    measure_of(plan)
    Measure.objects.of(cast.agency).filter(pk=late.pk).update(starts_on="2025-10-01", ends_on="2026-03-31")
    response = signed_in(cast.somying).get(URL)
    found = response.context["figures"]
    assert (found.total, found.done, found.in_progress, found.not_started, found.overdue) == (3, 1, 1, 1, 1)
    assert response.context["divisions"] == [
        ("กองคลัง", (0, 0, 0, 1)),
        ("กองช่าง", (1, 0, 0, 0)),
        ("ยังไม่ระบุส่วนราชการ", (0, 0, 1, 0)),
    ]
    assert "ทบทวนคู่มือ" in response.content.decode()


def test_each_picture_has_its_table(cast: Cast, signed_in: SignIn) -> None:
    measure_of(plan_of(cast.agency), cast.works)
    page = _page(signed_in(cast.somying))
    assert page.count('<figure class="bars">') == page.count("<table>") == 2


@pytest.mark.parametrize(
    ("state", "locked", "says"),
    [
        ("draft", None, "อนุมัติ"),
        ("approved", None, "โปรดเปิดรอบรายงาน"),
        ("approved", False, "โปรดเตือนส่วนราชการ"),
        ("approved", True, "โปรดจัดทำรายงานและเสนอลงนาม"),
    ],
)
def test_it_leads_to_the_next_step(cast: Cast, signed_in: SignIn, state: str, locked: bool | None, says: str) -> None:
    plan = plan_of(cast.agency, state=state)
    measure_of(plan, cast.works)
    if locked is not None:
        round_of(plan, locked=locked)
    assert says in _page(signed_in(cast.somying))


@pytest.mark.parametrize(
    ("kind", "states", "says"),
    [
        ("six_months", ["draft"], "โปรดจัดทำรายงาน"),
        ("six_months", ["draft", "submitted"], "อยู่ระหว่างการลงนาม"),
        ("six_months", ["acknowledged", "draft"], "เปิดรอบถัดไป"),
        ("yearly", ["acknowledged"], "จัดทำแผนปี 2570"),
    ],
)
def test_it_leads_on_from_the_report(cast: Cast, signed_in: SignIn, kind: str, states: list[str], says: str) -> None:
    plan = plan_of(cast.agency)
    measure_of(plan, cast.works)
    locked = round_of(plan, kind, locked=True)
    for state in states:
        Report.objects.add(
            agency=cast.agency,
            plan=plan,
            round=locked,
            form="six-months",
            title="รายงาน",
            state=state,
            created_by=cast.somying,
        )
    assert says in _next_step(_page(signed_in(cast.somying)))


def test_the_round_says_how_complete_it_is(cast: Cast, signed_in: SignIn) -> None:
    plan = plan_of(cast.agency)
    measure = measure_of(plan, cast.works, cast.finance)
    measure_of(plan, status="done")
    round_of(plan)
    collected = signed_in(cast.somying).get(URL).context["collected"]
    assert (collected.expected, collected.complete, collected.missing) == (3, 1, 2)
    assert measure.pk


def test_it_shows_the_result_of_the_year_before(cast: Cast, signed_in: SignIn) -> None:
    scores = Scores({"1": 90.5}, 88.25)
    record_result(by=cast.somying, agency=cast.agency, fiscal_year=2568, scores=scores, source="ผล")
    assert "88.25" in _page(signed_in(cast.somying))


def test_it_costs_at_most_twelve_queries(
    cast: Cast, signed_in: SignIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    plan = busy_year(cast.agency, cast.somying)
    actions.open_round(by=cast.somying, plan=plan, kind="yearly", due_on=round_of(plan).due_on.replace(month=9, day=30))
    client = signed_in(cast.somying)
    with django_assert_max_num_queries(12):
        client.get(URL)


def test_who_does_not_record_is_led_to_the_round(cast: Cast, signed_in: SignIn) -> None:
    plan = plan_of(cast.agency)
    measure_of(plan, cast.works)
    opened = round_of(plan)
    opened.due_on = clock.today() + timedelta(days=9)
    opened.save()
    assert f"/rounds/{opened.pk}/" in _next_step(_page(signed_in(cast.prasert)))
    assert "/my-work/" in _next_step(_page(signed_in(cast.wichai)))


def _next_step(page: str) -> str:
    return page.split('aria-labelledby="next"')[1].split("</section>")[0]
