"""Recording progress keeps all of it or nothing, once, and only where the rules let it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.storage import default_storage

from prongsai.core.access.decision import Refused
from prongsai.web.audit.models import Event
from prongsai.web.evidence import actions as evidence
from prongsai.web.evidence.models import Evidence
from prongsai.web.measures import actions
from prongsai.web.measures.actions.progress import Attached
from prongsai.web.measures.models import Measure, Plan, Progress
from prongsai.web.site import clock
from tests.cast import Cast
from tests.factories.pictures import upload
from tests.factories.year import measure_of, round_of

TODAY = date(2026, 4, 20)
DAY = date(2026, 2, 8)


@pytest.fixture(autouse=True)
def _april(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def measure(cast: Cast, plan: Plan) -> Measure:
    return measure_of(plan, cast.works, cast.finance)


def _record(cast: Cast, measure: Measure, **values: Any) -> Progress:
    given = {"by": cast.wichai, "on": DAY, "text": "ติดประกาศขั้นตอนแล้ว", "status": "in_progress", **values}
    return actions.record_progress(measure=measure, **given)


def _with_photo(cast: Cast, measure: Measure, **values: Any) -> Progress:
    given = {"by": cast.wichai, "on": DAY, "text": "ติดประกาศขั้นตอนแล้ว", "status": "done", **values}
    given.setdefault("attached", Attached(files=[upload()]))
    return actions.record_with_evidence(measure=measure, **given)


def _kept(cast: Cast) -> tuple[int, int, int]:
    """How many entries, pieces of evidence and files there are."""
    files = default_storage.listdir("evidence")[1] if default_storage.exists("evidence") else []
    return Progress.objects.of(cast.agency).count(), Evidence.objects.of(cast.agency).count(), len(files)


def test_it_keeps_the_entry_and_sets_the_status(cast: Cast, measure: Measure) -> None:
    entry = _record(cast, measure, text="  ติดประกาศแล้ว ")
    assert (entry.text, entry.on, entry.by, entry.division) == ("ติดประกาศแล้ว", DAY, cast.wichai, cast.works)
    assert Measure.objects.of(cast.agency).get(pk=measure.pk).status == measure.status == "in_progress"


def test_it_tells_the_history_what_was_done_and_what_changed(cast: Cast, measure: Measure) -> None:
    _record(cast, measure)
    _record(cast, measure, text="ติดเพิ่มที่ตลาด")
    events = Event.objects.of(cast.agency).order_by("id")
    assert [e.kind for e in events] == ["progress_recorded", "measure_status_changed", "progress_recorded"]
    assert (events[1].before, events[1].after) == ({"status": "not_started"}, {"status": "in_progress"})
    assert {(e.subject_type, e.subject_id) for e in events} == {("measures.measure", measure.pk)}


def test_done_needs_evidence_and_says_so(cast: Cast, measure: Measure) -> None:
    with pytest.raises(Refused, match="หลักฐาน"):
        _record(cast, measure, status="done")
    assert measure.status == "not_started"
    assert _kept(cast) == (0, 0, 0)


def test_a_photo_in_the_same_form_makes_it_done(cast: Cast, measure: Measure) -> None:
    entry = _with_photo(cast, measure)
    piece = entry.evidence.get()
    assert (piece.kind, piece.effective_on, piece.fiscal_year) == ("photo", DAY, 2569)
    assert measure.status == "done"


def test_evidence_of_an_earlier_entry_serves_too(cast: Cast, measure: Measure) -> None:
    _with_photo(cast, measure, status="in_progress")
    assert _record(cast, measure, status="done").status == "done"


def test_evidence_that_was_taken_off_serves_no_more(cast: Cast, measure: Measure) -> None:
    entry = _with_photo(cast, measure, status="in_progress")
    evidence.remove_evidence(by=cast.somying, evidence=entry.evidence.get())
    with pytest.raises(Refused, match="หลักฐาน"):
        _record(cast, measure, status="done")


def test_a_link_and_nothing_to_report_are_evidence(cast: Cast, measure: Measure) -> None:
    attached = Attached(url="https://example.go.th/1", nothing="ไม่มีเรื่องร้องเรียน")
    kinds = _with_photo(cast, measure, attached=attached).evidence.values_list("kind", flat=True)
    assert sorted(kinds) == ["link", "nothing"]


def test_opening_what_was_done_needs_a_reason(cast: Cast, measure: Measure) -> None:
    _with_photo(cast, measure)
    with pytest.raises(Refused, match="เหตุผล"):
        _record(cast, measure)
    _record(cast, measure, reason="ยังขาดภาพของหมู่ ๓")
    event = Event.objects.of(cast.agency).filter(kind="measure_status_changed").first()
    assert event is not None
    assert event.reason == "ยังขาดภาพของหมู่ ๓"


def test_a_form_sent_twice_is_kept_once(cast: Cast, measure: Measure) -> None:
    key = uuid4()
    first, second = _with_photo(cast, measure, key=key), _with_photo(cast, measure, key=key)
    assert first == second == _record(cast, measure, key=key)
    assert _kept(cast) == (1, 1, 3)
    assert Event.objects.of(cast.agency).filter(kind="progress_recorded").count() == 1


def test_the_form_of_another_measure_is_told_not_taken_for_sent(cast: Cast, plan: Plan, measure: Measure) -> None:
    key = uuid4()
    _record(cast, measure, key=key)
    with pytest.raises(Refused, match="มาตรการอื่น"):
        _record(cast, measure_of(plan, cast.works), key=key)


@pytest.mark.parametrize(
    ("files", "values"),
    [
        ([upload(), upload(b"MZ\x90\x00", "x.exe")], {}),
        ([upload()], {"text": " "}),
        ([upload()], {"on": date(2026, 4, 21)}),
    ],
)
def test_a_refusal_keeps_neither_rows_nor_files(cast: Cast, measure: Measure, files: Any, values: Any) -> None:
    with pytest.raises(Refused):
        _with_photo(cast, measure, attached=Attached(files=files), **values)
    assert _kept(cast) == (0, 0, 0)
    assert not Event.objects.of(cast.agency).exists()
    assert Measure.objects.of(cast.agency).get().status == "not_started"


def test_a_correction_takes_the_place_and_the_evidence_of_the_older_entry(cast: Cast, measure: Measure) -> None:
    old = _with_photo(cast, measure)
    new = _record(cast, measure, text="ติดประกาศที่หมู่ ๓", status="done", replaces=old)
    assert list(new.evidence.all()) == list(old.evidence.all())
    assert Progress.objects.of(cast.agency).get(replaced_by=None) == new


def test_an_entry_is_corrected_once(cast: Cast, measure: Measure) -> None:
    old = _record(cast, measure)
    _record(cast, measure, text="แก้แล้ว", replaces=old)
    with pytest.raises(Refused, match="เปลี่ยนไปแล้ว"):
        _record(cast, measure, text="แก้อีก", replaces=old)


def test_an_officer_writes_only_for_the_own_division(cast: Cast, plan: Plan) -> None:
    theirs = measure_of(plan, cast.education)
    with pytest.raises(Refused, match="ส่วนราชการอื่น"):
        _record(cast, theirs)
    assert _record(cast, theirs, by=cast.somying).division == cast.education


@pytest.mark.parametrize("person", ["prasert", "somsak"])
def test_nobody_else_writes(cast: Cast, measure: Measure, person: str) -> None:
    with pytest.raises(Refused):
        _record(cast, measure, by=getattr(cast, person))
    assert _kept(cast) == (0, 0, 0)


def test_a_link_writes_for_a_responsible_division_and_says_through_what(cast: Cast, measure: Measure) -> None:
    entry = _record(cast, measure, by=None, division=cast.finance, through="ลิงก์ของกองคลัง (นายเอ)")
    assert (entry.by, entry.division, entry.through) == (None, cast.finance, "ลิงก์ของกองคลัง (นายเอ)")
    with pytest.raises(Refused, match="ไม่ได้รับผิดชอบ"):
        _record(cast, measure, by=None, division=cast.education, through="ลิงก์ของกองการศึกษา")


def test_a_locked_round_is_open_only_to_a_division_that_was_let_in(cast: Cast, plan: Plan, measure: Measure) -> None:
    locked = round_of(plan, locked=True)
    with pytest.raises(Refused, match="ปิดแล้ว"):
        _record(cast, measure)
    assert _record(cast, measure, on=date(2026, 4, 1)), "the day after the round is open"
    actions.allow_after_lock(by=cast.somying, round=locked, division=cast.works, until=TODAY, reason="น้ำท่วม")
    assert _record(cast, measure)
    with pytest.raises(Refused, match="ปิดแล้ว"):
        _record(cast, measure, by=cast.somying, division=cast.finance)


def test_a_correction_does_not_carry_an_entry_out_of_a_locked_round(cast: Cast, plan: Plan, measure: Measure) -> None:
    old = _record(cast, measure)
    round_of(plan, locked=True)
    with pytest.raises(Refused, match="ปิดแล้ว"):
        _record(cast, measure, on=date(2026, 4, 1), replaces=old)


def test_a_closed_plan_takes_nothing_more(cast: Cast, measure: Measure) -> None:
    Plan.objects.of(cast.agency).update(state="closed")
    with pytest.raises(Refused, match="แผนปิดแล้ว"):
        _record(cast, measure)


def test_evidence_of_another_agency_is_not_taken(cast: Cast, measure: Measure) -> None:
    theirs = evidence.add_link(
        by=cast.somsak, agency=cast.neighbour, url="https://example.go.th", title="", fiscal_year=2569
    )
    with pytest.raises(Refused):
        _record(cast, measure, evidence=[theirs])
