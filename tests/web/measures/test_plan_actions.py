"""A plan is made once a year, filled from an earlier one, approved once, and then changes only with a reason."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.core.access.decision import Refused
from prongsai.core.measures.content import MeasureContent
from prongsai.web.agencies.queries import divisions
from prongsai.web.audit.models import Event
from prongsai.web.measures import actions, queries
from prongsai.web.measures.models import Measure, Plan, Responsible
from prongsai.web.site import clock
from tests.cast import Cast

CONTENTS = [
    MeasureContent(1, 4, "กำกับทรัพย์สิน", ("ทำคู่มือ", "ชี้แจง"), ("กองคลัง", "ทุกกอง"), "ปีงบประมาณ ๒๕๖๘"),
    MeasureContent(2, None, "อบรมจริยธรรม", ("จัดอบรม",), ("สำนักปลัดฯ",), "ตลอดปีงบประมาณ"),
]


@pytest.fixture(autouse=True)
def _october(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2025, 10, 20))


@pytest.fixture
def last_year(cast: Cast) -> Plan:
    plan = actions.create_plan(by=cast.somying, agency=cast.agency, fiscal_year=2568)
    actions.add_measures(by=cast.somying, plan=plan, contents=CONTENTS)
    return plan


@pytest.fixture
def plan(cast: Cast) -> Plan:
    return actions.create_plan(by=cast.somying, agency=cast.agency, fiscal_year=2569)


def _kinds(cast: Cast) -> list[str]:
    return list(Event.objects.of(cast.agency).order_by("id").values_list("kind", flat=True))


def test_it_makes_a_draft_and_tells_the_history(cast: Cast, plan: Plan) -> None:
    assert queries.plan_of(cast.agency, 2569) == plan
    assert (plan.state, _kinds(cast)) == ("draft", ["plan_created"])


def test_a_year_has_one_plan(cast: Cast, plan: Plan) -> None:
    with pytest.raises(Refused, match="มีแผนอยู่แล้ว"):
        actions.create_plan(by=cast.somying, agency=cast.agency, fiscal_year=2569)
    assert actions.create_plan(by=cast.somsak, agency=cast.neighbour, fiscal_year=2569).pk != plan.pk


def test_a_year_in_the_common_era_is_no_year_to_plan_for(cast: Cast) -> None:
    with pytest.raises(Refused, match="2571"):
        actions.create_plan(by=cast.somying, agency=cast.agency, fiscal_year=2026)


def test_measures_get_their_dates_steps_and_divisions(cast: Cast, last_year: Plan) -> None:
    first, second = queries.measures_in(last_year)
    assert (first.starts_on, first.ends_on) == (date(2024, 10, 1), date(2025, 9, 30))
    assert [one.division for one in first.responsibles.all()] == [cast.finance, None]
    assert [one.division for one in second.responsibles.all()] == [cast.clerks_office]
    assert [queries.content_of(one) for one in (first, second)] == CONTENTS


def test_a_measure_without_title_keeps_all_of_them_out(cast: Cast, plan: Plan) -> None:
    with pytest.raises(Refused, match="ชื่อมาตรการ"):
        actions.add_measures(by=cast.somying, plan=plan, contents=[CONTENTS[0], MeasureContent(title=" ")])
    assert not Measure.objects.of(cast.agency).filter(plan=plan).exists()


def test_carrying_over_copies_measures_into_the_new_year(cast: Cast, last_year: Plan, plan: Plan) -> None:
    made = actions.carry_over(by=cast.somying, plan=plan, source=last_year)
    first = queries.measures_in(plan)[0]
    assert [one.title for one in made] == ["กำกับทรัพย์สิน", "อบรมจริยธรรม"]
    assert (first.period, first.starts_on, first.status) == ("ปีงบประมาณ พ.ศ. ๒๕๖๙", date(2025, 10, 1), "not_started")
    assert first.carried_from == queries.measures_in(last_year)[0]
    assert _kinds(cast)[-1] == "plan_carried_over"


def test_only_what_was_chosen_is_carried_and_nothing_twice(cast: Cast, last_year: Plan, plan: Plan) -> None:
    first, second = queries.measures_in(last_year)
    actions.carry_over(by=cast.somying, plan=plan, source=last_year, measure_ids=[second.pk])
    assert [one.carried_from_id for one in queries.measures_in(plan)] == [second.pk]
    actions.carry_over(by=cast.somying, plan=plan, source=last_year)
    assert [one.carried_from_id for one in queries.measures_in(plan)] == [second.pk, first.pk]
    assert [one.number for one in queries.measures_in(plan)] == [1, 2]


def test_a_division_that_was_chosen_last_year_is_chosen_again(cast: Cast, last_year: Plan, plan: Plan) -> None:
    assert actions.choose_division(by=cast.somying, plan=last_year, text="ทุกกอง", division=cast.works) == 1
    actions.carry_over(by=cast.somying, plan=plan, source=last_year)
    rows = Responsible.objects.of(cast.agency).filter(measure__plan=plan, text="ทุกกอง")
    assert [row.division for row in rows] == [cast.works]


def test_nothing_comes_from_another_agency_or_a_later_year(cast: Cast, last_year: Plan, plan: Plan) -> None:
    theirs = actions.create_plan(by=cast.somsak, agency=cast.neighbour, fiscal_year=2568)
    for target, source in ((plan, theirs), (last_year, plan)):
        with pytest.raises(Refused, match="ปีก่อน"):
            actions.carry_over(by=cast.somying, plan=target, source=source)


def test_an_empty_plan_is_not_approved(cast: Cast, plan: Plan) -> None:
    with pytest.raises(Refused, match="ยังไม่มีมาตรการ"):
        actions.approve_plan(by=cast.prasert, plan=plan)
    assert plan.state == "draft"


def test_approval_says_who_and_when_and_happens_once(cast: Cast, last_year: Plan) -> None:
    actions.approve_plan(by=cast.prasert, plan=last_year)
    kept = Plan.objects.of(cast.agency).get(pk=last_year.pk)
    assert (kept.state, kept.approved_by, kept.approved_at is not None) == ("approved", cast.prasert, True)
    with pytest.raises(Refused, match="อนุมัติแล้ว"):
        actions.approve_plan(by=cast.prasert, plan=last_year)
    assert _kinds(cast).count("plan_approved") == 1


def test_an_approved_plan_takes_new_measures_only_with_a_reason(cast: Cast, last_year: Plan) -> None:
    actions.approve_plan(by=cast.prasert, plan=last_year)
    with pytest.raises(Refused, match="เหตุผล"):
        actions.add_measures(by=cast.somying, plan=last_year, contents=[MeasureContent(title="ใหม่")])
    actions.add_measures(by=cast.somying, plan=last_year, contents=[MeasureContent(title="ใหม่")], reason="สั่งการ")
    event = Event.objects.of(cast.agency).filter(kind="measure_added").order_by("-id")[0]
    assert (event.subject, event.reason) == ("ใหม่", "สั่งการ")


def test_a_closed_plan_stays_as_it_is(cast: Cast, last_year: Plan) -> None:
    with pytest.raises(Refused):
        actions.close_plan(by=cast.somying, plan=last_year)
    actions.approve_plan(by=cast.prasert, plan=last_year)
    actions.close_plan(by=cast.somying, plan=last_year)
    with pytest.raises(Refused, match="ปิดแล้ว"):
        actions.add_measures(by=cast.somying, plan=last_year, contents=CONTENTS, reason="เหตุผล")
    with pytest.raises(Refused, match="ปิดแล้ว"):
        actions.choose_division(by=cast.somying, plan=last_year, text="ทุกกอง", division=cast.works)


def test_a_division_of_another_agency_is_not_chosen(cast: Cast, last_year: Plan) -> None:
    other = divisions(cast.neighbour)[0]
    with pytest.raises(Refused, match="ไม่พบส่วนราชการ"):
        actions.choose_division(by=cast.somying, plan=last_year, text="ทุกกอง", division=other)
