"""What the history shows: labels, words for codes, Thai dates, and the way to the thing."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Model
from django.test import Client
from django.utils import translation

from prongsai.core.events.fields import LABELS, label
from prongsai.core.events.vocabulary import EventKind
from prongsai.core.measures.content import MeasureContent
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.queries import seat_of
from prongsai.web.audit.actions import record
from prongsai.web.audit.models import Event
from prongsai.web.audit.places import address_of, has_place
from prongsai.web.audit.shown import Shown, shown
from prongsai.web.evidence import actions as evidence
from prongsai.web.measures import actions as measures
from prongsai.web.operations import demo
from tests.cast import Cast

SignIn = Callable[[Person], Client]
HISTORY = "/a/tha-khong/history/"


def _told(cast: Cast, subject: Model, before: dict[str, Any], after: dict[str, Any]) -> list[Shown]:
    """What is shown of an event with these values."""
    event = record(
        by=cast.somying, agency=cast.agency, kind=EventKind.MEASURE_CHANGED, subject=subject, before=before, after=after
    )
    return shown(event, {cast.works.pk: cast.works.name})


@pytest.fixture
def measure(cast: Cast) -> Any:
    """A measure of a plan of 2569."""
    plan = measures.create_plan(by=cast.somying, agency=cast.agency, fiscal_year=2569)
    content = MeasureContent(1, 9, "เปิดเผยข้อมูล", ("ประชุม", "เผยแพร่"), ("กองช่าง",), "ต.ค. ๖๘", (), (), "")
    return measures.add_measures(by=cast.somying, plan=plan, contents=[content])[0]


@pytest.mark.parametrize(
    ("name", "value", "called", "lines"),
    [
        ("status", "in_progress", "สถานะ", ("อยู่ระหว่างดำเนินการ",)),
        ("on", "2026-11-12", "วันที่ดำเนินการ", ("12 พ.ย. 2569",)),
        ("role", "executive", "หน้าที่ในระบบ", ("นายก (ผู้บริหารสูงสุด)",)),
        ("scan", True, "แนบภาพฉบับที่ลงนาม", ("ใช่",)),
        ("steps", ["ประชุม", "เผยแพร่"], "วิธีดำเนินการ/ขั้นตอน", ("ประชุม", "เผยแพร่")),
        ("indicators", {"1": 92.1, "2": 88.75}, "คะแนนตัวชี้วัด", ("1: 92.1 · 2: 88.75",)),
        ("signatories", [{"name": "นายก", "position": "ข"}, {"name": None}], "ผู้ลงนาม", ("นายก (ข)", "–")),
        ("sha256", "0123456789abcdef" * 4, "รหัสตรวจสอบไฟล์ (SHA-256)", ("0123456789abcdef…",)),
        ("measures[2].title", "ชื่อใหม่", "มาตรการที่ 3 มาตรการ/กิจกรรม", ("ชื่อใหม่",)),
        ("disclosures[0].status", "done", "รายการเปิดเผยข้อมูลที่ 1 สถานะ", ("ดำเนินการแล้ว",)),
        ("scores.indicators.4", 90.5, "คะแนนตัวชี้วัดที่ 4", ("90.5",)),
        ("memo.subject", "รายงาน", "เรื่อง", ("รายงาน",)),
    ],
)
def test_a_value_has_its_official_label_and_words(
    cast: Cast, measure: Any, name: str, value: Any, called: str, lines: tuple[str, ...]
) -> None:
    assert _told(cast, measure, {}, {name: value}) == [Shown(called, None, lines)]


def test_a_division_is_named_and_a_change_has_two_sides(cast: Cast, measure: Any) -> None:
    told = _told(cast, measure, {"division_id": None, "period": ""}, {"division_id": cast.works.pk, "period": ""})
    assert told == [Shown("ส่วนราชการ", ("–",), ("กองช่าง",))]


def test_codes_of_a_model_have_the_words_of_the_model(cast: Cast) -> None:
    assert _told(cast, cast.agency, {}, {"kind": "town_municipality"}) == [
        Shown("ประเภทหน่วยงาน", None, ("เทศบาลเมือง",))
    ]


def test_everything_is_said_in_english_too(cast: Cast, measure: Any) -> None:
    with translation.override("en"):
        assert _told(cast, measure, {"status": "done"}, {"status": "in_progress"}) == [
            Shown("Status", ("Done",), ("In progress",))
        ]
    assert all(one.th and one.en for one in LABELS.values())


def test_numbers_of_rows_stay_away(cast: Cast, measure: Any) -> None:
    assert _told(cast, measure, {}, {"entry": 7, "plan": 1}) == []


def test_a_value_without_a_label_fails_the_tests(cast: Cast) -> None:
    assert label("measures.measure", "no_such_name") is None
    with pytest.raises(AssertionError, match="no_such_name"):
        _told(cast, cast.works, {}, {"no_such_name": 1})


@pytest.fixture
def played(db: None) -> None:
    """The demo, with all that its people did."""
    demo.make_demo()


def test_the_page_shows_no_stored_name_and_no_foreign_date(played: None, signed_in: SignIn) -> None:
    client = signed_in(Person.objects.get(username="somying"))
    for page in range(1, 6):
        rows = client.get(f"{HISTORY}?page={page}").content.decode().split("<tbody>")[1].split("</tbody>")[0]
        words = re.sub(r"<[^>]+>", " ", rows)
        assert not re.search(r"[a-z]+_[a-z]+|\d{4}-\d\d-\d\d|\bNone\b|\[\'", words), page


def test_every_thing_of_the_history_is_a_click_away(played: None, signed_in: SignIn) -> None:
    client = signed_in(Person.objects.get(username="somying"))
    newest = {event.subject_type: event for event in Event.unscoped.filter(agency__slug="tha-khong").order_by("id")}
    assert {"measures.measure", "measures.plan", "imports.reportimport", "disclosures.disclosure"} <= set(newest)
    for event in newest.values():
        answer = client.get(f"{HISTORY}{event.pk}/", follow=True)
        list(answer)  # a file that is read to its end is closed
        assert answer.status_code == 200, event.subject_type


def test_a_removed_measure_leads_to_its_plan(cast: Cast, measure: Any, signed_in: SignIn) -> None:
    measures.remove_measure(by=cast.somying, measure=measure, reason="ซ้ำ")
    event = Event.objects.of(cast.agency).filter(kind="measure_removed").get()
    assert signed_in(cast.somying).get(f"{HISTORY}{event.pk}/")["Location"] == "/a/tha-khong/2569/plan/"


def test_what_is_gone_is_said_to_be_gone(cast: Cast, measure: Any, signed_in: SignIn) -> None:
    event = record(by=None, agency=cast.agency, kind=EventKind.IMPORT_READ, subject=measure)
    measure.responsibles.all().delete()
    measure.steps.all().delete()
    measure.delete()
    answer = signed_in(cast.somying).get(f"{HISTORY}{event.pk}/", follow=True)
    assert "รายการนี้ไม่มีแล้ว" in answer.content.decode()


def test_a_file_opens_and_an_address_has_nothing_to_open(cast: Cast) -> None:
    seat = seat_of(cast.somying, "tha-khong")
    assert seat is not None
    upload = SimpleUploadedFile("a.txt", "หลักฐาน".encode(), content_type="text/plain")
    made = evidence.add_file(by=cast.somying, agency=cast.agency, upload=upload, fiscal_year=2569, title="ก")
    evidence.add_link(by=cast.somying, agency=cast.agency, url="https://example.org/", title="ข", fiscal_year=2569)
    link, file = Event.objects.of(cast.agency).order_by("-id")[:2]
    assert (address_of(seat, file), address_of(seat, link)) == (f"/a/tha-khong/evidence/{made.pk}/original", "")


def test_a_reader_without_the_permission_sees_no_way(cast: Cast) -> None:
    event = Event(subject_type="imports.reportimport", subject_id=1, after={})
    seats = [seat_of(person, "tha-khong") for person in (cast.somying, cast.malee)]
    assert [seat is not None and has_place(seat, event) for seat in seats] == [True, False]


def test_the_history_of_another_agency_is_not_there(cast: Cast, measure: Any, signed_in: SignIn) -> None:
    event = Event.objects.of(cast.agency).first()
    assert event is not None
    assert signed_in(cast.somsak).get(f"/a/nong-saeng/history/{event.pk}/").status_code == 404
    assert signed_in(cast.wichai).get(f"{HISTORY}{event.pk}/").status_code == 403


def test_a_full_page_costs_at_most_twelve_queries(
    played: None, signed_in: SignIn, django_assert_max_num_queries: Any
) -> None:
    client = signed_in(Person.objects.get(username="somying"))
    with django_assert_max_num_queries(12):
        client.get(f"{HISTORY}?page=2")
