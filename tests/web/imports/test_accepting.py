"""Accepting an import into a plan: all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from prongsai.core.access.decision import Refused
from prongsai.core.reports.reading import Status
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Division
from prongsai.web.assessments import queries as results
from prongsai.web.audit.models import Event
from prongsai.web.disclosures import queries as disclosures
from prongsai.web.imports import actions
from prongsai.web.imports.actions import accepting
from prongsai.web.imports.models import ReportImport
from prongsai.web.measures import actions as measures
from prongsai.web.measures import queries as plans
from prongsai.web.measures.models import Measure, Plan, Progress, Responsible
from prongsai.web.site import clock
from tests.cast import Cast
from tests.web.imports.conftest import bring

SignedIn = Callable[[Person], Client]


@pytest.fixture(autouse=True)
def _in_november_2569(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 20))


def _nothing_made(cast: Cast) -> bool:
    return not any(
        model.objects.of(cast.agency).exists() for model in (Plan, Measure, Progress, Responsible)
    ) and not results.years_of(cast.agency)


def test_last_years_report_becomes_its_closed_plan_with_results(cast: Cast, brought: ReportImport) -> None:
    made = actions.accept(by=cast.somying, report_import=brought)
    plan = plans.plan_of(cast.agency, 2566)
    assert plan is not None
    assert (plan.state, plan.approved_by, made.plan_id) == ("closed", cast.somying, plan.pk)
    first, second = Measure.objects.of(cast.agency).order_by("order")
    assert (first.title, first.status, second.status) == ("จัดทำคู่มือบริการ", Status.DONE, Status.NOT_STARTED)
    assert [step.text for step in first.steps.all()] == ["สำรวจงาน", "จัดทำคู่มือ"]
    assert first.responsibles.get().division == cast.works
    entries = Progress.objects.of(cast.agency).order_by("pk")
    assert [(one.text, one.status, one.on) for one in entries] == [
        ("สำรวจแล้ว", Status.IN_PROGRESS, date(2023, 9, 30)),
        ("จัดทำคู่มือแล้ว ๕ เรื่อง", Status.DONE, date(2023, 9, 30)),
    ]
    assert entries[0].through == "นำเข้าจาก รายงาน.txt"
    assert Event.objects.of(cast.agency).get(kind="import_accepted").after["measures"] == 2


def test_disclosures_and_scores_come_along(cast: Cast, brought: ReportImport) -> None:
    actions.accept(by=cast.somying, report_import=brought)
    read = disclosures.as_read(cast.agency, 2566)
    assert [(row.code, row.status) for row in read] == [("O1", Status.DONE), ("O2", Status.NOT_STARTED)]
    assert read[0].progress == ("เผยแพร่แล้ว",)
    scores = results.as_read(cast.agency, 2566)
    assert scores is not None
    assert scores.total == 92.88


def test_a_result_that_is_there_stays(cast: Cast, brought: ReportImport) -> None:
    actions.accept(by=cast.somying, report_import=brought, scores_year=2565)
    other = bring(cast)
    other.reading["fiscal_year"] = 2567
    other.reading["scores"]["total"] = 10.0
    other.save()
    actions.accept(by=cast.somying, report_import=other, scores_year=2565)
    assert results.as_read(cast.agency, 2566) is None
    kept = results.as_read(cast.agency, 2565)
    assert kept is not None
    assert kept.total == 92.88


def test_into_this_year_only_the_measures_come_with_their_periods_moved(cast: Cast, brought: ReportImport) -> None:
    actions.accept(by=cast.somying, report_import=brought, fiscal_year=2570)
    plan = plans.plan_of(cast.agency, 2570)
    assert plan is not None
    assert plan.state == "draft"
    measure = Measure.objects.of(cast.agency).order_by("order")[0]
    assert (measure.status, measure.starts_on) == (Status.NOT_STARTED, date(2027, 2, 1))
    assert not Progress.objects.of(cast.agency).exists()
    assert disclosures.as_read(cast.agency, 2570) == ()


def test_this_years_own_report_becomes_a_draft_with_what_was_done(cast: Cast) -> None:
    made = bring(cast)
    made.reading["fiscal_year"] = 2570
    made.save()
    actions.accept(by=cast.somying, report_import=made)
    plan = plans.plan_of(cast.agency, 2570)
    assert plan is not None
    assert plan.state == "draft"
    assert {one.on for one in Progress.objects.of(cast.agency)} == {date(2026, 11, 20)}


def test_a_unit_becomes_what_was_chosen(cast: Cast, brought: ReportImport) -> None:
    actions.accept(by=cast.somying, report_import=brought, units={"งานการเจ้าหน้าที่": str(cast.clerks_office.pk)})
    assert Responsible.objects.of(cast.agency).get(text="งานการเจ้าหน้าที่").division == cast.clerks_office


def test_a_unit_becomes_a_new_division(cast: Cast, brought: ReportImport) -> None:
    actions.accept(by=cast.somying, report_import=brought, units={"งานการเจ้าหน้าที่": "new"})
    division = Division.objects.of(cast.agency).get(name="งานการเจ้าหน้าที่")
    assert Responsible.objects.of(cast.agency).get(text="งานการเจ้าหน้าที่").division == division


def test_a_division_of_another_agency_is_refused(cast: Cast, brought: ReportImport) -> None:
    theirs = Division.objects.of(cast.neighbour).get()
    with pytest.raises(Refused, match="ไม่พบส่วนราชการ"):
        actions.accept(by=cast.somying, report_import=brought, units={"งานการเจ้าหน้าที่": str(theirs.pk)})
    assert _nothing_made(cast)


def test_it_is_accepted_only_once(cast: Cast, brought: ReportImport) -> None:
    actions.accept(by=cast.somying, report_import=brought)
    with pytest.raises(Refused, match="รับเข้าแผนแล้ว"):
        actions.accept(by=cast.somying, report_import=brought, fiscal_year=2570)
    assert Plan.objects.of(cast.agency).count() == 1


def test_a_year_with_a_plan_in_use_is_refused_and_an_empty_draft_is_filled(cast: Cast, brought: ReportImport) -> None:
    empty = measures.create_plan(by=cast.somying, agency=cast.agency, fiscal_year=2570)
    actions.accept(by=cast.somying, report_import=brought, fiscal_year=2570)
    assert Measure.objects.of(cast.agency).filter(plan=empty).count() == 2
    with pytest.raises(Refused, match="มีแผนอยู่แล้ว"):
        actions.accept(by=cast.somying, report_import=bring(cast), fiscal_year=2570)


def test_a_measure_without_a_title_must_be_put_right_first(cast: Cast, brought: ReportImport) -> None:
    actions.correct(by=cast.somying, report_import=brought, values={"measures[1].title": ""}, version=1)
    with pytest.raises(Refused, match="ลำดับที่ 2"):
        actions.accept(by=cast.somying, report_import=brought)
    assert _nothing_made(cast)


def test_without_any_year_one_must_be_named(cast: Cast) -> None:
    made = bring(cast)
    made.reading["fiscal_year"] = None
    made.save()
    with pytest.raises(Refused, match="ไม่พบปีงบประมาณ"):
        actions.accept(by=cast.somying, report_import=made)
    actions.accept(by=cast.somying, report_import=made, fiscal_year=2569)
    assert plans.plan_of(cast.agency, 2569) is not None


@pytest.mark.parametrize("late", ["_make_disclosures", "_make_result", "record"])
def test_what_fails_late_leaves_nothing(
    cast: Cast, brought: ReportImport, monkeypatch: pytest.MonkeyPatch, late: str
) -> None:
    def failing(*_: Any, **__: Any) -> None:
        raise RuntimeError("the power went out")

    monkeypatch.setattr(accepting, late, failing)
    with pytest.raises(RuntimeError):
        actions.accept(by=cast.somying, report_import=brought, units={"งานการเจ้าหน้าที่": "new"})
    brought.refresh_from_db()
    assert brought.state == "read"
    assert _nothing_made(cast)
    assert not Division.objects.of(cast.agency).filter(name="งานการเจ้าหน้าที่").exists()


def _url(made: ReportImport, slug: str = "tha-khong") -> str:
    return reverse("imports:accept", args=[slug, made.pk])


def test_the_page_offers_the_years_and_the_units(
    cast: Cast, brought: ReportImport, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    client = signed_in(cast.somying)
    with django_assert_max_num_queries(12):
        page = client.get(_url(brought)).content.decode()
    assert 'value="2566"' in page
    assert 'value="2570"' in page
    assert "งานการเจ้าหน้าที่" in page
    assert "ยังไม่ได้ตรวจ 2 จุด" in page


def test_accepting_on_the_page_goes_on_to_the_next_step(cast: Cast, brought: ReportImport, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    answer = client.post(
        _url(brought), {"fiscal_year": "2566", "scores_year": "2566", "unit_0": str(cast.finance.pk)}, follow=True
    )
    assert reverse("measures:plan", args=["tha-khong", 2570]) in answer.content.decode().split('id="became"')[1]
    assert Responsible.objects.of(cast.agency).get(text="งานการเจ้าหน้าที่").division == cast.finance
    into_this_year = {"fiscal_year": "2570", "scores_year": "2566"}
    answer = client.post(_url(bring(cast)), into_this_year)
    assert answer.headers["Location"] == reverse("measures:plan", args=["tha-khong", 2570])


@pytest.mark.parametrize("sent", [{}, {"fiscal_year": "2400"}, {"fiscal_year": "2566", "unit_0": "999999"}])
def test_a_bad_choice_is_told_and_nothing_is_made(
    cast: Cast, brought: ReportImport, signed_in: SignedIn, sent: dict[str, str]
) -> None:
    answer = signed_in(cast.somying).post(_url(brought), {"scores_year": "2566", **sent})
    assert answer.status_code == 422
    assert _nothing_made(cast)


def test_accepting_twice_on_the_page_is_told(cast: Cast, brought: ReportImport, signed_in: SignedIn) -> None:
    sent = {"fiscal_year": "2566", "scores_year": "2566"}
    signed_in(cast.somying).post(_url(brought), sent)
    answer = signed_in(cast.somying).post(_url(brought), sent)
    assert answer.status_code == 422
    assert "รับเข้าแผนแล้ว" in answer.content.decode()


def test_accepting_is_for_those_who_may(cast: Cast, brought: ReportImport, signed_in: SignedIn) -> None:
    sent = {"fiscal_year": "2566", "scores_year": "2566"}
    assert Client().post(_url(brought), sent).status_code == 302
    assert signed_in(cast.somsak).post(_url(brought), sent).status_code == 404
    assert signed_in(cast.somsak).post(_url(brought, "nong-saeng"), sent).status_code == 404
    assert signed_in(cast.wichai).post(_url(brought), sent).status_code == 403
    assert _nothing_made(cast)


def test_the_page_warns_of_another_agencys_report(cast: Cast, brought: ReportImport, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    assert "รายงานนี้ระบุชื่อ" not in client.get(_url(brought)).content.decode()
    other = bring(cast, reading={**brought.reading, "agency": "เทศบาลตำบลอื่น"})
    told = client.get(_url(other)).content.decode()
    assert f"รายงานนี้ระบุชื่อ “เทศบาลตำบลอื่น” ไม่ใช่ “{cast.agency.name}”" in told


def test_an_agency_without_divisions_is_offered_those_of_the_report(cast: Cast, signed_in: SignedIn) -> None:
    Division.objects.of(cast.neighbour).delete()
    theirs = bring(cast, agency=cast.neighbour, by=cast.somsak)
    form = signed_in(cast.somsak).get(reverse("imports:accept", args=["nong-saeng", theirs.pk])).context["form"]
    offered = {unit: form.initial.get(f"unit_{at}", "") for at, unit in enumerate(form.units)}
    assert offered == {unit: "new" if unit.startswith(("สำนัก", "กอง")) else "" for unit in form.units}
    assert {"new", ""} == set(offered.values())
