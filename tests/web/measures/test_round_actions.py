"""Opening and locking rounds, and letting a division in."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.core.access.decision import Refused
from prongsai.web.agencies.models import Division
from prongsai.web.audit.models import Event
from prongsai.web.measures import actions
from prongsai.web.measures.models import Plan, Round, RoundException
from prongsai.web.site import clock
from tests.cast import Cast
from tests.factories.year import plan_of, round_of

TODAY = date(2026, 4, 20)
DUE = date(2026, 3, 31)


@pytest.fixture(autouse=True)
def _april(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def _kinds(cast: Cast) -> list[str]:
    return [event.kind for event in Event.objects.of(cast.agency).order_by("id")]


def test_it_opens_a_round_and_says_so(cast: Cast) -> None:
    made = actions.open_round(by=cast.somying, plan=plan_of(cast.agency), kind="six_months", due_on=DUE)
    assert (made.kind, made.due_on, made.locked_at) == ("six_months", DUE, None)
    assert _kinds(cast) == ["round_opened"]


def test_it_opens_one_round_of_a_kind(cast: Cast) -> None:
    plan = plan_of(cast.agency)
    actions.open_round(by=cast.somying, plan=plan, kind="six_months", due_on=DUE)
    with pytest.raises(Refused, match="เปิดไว้แล้ว"):
        actions.open_round(by=cast.somying, plan=plan, kind="six_months", due_on=DUE)
    actions.open_round(by=cast.somying, plan=plan, kind="yearly", due_on=date(2026, 9, 30))
    assert Round.objects.of(cast.agency).count() == 2


def test_it_opens_none_that_is_due_out_of_reach_or_in_a_closed_plan(cast: Cast) -> None:
    plan = plan_of(cast.agency)
    with pytest.raises(Refused, match="วันครบกำหนด"):
        actions.open_round(by=cast.somying, plan=plan, kind="six_months", due_on=date(2025, 3, 31))
    with pytest.raises(Refused, match="ปิดแล้ว"):
        actions.open_round(by=cast.somying, plan=plan_of(cast.agency, 2568, "closed"), kind="yearly", due_on=DUE)
    assert not Round.objects.of(cast.agency).exists()


def test_a_lock_happens_once(cast: Cast) -> None:
    made = round_of(plan_of(cast.agency))
    actions.lock_round(by=cast.somying, round=made)
    moment = Round.objects.of(cast.agency).get().locked_at
    actions.lock_round(by=cast.somying, round=made)
    assert Round.objects.of(cast.agency).get().locked_at == moment
    assert _kinds(cast) == ["round_locked"]


def test_it_lets_a_division_in_and_a_second_leave_takes_the_place_of_the_first(cast: Cast) -> None:
    made = round_of(plan_of(cast.agency), locked=True)
    for until in (date(2026, 4, 25), date(2026, 4, 30)):
        actions.allow_after_lock(by=cast.somying, round=made, division=cast.works, until=until, reason="น้ำท่วม")
    assert RoundException.objects.of(cast.agency).get().until == date(2026, 4, 30)
    last = Event.objects.of(cast.agency).first()
    assert last is not None
    assert (last.kind, last.before, last.reason) == ("round_exception", {"until": "2026-04-25"}, "น้ำท่วม")


def test_it_lets_no_division_in_without_a_lock_or_of_another_agency(cast: Cast) -> None:
    made = round_of(plan_of(cast.agency))
    with pytest.raises(Refused, match="ยังไม่ปิด"):
        actions.allow_after_lock(by=cast.somying, round=made, division=cast.works, until=TODAY, reason="น้ำท่วม")
    actions.lock_round(by=cast.somying, round=made)
    theirs = Division.objects.of(cast.neighbour).get()
    with pytest.raises(Refused, match="ไม่พบ"):
        actions.allow_after_lock(by=cast.somying, round=made, division=theirs, until=TODAY, reason="น้ำท่วม")
    assert not RoundException.objects.of(cast.agency).exists()


def test_it_looks_at_round_and_plan_as_they_are_now_not_as_they_were_seen(cast: Cast) -> None:
    plan = plan_of(cast.agency)
    seen, kept = Plan.objects.of(cast.agency).get(), round_of(plan)
    unlocked = Round.objects.of(cast.agency).get()
    actions.lock_round(by=cast.somying, round=kept)
    actions.allow_after_lock(by=cast.somying, round=unlocked, division=cast.works, until=TODAY, reason="น้ำท่วม")
    actions.close_plan(by=cast.somying, plan=plan)
    with pytest.raises(Refused, match="แผนนี้ปิดแล้ว"):
        actions.open_round(by=cast.somying, plan=seen, kind="yearly", due_on=date(2026, 9, 30))
