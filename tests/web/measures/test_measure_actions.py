"""A measure changes only from what its writer has read, keeps its history, and can be put back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from threading import Barrier, Thread
from time import sleep

import pytest
from django.db import OperationalError, connection

from prongsai.core.access.decision import Refused
from prongsai.core.measures.content import MeasureContent
from prongsai.core.thai.period import Period
from prongsai.web.audit.models import Event
from prongsai.web.measures import actions, queries
from prongsai.web.measures.models import Measure, Plan, Step
from prongsai.web.site import clock
from prongsai.web.site.refusals import Stale
from tests.cast import Cast, assemble

FIRST = MeasureContent(1, 4, "กำกับทรัพย์สิน", ("ทำคู่มือ", "ชี้แจง"), ("กองคลัง",), "ปีงบประมาณ ๒๕๖๙")


@pytest.fixture(autouse=True)
def _october(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2025, 10, 20))


@pytest.fixture
def plan(cast: Cast) -> Plan:
    return actions.create_plan(by=cast.somying, agency=cast.agency, fiscal_year=2569)


@pytest.fixture
def measures(cast: Cast, plan: Plan) -> list[Measure]:
    contents = [
        FIRST,
        MeasureContent(2, None, "อบรม"),
        MeasureContent(None, 5, "ตามตัวชี้วัด"),
        MeasureContent(3, None, "ประกาศ"),
    ]
    return actions.add_measures(by=cast.somying, plan=plan, contents=contents)


def _titles(plan: Plan) -> list[tuple[int | None, str]]:
    return [(one.number, one.title) for one in queries.measures_in(plan)]


def _last(cast: Cast) -> Event:
    return Event.objects.of(cast.agency).order_by("-id")[0]


def test_it_changes_all_that_a_measure_says(cast: Cast, measures: list[Measure]) -> None:
    new = MeasureContent(
        1, 6, "ใหม่", ("ชี้แจง", "ประเมิน"), ("กองช่าง", "กองคลัง"), "ต.ค. ๖๘ - มี.ค. ๖๙", ("ติดตาม",), ("ผล",), "เสนอ"
    )
    kept = actions.change_measure(by=cast.somying, measure=measures[0], content=new, version=1)
    assert queries.content_of(kept) == new
    assert (kept.version, kept.ends_on) == (2, date(2026, 3, 31))
    assert [one.division for one in kept.responsibles.all()] == [cast.works, cast.finance]
    assert "ประเมิน" in kept.search_text


def test_the_history_holds_only_what_changed(cast: Cast, measures: list[Measure]) -> None:
    actions.change_measure(by=cast.somying, measure=measures[0], content=replace(FIRST, title="ใหม่"), version=1)
    event = _last(cast)
    assert (event.kind, event.before, event.after) == ("measure_changed", {"title": "กำกับทรัพย์สิน"}, {"title": "ใหม่"})


def test_what_did_not_change_is_no_write(cast: Cast, measures: list[Measure]) -> None:
    before = Event.objects.of(cast.agency).count()
    assert actions.change_measure(by=cast.somying, measure=measures[0], content=FIRST, version=1).version == 1
    assert Event.objects.of(cast.agency).count() == before


def test_the_second_of_two_writers_is_told_and_changes_nothing(cast: Cast, measures: list[Measure]) -> None:
    actions.change_measure(by=cast.somying, measure=measures[0], content=replace(FIRST, title="ของคนแรก"), version=1)
    with pytest.raises(Stale):
        actions.change_measure(by=cast.malee, measure=measures[0], content=replace(FIRST, title="ของคนที่สอง"), version=1)
    assert Measure.objects.of(cast.agency).get(pk=measures[0].pk).title == "ของคนแรก"
    assert _last(cast).by == cast.somying


def test_a_step_that_stays_keeps_the_progress_that_names_it(cast: Cast, measures: list[Measure]) -> None:
    explain = Step.objects.of(cast.agency).get(measure=measures[0], text="ชี้แจง")
    changed = replace(FIRST, steps=("ประชุม", "ชี้แจง", "ประชุม"))
    actions.change_measure(by=cast.somying, measure=measures[0], content=changed, version=1)
    rows = Step.objects.of(cast.agency).filter(measure=measures[0])
    assert [row.text for row in rows] == ["ประชุม", "ชี้แจง", "ประชุม"]
    assert rows[1].pk == explain.pk


def test_a_chosen_division_stays_with_its_text(cast: Cast, plan: Plan, measures: list[Measure]) -> None:
    content = replace(FIRST, responsible=("คณะทำงาน",))
    actions.change_measure(by=cast.somying, measure=measures[0], content=content, version=1)
    actions.choose_division(by=cast.somying, plan=plan, text="คณะทำงาน", division=cast.education)
    both = replace(FIRST, responsible=("กองช่าง", "คณะทำงาน"))
    kept = actions.change_measure(by=cast.somying, measure=measures[0], content=both, version=2)
    assert [one.division for one in kept.responsibles.all()] == [cast.works, cast.education]


def test_after_approval_title_owners_and_period_need_a_reason(cast: Cast, plan: Plan, measures: list[Measure]) -> None:
    actions.approve_plan(by=cast.prasert, plan=plan)
    steps = replace(FIRST, steps=("อื่น",))
    assert actions.change_measure(by=cast.somying, measure=measures[0], content=steps, version=1).version == 2
    assert _last(cast).kind == "measure_changed"
    for content in (replace(steps, title="ใหม่"), replace(steps, responsible=()), replace(steps, period="")):
        with pytest.raises(Refused, match="เหตุผล"):
            actions.change_measure(by=cast.somying, measure=measures[0], content=content, version=2)
    new = replace(steps, period="ต.ค. ๖๘ - ธ.ค. ๖๘")
    actions.change_measure(by=cast.somying, measure=measures[0], content=new, version=2, reason="เลื่อนให้เร็วขึ้น")
    assert (_last(cast).kind, _last(cast).reason) == ("measure_amended", "เลื่อนให้เร็วขึ้น")


def test_a_removed_measure_is_out_of_the_plan_and_can_be_put_back(
    cast: Cast, plan: Plan, measures: list[Measure]
) -> None:
    actions.remove_measure(by=cast.somying, measure=measures[1])
    actions.remove_measure(by=cast.somying, measure=measures[1])
    assert _titles(plan) == [(1, "กำกับทรัพย์สิน"), (None, "ตามตัวชี้วัด"), (2, "ประกาศ")]
    assert (_last(cast).kind, _last(cast).subject) == ("measure_removed", "อบรม")
    with pytest.raises(Refused, match="นำออกจากแผนแล้ว"):
        actions.change_measure(by=cast.somying, measure=measures[1], content=replace(FIRST, title="ก"), version=2)
    actions.restore_measure(by=cast.somying, measure=measures[1])
    assert sorted(_titles(plan), key=str) == [(1, "กำกับทรัพย์สิน"), (2, "อบรม"), (3, "ประกาศ"), (None, "ตามตัวชี้วัด")]


def test_an_approved_plan_keeps_its_numbers_and_asks_why(cast: Cast, plan: Plan, measures: list[Measure]) -> None:
    actions.approve_plan(by=cast.prasert, plan=plan)
    with pytest.raises(Refused, match="เหตุผล"):
        actions.remove_measure(by=cast.somying, measure=measures[0])
    actions.remove_measure(by=cast.somying, measure=measures[0], reason="ซ้ำกับแผนอื่น")
    assert [number for number, _ in _titles(plan)] == [2, None, 3]
    with pytest.raises(Refused, match="ร่าง"):
        actions.move_measure(by=cast.somying, measure=measures[1], way="down")


def test_a_measure_moves_with_its_number(cast: Cast, plan: Plan, measures: list[Measure]) -> None:
    actions.move_measure(by=cast.somying, measure=measures[0], way="up")
    assert _titles(plan)[0] == (1, "กำกับทรัพย์สิน")
    actions.move_measure(by=cast.somying, measure=measures[0], way="down")
    assert _titles(plan)[:2] == [(1, "อบรม"), (2, "กำกับทรัพย์สิน")]
    actions.move_measure(by=cast.somying, measure=measures[3], way="down")
    assert _titles(plan)[3] == (3, "ประกาศ")


def test_a_comment_says_something(cast: Cast, measures: list[Measure]) -> None:
    with pytest.raises(Refused, match="ความเห็น"):
        actions.add_comment(by=cast.malee, measure=measures[0], text=" \n")
    made = actions.add_comment(by=cast.malee, measure=measures[0], text=" ขอภาพเพิ่ม ")
    assert (made.text, made.by, _last(cast).kind) == ("ขอภาพเพิ่ม", cast.malee, "comment_added")


def test_a_report_holds_results_of_its_days_and_the_status_at_their_end(
    cast: Cast, plan: Plan, measures: list[Measure], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 6, 1))
    for day, text in ((date(2026, 1, 5), "หนึ่ง"), (date(2026, 5, 5), "สอง")):
        actions.record_progress(by=cast.somying, measure=measures[0], on=day, text=text, status="in_progress")
    half = queries.as_read(plan, Period(date(2025, 10, 1), date(2026, 3, 31)))
    year = queries.as_read(plan, Period(date(2025, 10, 1), date(2026, 9, 30)))
    early = queries.as_read(plan, Period(date(2025, 10, 1), date(2025, 12, 31)))
    assert [(one[0].status, one[0].result) for one in (early, half, year)] == [
        ("not_started", ()),
        ("in_progress", ("หนึ่ง",)),
        ("in_progress", ("หนึ่ง", "สอง")),
    ]
    assert MeasureContent.from_read(year[0]) == FIRST


@pytest.mark.django_db(transaction=True)
def test_of_two_writers_at_the_same_moment_one_wins_and_one_is_told() -> None:
    cast = assemble()
    plan = actions.create_plan(by=cast.somying, agency=cast.agency, fiscal_year=2569)
    measure = actions.add_measures(by=cast.somying, plan=plan, contents=[FIRST])[0]
    outcomes: list[str] = []
    together = Barrier(2)

    def write(title: str) -> None:
        together.wait()
        try:
            outcomes.append(_kept_title(cast, measure, title))
        finally:
            connection.close()

    threads = [Thread(target=write, args=(title,)) for title in ("หนึ่ง", "สอง")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kept = Measure.objects.of(cast.agency).get(pk=measure.pk)
    assert sorted(outcomes) == sorted(["stale", kept.title])
    assert (kept.version, Event.objects.of(cast.agency).filter(kind="measure_changed").count()) == (2, 1)


def _kept_title(cast: Cast, measure: Measure, title: str) -> str:
    """The title where it was written, else "stale". SQLite in memory does not wait for a lock: the test does."""
    while True:
        try:
            actions.change_measure(by=cast.somying, measure=measure, content=replace(FIRST, title=title), version=1)
        except Stale:
            return "stale"
        except OperationalError as busy:
            if "locked" not in str(busy):
                raise
            sleep(0.01)
        else:
            return title
