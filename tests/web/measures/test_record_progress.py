"""The page that records progress: from my work to a saved entry with a photo in one form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from prongsai.web.accounts.models import Person
from prongsai.web.evidence.models import Evidence
from prongsai.web.measures import actions
from prongsai.web.measures.models import Measure, Plan, Progress
from tests.cast import Cast
from tests.factories.pictures import upload
from tests.factories.year import measure_of, round_of

SignIn = Callable[[Person], Client]

pytestmark = pytest.mark.usefixtures("april")


@pytest.fixture
def measure(cast: Cast, plan: Plan) -> Measure:
    return measure_of(plan, cast.works)


def _url(measure: Measure, agency: str = "tha-khong", year: int = 2569) -> str:
    return f"/a/{agency}/{year}/measures/{measure.pk}/record/"


def _form(**values: Any) -> dict[str, Any]:
    """What a browser sends."""
    return {"text": "ติดประกาศแล้ว", "on": "8/2/2569", "status": "in_progress", "key": str(uuid4()), **values}


def _entries(cast: Cast) -> list[Progress]:
    return list(Progress.objects.of(cast.agency))


def test_a_stranger_is_asked_to_sign_in(client: Client, measure: Measure) -> None:
    assert client.get(_url(measure))["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_neighbour_finds_nothing(cast: Cast, measure: Measure, signed_in: SignIn, method: str) -> None:
    client = signed_in(cast.somsak)
    for agency in ("tha-khong", "nong-saeng"):
        assert getattr(client, method)(_url(measure, agency)).status_code == 404
    assert not _entries(cast)


def test_a_measure_is_found_only_in_its_year(cast: Cast, measure: Measure, signed_in: SignIn) -> None:
    assert signed_in(cast.wichai).get(_url(measure, year=2568)).status_code == 404


def test_a_role_without_the_permission_is_told(cast: Cast, measure: Measure, signed_in: SignIn) -> None:
    assert signed_in(cast.prasert).post(_url(measure), _form()).status_code == 403
    assert not _entries(cast)


def test_another_division_is_told(cast: Cast, measure: Measure, signed_in: SignIn) -> None:
    response = signed_in(cast.malee).get(_url(measure))
    assert response.status_code == 403
    assert "ส่วนราชการอื่น" in response.content.decode()


def test_the_form_stands_ready_with_today_and_the_next_status(cast: Cast, measure: Measure, signed_in: SignIn) -> None:
    form = signed_in(cast.wichai).get(_url(measure)).context["form"]
    assert form["on"].value() == "20/4/2569"
    assert form["status"].value() == "in_progress"
    assert "reason" not in form.fields


def test_while_a_past_round_collects_the_form_offers_its_last_day(
    cast: Cast, plan: Plan, measure: Measure, signed_in: SignIn
) -> None:
    round_of(plan)
    assert signed_in(cast.wichai).get(_url(measure)).context["form"]["on"].value() == "31/3/2569"


def test_one_form_with_a_photo_makes_it_done_and_leads_on(cast: Cast, measure: Measure, signed_in: SignIn) -> None:
    form = _form(status="done", photos=[upload()], documents=[upload(b"%PDF-1.7", "ประกาศ.pdf")])
    response = signed_in(cast.wichai).post(_url(measure), form)
    assert (response.status_code, response["Location"]) == (302, f"/a/tha-khong/2569/my-work/?saved={measure.pk}")
    (entry,) = _entries(cast)
    assert (entry.text, entry.on, entry.by, entry.status) == ("ติดประกาศแล้ว", date(2026, 2, 8), cast.wichai, "done")
    assert sorted(entry.evidence.values_list("kind", flat=True)) == ["file", "photo"]


@pytest.mark.parametrize("day", ["๘ กุมภาพันธ์ ๒๕๖๙", "8 ก.พ. 69", "2026-02-08", "8/2/2569"])
def test_a_date_is_read_as_people_write_it(cast: Cast, measure: Measure, signed_in: SignIn, day: str) -> None:
    signed_in(cast.wichai).post(_url(measure), _form(on=day))
    assert [entry.on for entry in _entries(cast)] == [date(2026, 2, 8)]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"text": "  "}, "ประโยคสั้น"),
        ({"on": "เมื่อวาน"}, "อ่านวันที่ไม่ได้"),
        ({"on": ""}, "วันที่"),
        ({"on": "21/4/2569"}, "ยังมาไม่ถึง"),
        ({"on": "30/9/2568"}, "ปีงบประมาณ"),
        ({"status": "done"}, "หลักฐาน"),
        ({"status": "finished"}, "สถานะ"),
        ({"url": "javascript:alert(1)"}, "https://"),
        ({"documents": [upload(b"MZ\x90\x00", "x.exe")]}, "ไม่รู้จักชนิด"),
        ({"photos": [upload(b"\xff\xd8\xff", "ภาพ.jpg")]}, "เสียหาย"),
        ({"key": "x"}, "แบบฟอร์มนี้"),
    ],
)
def test_bad_input_is_told_keeps_what_was_typed_and_changes_nothing(
    cast: Cast, measure: Measure, signed_in: SignIn, values: dict[str, Any], words: str
) -> None:
    response = signed_in(cast.wichai).post(_url(measure), _form(**{"text": "พิมพ์ไว้ยาวมาก", **values}))
    page = response.content.decode()
    assert response.status_code == 422
    assert words in page
    assert "text" in values or "พิมพ์ไว้ยาวมาก" in page
    assert not _entries(cast)
    assert not Evidence.objects.of(cast.agency).exists()


def test_it_asks_for_refused_files_once_more(cast: Cast, measure: Measure, signed_in: SignIn) -> None:
    page = signed_in(cast.wichai).post(_url(measure), _form(text="", photos=[upload()])).content.decode()
    assert "เบราว์เซอร์ไม่เก็บ" in page


def test_a_double_click_is_one_entry(cast: Cast, measure: Measure, signed_in: SignIn) -> None:
    client, form = signed_in(cast.wichai), _form()
    for _ in range(2):
        assert client.post(_url(measure), form).status_code == 302
    assert len(_entries(cast)) == 1


def test_what_was_done_is_opened_only_with_a_reason(cast: Cast, measure: Measure, signed_in: SignIn) -> None:
    client = signed_in(cast.wichai)
    client.post(_url(measure), _form(status="done", url="https://a.go.th"))
    assert "เหตุผล" in client.post(_url(measure), _form()).content.decode()
    client.post(_url(measure), _form(reason="ยังขาดภาพ"))
    assert Measure.objects.of(cast.agency).get().status == "in_progress"


def test_a_correction_shows_what_stood_there_and_takes_its_place(
    cast: Cast, measure: Measure, signed_in: SignIn
) -> None:
    client = signed_in(cast.wichai)
    old = actions.record_progress(by=cast.wichai, measure=measure, on=date(2026, 1, 5), text="ผิด", status="in_progress")
    url = f"{_url(measure)}?replaces={old.pk}"
    form = client.get(url).context["form"]
    assert (form["text"].value(), form["on"].value()) == ("ผิด", "5/1/2569")
    client.post(url, _form(text="ถูก"))
    assert [entry.text for entry in Progress.objects.of(cast.agency).filter(replaced_by=None)] == ["ถูก"]


@pytest.mark.parametrize("pk", ["999999", "x", "-1"])
def test_only_an_entry_of_this_measure_can_be_corrected(
    cast: Cast, measure: Measure, signed_in: SignIn, pk: str
) -> None:
    assert signed_in(cast.wichai).get(f"{_url(measure)}?replaces={pk}").status_code == 404


def test_its_queries_do_not_grow(
    cast: Cast, measure: Measure, signed_in: SignIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(20):
        actions.record_progress(by=cast.wichai, measure=measure, on=date(2026, 1, 5), text="ก", status="in_progress")
    client = signed_in(cast.wichai)
    with django_assert_max_num_queries(12):
        client.get(_url(measure))
