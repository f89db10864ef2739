"""A division's sheet is sent out as Excel, filled in, looked at and taken in."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from urllib.parse import unquote

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from prongsai.documents.readers import read
from prongsai.web.accounts.models import Person
from prongsai.web.audit.models import Event
from prongsai.web.evidence import actions as evidence
from prongsai.web.measures import actions
from prongsai.web.measures.models import Measure, Plan, Progress, Round
from tests.cast import Cast
from tests.factories.year import measure_of
from tests.web.measures.conftest import TODAY
from tests.web.measures.division_sheets import accepted, cells, file_of, filled, sent_back, url

SignIn = Callable[[Person], Client]

pytestmark = pytest.mark.usefixtures("april")


def entries(cast: Cast) -> list[str]:
    return list(Progress.objects.of(cast.agency).filter(replaced_by=None).order_by("id").values_list("text", flat=True))


def with_evidence(cast: Cast, measure: Measure, text: str = "ประชุมแล้ว", status: str = "in_progress") -> Progress:
    add = evidence.add_link
    piece = add(by=cast.somying, agency=cast.agency, url="https://a.go.th", title="", fiscal_year=2569)
    return actions.record_progress(
        by=cast.wichai, measure=measure, on=TODAY, text=text, status=status, evidence=[piece]
    )


def test_the_whole_story(cast: Cast, measure: Measure, yearly: Round, signed_in: SignIn) -> None:
    second = measure_of(measure.plan, cast.works, cast.finance, title="จัดทำทะเบียนคุมการยืมพัสดุ")
    coordinator = signed_in(cast.somying)
    sheet = cells(coordinator, yearly, cast.works)
    back = filled(
        sheet,
        m1={"status": "อยู่ระหว่างดำเนินการ", "result": "๑. สำรวจขั้นตอน\n๒. ปิดประกาศ", "outcome": "ลดเวลา ๕ วัน"},
        m2={"suggestion": "ควรมีแบบฟอร์มกลาง"},
    )
    page = sent_back(coordinator, yearly, file_of(back))
    assert page.status_code == 200
    assert not entries(cast)  # looking saves nothing
    answer = accepted(coordinator, page, yearly)
    assert answer["Location"] == f"/a/tha-khong/2569/rounds/{yearly.pk}/"
    measure.refresh_from_db()
    second.refresh_from_db()
    assert entries(cast) == ["สำรวจขั้นตอน", "ปิดประกาศ"]
    assert (measure.status, measure.outcome, second.suggestion) == ("in_progress", ["ลดเวลา ๕ วัน"], "ควรมีแบบฟอร์มกลาง")
    entry = Progress.objects.of(cast.agency).first()
    assert entry and (entry.by, entry.division, entry.through) == (cast.somying, cast.works, "ไฟล์ Excel กองช่าง.xlsx")
    assert entry.on.isoformat() == "2026-04-15"
    kinds = Event.objects.of(cast.agency).values_list("kind", flat=True)
    assert {"progress_recorded", "measure_status_changed", "measure_changed"} <= set(kinds)


def test_all_divisions_come_in_one_archive_by_their_thai_names(
    cast: Cast, measure: Measure, yearly: Round, signed_in: SignIn
) -> None:
    measure_of(measure.plan, cast.finance)
    answer = signed_in(cast.somying).get(url(yearly, "all/"))
    assert "แบบรายงานผล-2569.zip" in unquote(answer["Content-Disposition"])
    with zipfile.ZipFile(BytesIO(answer.content)) as archive:
        assert sorted(archive.namelist()) == ["กองคลัง.xlsx", "กองช่าง.xlsx"]
        reading = read(archive.read("กองช่าง.xlsx"), "กองช่าง.xlsx").reading
    assert (reading.agency, [one.title for one in reading.measures]) == (cast.agency.name, [measure.title])


def test_the_pages_lead_to_the_forms(cast: Cast, measure: Measure, yearly: Round, signed_in: SignIn) -> None:
    page = signed_in(cast.somying).get(f"/a/tha-khong/2569/rounds/{yearly.pk}/").content.decode()
    assert "ส่งแบบกรอกเป็น Excel" in page and "รับแบบที่กรอกแล้ว" in page
    assert url(yearly, f"{cast.works.pk}/") in page
    mine = signed_in(cast.wichai).get("/a/tha-khong/2569/my-work/").content.decode()
    assert url(yearly, f"{cast.works.pk}/") in mine and url(yearly, "all/") not in mine
    assert url(yearly) not in signed_in(cast.prasert).get(f"/a/tha-khong/2569/rounds/{yearly.pk}/").content.decode()


def test_what_is_as_it_was_is_left_out(cast: Cast, measure: Measure, yearly: Round, signed_in: SignIn) -> None:
    with_evidence(cast, measure)
    client = signed_in(cast.somying)
    page = sent_back(client, yearly, file_of(cells(client, yearly, cast.works)))
    assert "ไม่มีรายการที่จะรับ" in page.content.decode()
    assert page.context["examined"].proposals == ()


def test_a_result_that_was_mended_is_a_correction_and_a_line_below_is_new(
    cast: Cast, measure: Measure, yearly: Round, signed_in: SignIn
) -> None:
    first = with_evidence(cast, measure, "ประชุมทบทวนขั้นตอนแล้ว")
    client = signed_in(cast.wichai)
    back = filled(cells(client, yearly, cast.works), m1={"result": "๑. ประชุมทบทวนขั้นตอนแล้ว ๒ ครั้ง\n๒. ปิดประกาศ"})
    page = sent_back(client, yearly, file_of(back))
    (shown,) = page.context["examined"].proposals[0].shown
    assert (shown.old, shown.new) == ("ประชุมทบทวนขั้นตอนแล้ว", "๑. ประชุมทบทวนขั้นตอนแล้ว ๒ ครั้ง\n๒. ปิดประกาศ")
    assert accepted(client, page, yearly).status_code == 302
    corrected = Progress.objects.of(cast.agency).get(replaces=first)
    assert (corrected.text, corrected.on) == ("ประชุมทบทวนขั้นตอนแล้ว ๒ ครั้ง", first.on)
    assert corrected.evidence.count() == 1
    assert entries(cast) == ["ประชุมทบทวนขั้นตอนแล้ว ๒ ครั้ง", "ปิดประกาศ"]


def test_a_result_that_was_deleted_stays(cast: Cast, measure: Measure, yearly: Round, signed_in: SignIn) -> None:
    with_evidence(cast, measure)
    client = signed_in(cast.somying)
    page = sent_back(client, yearly, file_of(filled(cells(client, yearly, cast.works), m1={"result": ""})))
    assert "ลบด้วยแบบนี้ไม่ได้" in page.content.decode()
    assert page.context["examined"].proposals == ()


def test_done_without_evidence_is_offered_as_in_progress(
    cast: Cast, measure: Measure, yearly: Round, signed_in: SignIn
) -> None:
    client = signed_in(cast.wichai)
    back = filled(cells(client, yearly, cast.works), m1={"status": "ดำเนินการแล้ว", "result": "ปิดประกาศแล้ว"})
    page = sent_back(client, yearly, file_of(back))
    assert "ยังไม่มีหลักฐาน" in page.content.decode()
    accepted(client, page, yearly)
    measure.refresh_from_db()
    assert measure.status == "in_progress"


def test_done_with_evidence_is_done_without_a_new_result(
    cast: Cast, measure: Measure, yearly: Round, signed_in: SignIn
) -> None:
    with_evidence(cast, measure, "ปิดประกาศ")
    client = signed_in(cast.wichai)
    page = sent_back(client, yearly, file_of(filled(cells(client, yearly, cast.works), m1={"status": "ดำเนินการแล้ว"})))
    accepted(client, page, yearly)
    measure.refresh_from_db()
    assert (measure.status, entries(cast)) == ("done", ["ปิดประกาศ"])


def test_a_result_beside_not_started_is_in_progress(
    cast: Cast, measure: Measure, yearly: Round, signed_in: SignIn
) -> None:
    client = signed_in(cast.wichai)
    page = sent_back(client, yearly, file_of(filled(cells(client, yearly, cast.works), m1={"result": "ประชุมแล้ว"})))
    accepted(client, page, yearly)
    measure.refresh_from_db()
    assert measure.status == "in_progress"


def test_what_was_done_is_opened_again_only_with_a_reason(
    cast: Cast, measure: Measure, yearly: Round, signed_in: SignIn
) -> None:
    with_evidence(cast, measure, status="done")
    client = signed_in(cast.wichai)
    back = filled(cells(client, yearly, cast.works), m1={"status": "อยู่ระหว่างดำเนินการ"})
    page = sent_back(client, yearly, file_of(back))
    refused = accepted(client, page, yearly)
    assert refused.status_code == 422 and "เหตุผล" in refused.content.decode()
    assert accepted(client, refused, yearly, reason="ป้ายชำรุด ต้องทำใหม่").status_code == 302
    measure.refresh_from_db()
    assert measure.status == "in_progress"


def test_the_officer_cannot_change_what_belongs_to_the_plan(
    cast: Cast, measure: Measure, yearly: Round, signed_in: SignIn
) -> None:
    client = signed_in(cast.wichai)
    back = filled(cells(client, yearly, cast.works), m1={"result": "ประชุมแล้ว", "outcome": "ลดเวลา"})
    page = sent_back(client, yearly, file_of(back))
    assert "ผู้ประสานงาน ITA เป็นผู้แก้ไข" in page.content.decode()
    accepted(client, page, yearly)
    measure.refresh_from_db()
    assert (measure.outcome, entries(cast)) == ([], ["ประชุมแล้ว"])


def test_sheets_of_two_divisions_are_taken_in_together(
    cast: Cast, measure: Measure, yearly: Round, signed_in: SignIn
) -> None:
    measure_of(measure.plan, cast.finance)
    client = signed_in(cast.somying)
    works = filled(cells(client, yearly, cast.works), m1={"result": "ของกองช่าง"})
    finance = filled(cells(client, yearly, cast.finance), m1={"result": "ของกองคลัง"})
    page = sent_back(client, yearly, file_of(works), file_of(finance, name="กองคลัง.xlsx"))
    accepted(client, page, yearly)
    assert entries(cast) == ["ของกองช่าง", "ของกองคลัง"]


def test_divisions_that_disagree_on_a_shared_measure_are_not_both_taken(
    cast: Cast, plan: Plan, yearly: Round, signed_in: SignIn
) -> None:
    shared = measure_of(plan, cast.works, cast.finance)
    client = signed_in(cast.somying)
    works = filled(cells(client, yearly, cast.works), m1={"outcome": "ลดเวลา"})
    finance = filled(cells(client, yearly, cast.finance), m1={"outcome": "ลดค่าใช้จ่าย"})
    page = sent_back(client, yearly, file_of(works), file_of(finance, name="กองคลัง.xlsx"))
    assert page.context["ticked"] == []
    both = [one.key for one in page.context["examined"].proposals]
    assert accepted(client, page, yearly, take=both).status_code == 422
    assert accepted(client, page, yearly, take=both[:1]).status_code == 302
    shared.refresh_from_db()
    assert shared.outcome == ["ลดเวลา"]


def test_pages_cost_few_queries_whatever_the_data(
    cast: Cast, plan: Plan, yearly: Round, signed_in: SignIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    everywhere = (cast.works, cast.finance, cast.education, cast.clerks_office)
    for _ in range(6):
        measure_of(plan, *everywhere)
    client = signed_in(cast.somying)
    with django_assert_max_num_queries(12):
        client.get(url(yearly, "all/"))
    files = [
        file_of(filled(cells(client, yearly, one), m1={"result": one.name}), name=f"{one}.xlsx") for one in everywhere
    ]
    with django_assert_max_num_queries(12):
        page = sent_back(client, yearly, *files)
    assert len(page.context["examined"].proposals) == 4
