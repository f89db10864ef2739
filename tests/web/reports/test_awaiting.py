"""What the people of the chain and the drafter are told without looking for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from prongsai.core.reports.workflow import Act, whose_turn
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.queries import Seat, seat_of
from prongsai.web.reports import actions, queries
from prongsai.web.reports.actions.signing import Signing
from prongsai.web.reports.models import SignOff
from prongsai.web.site import clock
from tests.cast import Cast
from tests.web.reports.story import YEAR, Story, begin

SignIn = Callable[[Person], Client]
HOME = f"/a/tha-khong/{YEAR}/"


@pytest.fixture
def story(cast: Cast) -> Story:
    """A report that was submitted and waits for Malee."""
    begun = begin(cast)
    actions.submit(by=cast.somying, report=begun.report, version=begun.report.version)
    return begun


def _returned(cast: Cast, story: Story) -> None:
    signing = Signing(Act.RETURNED, "โปรดเพิ่มผลของกองช่าง")
    actions.sign(by=cast.malee, report=story.report, signing=signing, version=story.report.version)


def _post(client: Client, story: Story, **data: object) -> HttpResponse:
    sent = {"act": "endorsed", "opinion": "", "acting": "", "signed_on": "", "version": story.report.version, **data}
    return client.post(f"/a/tha-khong/reports/{story.report.pk}/sign/", sent)  # type: ignore[return-value]  # it is one


@pytest.mark.parametrize("page", ["", "my-work/"])
def test_the_one_in_turn_is_told_where_the_day_begins(cast: Cast, story: Story, signed_in: SignIn, page: str) -> None:
    address = f"/a/tha-khong/reports/{story.report.pk}/"
    assert address in signed_in(cast.malee).get(HOME + page).content.decode()
    assert address not in signed_in(cast.prasert).get(HOME + page).content.decode()


def test_the_drafter_is_told_that_a_report_came_back_and_why(cast: Cast, story: Story, signed_in: SignIn) -> None:
    coordinator = signed_in(cast.somying)
    assert "ส่งคืนให้แก้ไข" not in coordinator.get(HOME).content.decode()
    _returned(cast, story)
    assert "ส่งคืนให้แก้ไข" in coordinator.get(HOME).content.decode()
    page = coordinator.get(f"/a/tha-khong/reports/{story.report.pk}/").content.decode()
    assert "รายงานนี้ถูกส่งคืน" in page
    assert "โปรดเพิ่มผลของกองช่าง" in page
    actions.submit(by=cast.somying, report=story.report, version=story.report.version)
    assert "ส่งคืนให้แก้ไข" not in coordinator.get(HOME).content.decode()


def test_the_neighbour_is_told_nothing(cast: Cast, story: Story, signed_in: SignIn) -> None:
    _returned(cast, story)
    assert queries.returned_reports(cast.neighbour) == []


def test_the_drafter_is_told_of_rows_that_would_be_empty(cast: Cast, signed_in: SignIn) -> None:
    draft = begin(cast).report
    assert queries.unreported(draft) == (1, 2)
    assert (
        "1 จาก 2 มาตรการยังไม่มีผลในรอบนี้"
        in signed_in(cast.somying).get(f"/a/tha-khong/reports/{draft.pk}/").content.decode()
    )


def test_paper_without_its_scan_is_asked_for_and_nothing_is_lost(cast: Cast, story: Story, signed_in: SignIn) -> None:
    answer = _post(signed_in(cast.somying), story, opinion="เพื่อโปรดทราบ")
    assert answer.status_code == 422
    assert "โปรดเลือกไฟล์สแกน" in answer.content.decode()
    assert "เพื่อโปรดทราบ" in answer.content.decode()
    assert not SignOff.objects.of(cast.agency).exists()


def test_a_day_that_has_not_come_is_refused(cast: Cast, story: Story, signed_in: SignIn) -> None:
    tomorrow = clock.today() + timedelta(days=1)
    scan = SimpleUploadedFile("ลงนาม.pdf", b"%PDF-1.4\n%%EOF", content_type="application/pdf")
    answer = _post(signed_in(cast.somying), story, signed_on=tomorrow.isoformat(), scan=scan)
    assert answer.status_code == 422
    assert "วันที่นี้ยังมาไม่ถึง" in answer.content.decode()
    assert not SignOff.objects.of(cast.agency).exists()


def test_the_list_names_the_layout_of_each_report(cast: Cast, story: Story, signed_in: SignIn) -> None:
    assert "แบบ: รายงานรอบ ๖ เดือน" in " ".join(signed_in(cast.somying).get(HOME + "reports/").content.decode().split())


def test_a_number_of_the_memo_stands_in_thai_digits(cast: Cast, signed_in: SignIn) -> None:
    draft = begin(cast).report
    client = signed_in(cast.somying)
    page = f"/a/tha-khong/reports/{draft.pk}/memo/"
    form = client.get(page).context["form"]
    sent = {name: form.initial.get(name) or "" for name in form.fields} | {"number": "ลบ 54201/12"}
    assert client.post(page, sent).status_code == 302
    draft.refresh_from_db()
    assert draft.memo["number"] == "ลบ ๕๔๒๐๑/๑๒"


def test_a_dashboard_with_a_report_in_turn_stays_cheap(
    cast: Cast, story: Story, signed_in: SignIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in(cast.malee)
    with django_assert_max_num_queries(12):
        assert "รอท่านลงนาม" in client.get(HOME).content.decode()


def test_the_query_agrees_with_the_workflow_at_every_turn(cast: Cast, story: Story) -> None:
    def asked() -> list[Person]:
        chain = queries.chain_of(story.report, queries.newest_snapshot(story.report))
        turn = whose_turn([link for _place, link in chain])
        people = [one for one in (cast.somying, cast.malee, cast.prasert) if queries.waiting_for(_seat(one))]
        assert [one.pk for one in people] == ([turn.person_id] if turn and story.report.state == "submitted" else [])
        return people

    assert asked() == [cast.malee]
    _returned(cast, story)
    assert asked() == []
    actions.submit(by=cast.somying, report=story.report, version=story.report.version)
    assert asked() == [cast.malee]
    for person, act, then in (
        (cast.malee, Act.ENDORSED, [cast.prasert]),
        (cast.prasert, Act.ACKNOWLEDGED, []),
    ):
        actions.sign(by=person, report=story.report, signing=Signing(act), version=story.report.version)
        assert asked() == then


def _seat(person: Person) -> Seat:
    found = seat_of(person, "tha-khong")
    assert found is not None
    return found
