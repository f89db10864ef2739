"""My work: what is to do, the most urgent first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from prongsai.web.accounts.models import Person
from prongsai.web.evidence import actions as evidence
from prongsai.web.measures import actions
from prongsai.web.measures.models import Measure, Plan
from tests.cast import Cast
from tests.factories.year import measure_of, round_of

SignIn = Callable[[Person], Client]
URL = "/a/tha-khong/2569/my-work/"

pytestmark = pytest.mark.usefixtures("april")


def _dated(measure: Measure, starts_on: date, ends_on: date) -> Measure:
    measure.starts_on, measure.ends_on = starts_on, ends_on
    measure.save()
    return measure


def _done(cast: Cast, measure: Measure) -> None:
    link = evidence.add_link(by=cast.somying, agency=cast.agency, url="https://a.go.th", title="", fiscal_year=2569)
    actions.record_progress(
        by=cast.somying, measure=measure, on=date(2026, 2, 1), text="แล้วเสร็จ", status="done", evidence=[link]
    )


def _titles(client: Client) -> list[str]:
    return [row.measure.title for row in client.get(URL).context["work"].todo]


def test_a_stranger_is_asked_to_sign_in(client: Client, cast: Cast) -> None:
    assert client.get(URL)["Location"].startswith("/accounts/login/")


def test_the_neighbour_finds_nothing(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    assert signed_in(cast.somsak).get(URL).status_code == 404


def test_an_officer_sees_the_own_division_the_most_urgent_first(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    measure_of(plan, cast.finance, title="ของกองคลัง")
    whole = (date(2025, 10, 1), date(2026, 9, 30))
    _dated(measure_of(plan, cast.works, title="ตามกำหนด", status="in_progress"), *whole)
    _dated(measure_of(plan, cast.works, title="ควรเริ่มแล้ว"), *whole)
    _dated(measure_of(plan, cast.finance, cast.works, title="เกินกำหนด"), date(2025, 10, 1), date(2026, 3, 31))
    _dated(measure_of(plan, cast.works, title="ใกล้ครบ", status="in_progress"), date(2025, 10, 1), date(2026, 4, 30))
    assert _titles(signed_in(cast.wichai)) == ["เกินกำหนด", "ควรเริ่มแล้ว", "ใกล้ครบ", "ตามกำหนด"]


def test_every_measure_has_one_button_that_leads_to_the_form(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    measure = measure_of(plan, cast.works)
    page = signed_in(cast.wichai).get(URL).content.decode()
    assert page.count(f'href="/a/tha-khong/2569/measures/{measure.pk}/record/"') == 1


def test_who_may_not_record_has_no_button(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    measure_of(plan, cast.works)
    page = signed_in(cast.prasert).get(URL)
    assert page.status_code == 200
    assert "/record/" not in page.content.decode()


def test_what_is_done_is_folded_away(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    _done(cast, measure_of(plan, cast.works, title="ทำแล้ว"))
    context = signed_in(cast.wichai).get(URL).context
    assert not context["work"].todo
    assert [row.measure.title for row in context["work"].finished] == ["ทำแล้ว"]


def test_it_says_what_the_open_round_still_wants(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    measure_of(plan, cast.works)
    round_of(plan)
    page = signed_in(cast.wichai).get(URL).content.decode()
    assert "ยังไม่มีผลในรอบนี้" in page
    assert "31 มี.ค. 2569" in page


def test_after_a_recording_it_says_so_and_offers_the_next(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    first, second = measure_of(plan, cast.works), measure_of(plan, cast.works)
    page = signed_in(cast.wichai).get(f"{URL}?saved={first.pk}")
    assert "บันทึกแล้ว" in page.content.decode()
    assert page.context["next"].measure == second


@pytest.mark.parametrize("saved", ["x", "999999", "-1", "<script>"])
def test_it_says_nothing_of_a_measure_that_is_not_there(cast: Cast, plan: Plan, signed_in: SignIn, saved: str) -> None:
    measure_of(plan, cast.works)
    assert "บันทึกแล้ว" not in signed_in(cast.wichai).get(URL, {"saved": saved}).content.decode()


def test_without_a_plan_it_says_who_makes_one(cast: Cast, signed_in: SignIn) -> None:
    page = signed_in(cast.wichai).get(URL)
    assert page.status_code == 200
    assert "ยังไม่มีแผน" in page.content.decode()


def test_without_a_year_it_shows_the_newest_plan(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    assert signed_in(cast.wichai).get("/a/tha-khong/my-work/").context["year"] == 2569


def test_it_shows_the_25_most_urgent_and_says_how_many_more(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    for _ in range(27):
        measure_of(plan, cast.works)
    page = signed_in(cast.wichai).get(URL).content.decode()
    assert page.count("/record/") == 25
    assert "อีก 2 มาตรการ" in page
    assert 'href="/a/tha-khong/2569/measures/"' in page


def test_its_queries_do_not_grow(
    cast: Cast, plan: Plan, signed_in: SignIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(30):
        measure_of(plan, cast.works, cast.finance)
    for measure in Measure.objects.of(cast.agency)[:10]:
        _done(cast, measure)
    round_of(plan)
    client = signed_in(cast.wichai)
    with django_assert_max_num_queries(12):
        client.get(URL)
