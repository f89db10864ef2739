"""Behind a link: a stranger answers for one division, and sees nothing else."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from prongsai.web.audit.models import Event
from prongsai.web.measures.models import Measure, Progress, Responsible
from prongsai.web.outside import actions
from prongsai.web.outside.models import DivisionLink
from tests.cast import Cast
from tests.factories.pictures import upload
from tests.factories.year import measure_of
from tests.web.outside.conftest import March


def _url(march: March, measure: Measure | None = None) -> str:
    return f"/r/{march.secret}/" + (f"{measure.pk}/" if measure else "")


def _form(**values: Any) -> dict[str, Any]:
    given = {"text": "ติดแล้ว", "on": "8/2/2642", "status": "in_progress", "name": "นายเอก ช่างดี", "key": str(uuid4())}
    return {**given, **values}


def _entries(cast: Cast) -> list[Progress]:
    return list(Progress.objects.of(cast.agency))


def test_a_measure_of_everyone_is_answered_behind_any_link(client: Client, cast: Cast, march: March) -> None:
    Responsible.objects.of(cast.agency).filter(measure=march.theirs).update(
        text="ทุกส่วนราชการ", division=None, everyone=True
    )
    assert march.theirs.title in client.get(_url(march)).content.decode()
    client.post(_url(march, march.theirs), _form())
    assert [entry.division for entry in _entries(cast)] == [cast.works]


def test_a_stranger_sees_the_measures_of_the_division_and_no_others(client: Client, march: March) -> None:
    page = client.get(_url(march)).content.decode()
    assert "ติดประกาศขั้นตอนการขออนุญาต" in page
    assert "ประกาศเจตนารมณ์ร่วมกัน" in page
    assert "ความลับของกองคลัง" not in page
    assert "/a/tha-khong/" not in page


def test_it_needs_no_session_and_tells_nobody_the_address(client: Client, march: March) -> None:
    for url in (_url(march), _url(march, march.mine)):
        response = client.get(url)
        assert response["Referrer-Policy"] == "same-origin", "no-referrer would make browsers send Origin: null"
        assert "noindex" in response["X-Robots-Tag"]
        assert "no-store" in response["Cache-Control"]
        assert "sessionid" not in response.cookies


def test_it_takes_progress_and_photos_in_the_name_of_the_division(client: Client, cast: Cast, march: March) -> None:
    response = client.post(_url(march, march.mine), _form(status="done", photos=[upload()]))
    assert (response.status_code, response["Location"]) == (302, f"{_url(march)}?saved={march.mine.pk}")
    (entry,) = _entries(cast)
    assert (entry.by, entry.division, entry.on) == (None, cast.works, date(2099, 2, 8))
    assert entry.through == "ลิงก์ของกองช่าง (นายเอก ช่างดี)"
    piece = entry.evidence.get()
    assert (piece.kind, piece.added_by, piece.added_through) == ("photo", None, entry.through)
    assert "บันทึกแล้ว" in client.get(response["Location"]).content.decode()


def test_the_history_says_that_it_came_through_the_link(client: Client, cast: Cast, march: March) -> None:
    client.post(_url(march, march.mine), _form())
    events = Event.objects.of(cast.agency).filter(through="ลิงก์ของกองช่าง (นายเอก ช่างดี)")
    assert {event.kind for event in events} == {"progress_recorded", "measure_status_changed", "link_answered"}
    assert {event.by for event in events} == {None}
    assert DivisionLink.objects.of(cast.agency).get().last_used_at


def test_the_phone_remembers_the_name_for_this_link_only(client: Client, march: March) -> None:
    client.post(_url(march, march.mine), _form())
    assert client.cookies["answered_by"]["path"] == _url(march)
    assert client.cookies["answered_by"]["httponly"]
    assert client.get(_url(march, march.shared)).context["form"]["name"].value() == "นายเอก ช่างดี"


@pytest.mark.parametrize("name", ["", "   "])
def test_a_name_is_asked_for(client: Client, cast: Cast, march: March, name: str) -> None:
    response = client.post(_url(march, march.mine), _form(name=name))
    assert response.status_code == 422
    assert "โปรดเขียนชื่อของท่าน" in response.content.decode()
    assert not _entries(cast)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"text": ""}, "ประโยคสั้น"),
        ({"on": "1/1/2600"}, "ปีงบประมาณ"),
        ({"status": "done"}, "หลักฐาน"),
        ({"photos": [upload(b"MZ\x90\x00", "x.exe")]}, "ไม่รู้จักชนิด"),
    ],
)
def test_bad_input_is_told_and_keeps_nothing(
    client: Client, cast: Cast, march: March, values: dict[str, Any], words: str
) -> None:
    response = client.post(_url(march, march.mine), _form(**values))
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not _entries(cast)
    assert not default_storage.exists("evidence") or not default_storage.listdir("evidence")[1]


def test_a_double_click_is_one_entry(client: Client, cast: Cast, march: March) -> None:
    form = _form()
    for _ in range(2):
        assert client.post(_url(march, march.mine), form).status_code == 302
    assert len(_entries(cast)) == 1
    assert Event.objects.of(cast.agency).filter(kind="link_answered").count() == 1


@pytest.mark.parametrize("method", ["get", "post"])
def test_it_opens_no_measure_of_another_division_year_or_agency(
    client: Client, cast: Cast, march: March, method: str
) -> None:
    from tests.factories.year import plan_of

    neighbours = measure_of(plan_of(cast.neighbour, 2642), title="ของเพื่อนบ้าน")
    last_year = measure_of(plan_of(cast.agency, 2641), cast.works, title="ของปีก่อน")
    for measure in (march.theirs, neighbours, last_year):
        assert getattr(client, method)(_url(march, measure), _form()).status_code == 404
    assert not _entries(cast)


def _revoke(cast: Cast, march: March) -> str:
    actions.revoke_link(by=cast.somying, link=march.link)
    return _url(march)


def _replace(cast: Cast, march: March) -> str:
    actions.make_link(by=cast.somying, round=march.round, division=cast.works)
    return _url(march)


def _expire(cast: Cast, march: March) -> str:
    DivisionLink.objects.of(cast.agency).update(expires_at=timezone.now() - timedelta(seconds=1))
    return _url(march)


def _guess(cast: Cast, march: March) -> str:
    return f"/r/{cast.agency.pk}-{'A' * 43}/"


def _other_agency(cast: Cast, march: March) -> str:
    return f"/r/{cast.neighbour.pk}-{march.secret.partition('-')[2]}/"


@pytest.mark.parametrize("ended", [_revoke, _replace, _expire, _guess, _other_agency])
def test_a_link_that_does_not_live_leads_to_one_gentle_page(
    client: Client, cast: Cast, march: March, ended: Any
) -> None:
    url = ended(cast, march)
    for address in (url, f"{url}{march.mine.pk}/"):
        response = client.get(address)
        assert response.status_code == 404
        assert "ลิงก์นี้ใช้ไม่ได้แล้ว" in response.content.decode()
        assert "กองช่าง" not in response.content.decode()
        assert response["Referrer-Policy"] == "same-origin"
    assert client.post(f"{url}{march.mine.pk}/", _form()).status_code == 404
    assert not _entries(cast)


def test_a_locked_round_takes_nothing_through_a_link_either(client: Client, cast: Cast, march: March) -> None:
    from prongsai.web.measures.actions import lock_round

    lock_round(by=cast.somying, round=march.round)
    response = client.post(_url(march, march.mine), _form())
    assert response.status_code == 422
    assert "ปิดแล้ว" in response.content.decode()
    assert not _entries(cast)


def test_when_everything_is_reported_it_says_thank_you(client: Client, cast: Cast, march: March) -> None:
    for measure in (march.mine, march.shared):
        client.post(_url(march, measure), _form(status="done", url="https://a.go.th"))
    assert "รายงานครบถ้วนแล้ว" in client.get(_url(march)).content.decode()


def test_a_page_of_another_site_cannot_write(cast: Cast, march: March) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(_url(march, march.mine), _form()).status_code == 403
    assert not _entries(cast)


def test_its_queries_do_not_grow(
    client: Client, cast: Cast, march: March, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(30):
        measure_of(march.plan, cast.works, cast.finance)
    for url in (_url(march), _url(march, march.mine)):
        with django_assert_max_num_queries(12):
            client.get(url)
