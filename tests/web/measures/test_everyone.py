"""A measure of ทุกส่วนราชการ: all divisions see it, may write for it, and are waited for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from django.test import Client

from prongsai.core.measures.content import MeasureContent
from prongsai.web.accounts.models import Person
from prongsai.web.measures import actions, queries
from prongsai.web.measures.models import Measure, Plan
from prongsai.web.measures.queries.dashboard import year_of
from prongsai.web.measures.queries.measures import division_ids, lead_of
from prongsai.web.measures.queries.planning import plan_view
from prongsai.web.measures.queries.rounds import completeness
from tests.cast import Cast
from tests.factories.year import round_of

SignIn = Callable[[Person], Client]

pytestmark = pytest.mark.usefixtures("april")


def measure(cast: Cast, plan: Plan, responsible: Sequence[str] = ("ทุกส่วนราชการ",)) -> Measure:
    """A measure of a plan, responsible as written."""
    content = MeasureContent(1, None, "ไม่รับของขวัญ", ("ประกาศ",), tuple(responsible), "", (), (), "")
    pk = actions.add_measures(by=cast.somying, plan=plan, contents=[content], reason="เพิ่ม")[0].pk
    return Measure.objects.of(cast.agency).select_related("plan", "agency").get(pk=pk)


def test_it_is_in_the_work_of_an_officer_who_records_it(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    made = measure(cast, plan)
    browser = signed_in(cast.wichai)
    assert "ไม่รับของขวัญ" in browser.get("/a/tha-khong/2569/my-work/").content.decode()
    assert browser.get(f"/a/tha-khong/2569/measures/{made.pk}/record/").status_code == 200
    actions.record_progress(
        by=cast.wichai, measure=made, on=date(2026, 2, 1), text="ประกาศแล้ว", status="in_progress", evidence=[]
    )
    assert made.progress.get().division == cast.works


def test_an_entry_of_the_coordinator_names_no_division_for_there_is_no_lead(cast: Cast, plan: Plan) -> None:
    made = measure(cast, plan)
    assert lead_of(made) is None
    actions.record_progress(
        by=cast.somying, measure=made, on=date(2026, 2, 1), text="แล้ว", status="in_progress", evidence=[]
    )
    assert made.progress.get().division in {None, cast.clerks_office}


def test_a_round_waits_for_every_division(cast: Cast, plan: Plan) -> None:
    made = measure(cast, plan)
    found = round_of(plan)
    rows = completeness(plan, found)
    assert [row.division for row in rows] == [cast.clerks_office, cast.finance, cast.works, cast.education]
    actions.record_progress(
        by=cast.wichai, measure=made, on=date(2026, 2, 1), text="แล้ว", status="in_progress", evidence=[]
    )
    left = {row.division: row.with_progress for row in completeness(plan, found)}
    assert left[cast.works] == 1 and left[cast.finance] == 0


def test_a_named_unit_beside_all_leads(cast: Cast, plan: Plan) -> None:
    made = measure(cast, plan, ("กองคลัง", "ทุกกอง"))
    assert lead_of(made) == cast.finance
    assert len(division_ids(made)) == 4


def test_the_plan_does_not_ask_whose_it_is_and_the_figures_count_it_for_all(cast: Cast, plan: Plan) -> None:
    measure(cast, plan)
    assert plan_view(plan).unknown == ()
    assert len(year_of(plan, date(2026, 4, 20)).states[0].divisions) == 4


def test_the_list_finds_it_under_each_division_and_not_among_the_ownerless(
    cast: Cast, plan: Plan, signed_in: SignIn
) -> None:
    measure(cast, plan)
    browser = signed_in(cast.somying)
    page = browser.get(f"/a/tha-khong/2569/measures/?division={cast.education.pk}").content.decode()
    assert "ไม่รับของขวัญ" in page
    assert queries.measures_of(plan).count() == 1
