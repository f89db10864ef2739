"""Undoing an import, as long as nothing stands on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from prongsai.core.access.decision import Refused
from prongsai.core.reports.reading import Scores
from prongsai.web.accounts.models import Person
from prongsai.web.assessments import actions as assessments
from prongsai.web.assessments import queries as results
from prongsai.web.disclosures import actions as disclosure_actions
from prongsai.web.disclosures.models import Disclosure
from prongsai.web.imports import actions
from prongsai.web.imports.models import ReportImport
from prongsai.web.measures import actions as measures
from prongsai.web.measures import queries as plans
from prongsai.web.measures.models import Measure, Plan, Progress
from prongsai.web.site import clock
from tests.cast import Cast

SignedIn = Callable[[Person], Client]


@pytest.fixture(autouse=True)
def _in_november_2569(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 20))


def _accepted(cast: Cast, brought: ReportImport, year: int = 2566) -> ReportImport:
    return actions.accept(by=cast.somying, report_import=brought, fiscal_year=year)


def _plan(cast: Cast, year: int) -> Plan:
    plan = plans.plan_of(cast.agency, year)
    assert plan is not None
    return plan


def _first(cast: Cast) -> Measure:
    return Measure.objects.of(cast.agency).order_by("order")[0]


def test_it_takes_back_everything_and_can_be_accepted_again(cast: Cast, brought: ReportImport) -> None:
    made = actions.undo(by=cast.somying, report_import=_accepted(cast, brought))
    assert made.state == "undone"
    for model in (Plan, Measure, Progress, Disclosure):
        assert not model.objects.of(cast.agency).exists()
    assert results.result_of(cast.agency, 2566) is None
    made = actions.correct(by=cast.somying, report_import=made, values={"title": "ใหม่"}, version=made.version)
    assert _accepted(cast, made).state == "accepted"


def test_what_was_not_accepted_cannot_be_undone(cast: Cast, brought: ReportImport) -> None:
    with pytest.raises(Refused, match="ยังไม่ได้รับเข้าแผน"):
        actions.undo(by=cast.somying, report_import=brought)


def test_an_empty_draft_that_was_there_before_stays(cast: Cast, brought: ReportImport) -> None:
    measures.create_plan(by=cast.somying, agency=cast.agency, fiscal_year=2570)
    actions.undo(by=cast.somying, report_import=_accepted(cast, brought, 2570))
    assert not Measure.objects.of(cast.agency).exists()
    assert _plan(cast, 2570).state == "draft"


def _change(cast: Cast) -> None:
    measure = _first(cast)
    content = plans.content_of(measure)
    measures.change_measure(
        by=cast.somying, measure=measure, content=type(content)(title="เปลี่ยนแล้ว"), version=measure.version
    )


def _progress(cast: Cast) -> None:
    measures.record_progress(
        by=cast.somying, measure=_first(cast), on=date(2026, 11, 1), text="เริ่มแล้ว", status="in_progress"
    )


def _carry(cast: Cast) -> None:
    plan = measures.create_plan(by=cast.somying, agency=cast.agency, fiscal_year=2571)
    measures.carry_over(by=cast.somying, plan=plan, source=_plan(cast, 2570))


def _open(cast: Cast) -> None:
    measures.open_round(by=cast.somying, plan=_plan(cast, 2570), kind="six_months", due_on=date(2027, 4, 15))


BUILT: dict[str, tuple[Callable[[Cast], object], str]] = {
    "an edit": (_change, "แก้ไขแล้ว"),
    "a removal": (lambda cast: measures.remove_measure(by=cast.somying, measure=_first(cast)), "แก้ไขแล้ว"),
    "progress": (_progress, "ผลการดำเนินการ"),
    "a comment": (lambda cast: measures.add_comment(by=cast.malee, measure=_first(cast), text="ดีมาก"), "ความเห็น"),
    "an approval": (lambda cast: measures.approve_plan(by=cast.prasert, plan=_plan(cast, 2570)), "การอนุมัติ"),
    "a carrying over": (_carry, "แผนปีอื่น"),
    "a round": (_open, "รอบรายงาน"),
}


@pytest.mark.parametrize("what", BUILT)
def test_what_stands_on_it_is_named_and_nothing_is_taken(cast: Cast, brought: ReportImport, what: str) -> None:
    build, words = BUILT[what]
    made = _accepted(cast, brought, 2570)
    build(cast)
    before = Measure.objects.of(cast.agency).count()
    with pytest.raises(Refused, match=words):
        actions.undo(by=cast.somying, report_import=made)
    made.refresh_from_db()
    assert made.state == "accepted"
    assert made.plan_id is not None
    assert Measure.objects.of(cast.agency).count() == before


def test_a_changed_item_keeps_everything(cast: Cast, brought: ReportImport) -> None:
    made = _accepted(cast, brought)
    disclosure_actions.change_disclosure(
        by=cast.somying,
        agency=cast.agency,
        fiscal_year=2566,
        code="O1",
        content=disclosure_actions.Content("โครงสร้างใหม่"),
        version=1,
    )
    with pytest.raises(Refused, match="O1"):
        actions.undo(by=cast.somying, report_import=made)
    assert Progress.objects.of(cast.agency).exists()


def test_a_changed_result_keeps_everything(cast: Cast, brought: ReportImport) -> None:
    made = _accepted(cast, brought)
    assessments.record_result(
        by=cast.somying, agency=cast.agency, fiscal_year=2566, scores=Scores({"1": 5.0}, 5.0), source="แก้"
    )
    with pytest.raises(Refused, match="ผลการประเมินปี 2566"):
        actions.undo(by=cast.somying, report_import=made)
    assert Measure.objects.of(cast.agency).exists()


def test_the_page_says_what_is_taken_back_and_does_it(cast: Cast, brought: ReportImport, signed_in: SignedIn) -> None:
    made = _accepted(cast, brought)
    address = reverse("imports:undo", args=["tha-khong", made.pk])
    client = signed_in(cast.somying)
    page = client.get(address).content.decode()
    assert "2 มาตรการ" in page
    assert "ผลการดำเนินการ 2 รายการ" in page
    assert client.post(address).headers["Location"] == reverse("imports:check", args=["tha-khong", made.pk])
    assert not Plan.objects.of(cast.agency).exists()


def test_undoing_is_for_those_who_may(cast: Cast, brought: ReportImport, signed_in: SignedIn) -> None:
    made = _accepted(cast, brought)
    address = reverse("imports:undo", args=["tha-khong", made.pk])
    assert Client().post(address).status_code == 302
    assert signed_in(cast.somsak).post(address).status_code == 404
    assert signed_in(cast.wichai).post(address).status_code == 403
    assert Plan.objects.of(cast.agency).exists()
