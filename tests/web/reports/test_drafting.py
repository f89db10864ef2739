"""Beginning a report, its memo and its chain."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from prongsai.web.accounts.models import Person
from prongsai.web.reports.models import Report
from tests.cast import Cast
from tests.web.reports.story import YEAR, Story, begin

SignIn = Callable[[Person], Client]


@pytest.fixture
def story(cast: Cast) -> Story:
    """A draft report of the first six months."""
    return begin(cast)


def memo(version: int, **changes: object) -> dict[str, object]:
    """A memo as the form sends it."""
    return {
        "office": "สำนักปลัดเทศบาล",
        "number": "ลบ ๕๔๒๐๑/๑",
        "date": "10 เม.ย. 2569",
        "subject": "รายงาน",
        "to": "นายกเทศมนตรี",
        "body": "หนึ่ง\n\nสอง",
        "version": version,
    } | changes


def test_it_offers_the_rounds_and_layouts(cast: Cast, story: Story, signed_in: SignIn) -> None:
    page = signed_in(cast.somying).get(f"/a/tha-khong/{YEAR}/reports/begin/")
    assert "half-year-with-memo" in page.content.decode()


def test_it_begins_a_report_from_the_page(cast: Cast, story: Story, signed_in: SignIn) -> None:
    form = {"round": story.round.pk, "form": "full-with-disclosures"}
    response = signed_in(cast.somying).post(f"/a/tha-khong/{YEAR}/reports/begin/", form)
    assert response.status_code == 302
    assert Report.objects.of(cast.agency).count() == 2


def test_it_refuses_a_round_of_the_neighbour_and_an_unknown_layout(cast: Cast, story: Story, signed_in: SignIn) -> None:
    for form in ({"round": 999_999, "form": "measures-plain"}, {"round": story.round.pk, "form": "no-such"}):
        response = signed_in(cast.somying).post(f"/a/tha-khong/{YEAR}/reports/begin/", form)
        assert response.status_code == 422 and response.context["form"].errors
    assert Report.objects.of(cast.agency).count() == 1


def test_it_says_the_way_on_where_there_is_no_plan(cast: Cast, signed_in: SignIn) -> None:
    page = signed_in(cast.somying).get("/a/tha-khong/2580/reports/begin/")
    assert "/a/tha-khong/2580/plan/" in page.content.decode()


def test_it_saves_the_memo_with_its_date_in_both_forms(cast: Cast, story: Story, signed_in: SignIn) -> None:
    address = f"/a/tha-khong/reports/{story.report.pk}/memo/"
    assert signed_in(cast.somying).post(address, memo(story.report.version)).status_code == 302
    saved = Report.objects.of(cast.agency).get().memo
    assert (saved["date"], saved["date_text"]) == ("2026-04-10", "๑๐ เมษายน ๒๕๖๙")
    assert saved["body"] == ["หนึ่ง", "สอง"]


def test_it_keeps_what_was_typed_where_a_date_cannot_be_read(cast: Cast, story: Story, signed_in: SignIn) -> None:
    address = f"/a/tha-khong/reports/{story.report.pk}/memo/"
    page = signed_in(cast.somying).post(address, memo(story.report.version, date="วันไหนก็ได้", to="ท่านปลัด"))
    assert page.status_code == 422 and "ท่านปลัด" in page.content.decode()
    assert Report.objects.of(cast.agency).get().memo["to"] != "ท่านปลัด"


def test_it_tells_the_second_writer_and_loses_nothing(cast: Cast, story: Story, signed_in: SignIn) -> None:
    client, address = signed_in(cast.somying), f"/a/tha-khong/reports/{story.report.pk}/memo/"
    old = story.report.version
    client.post(address, memo(old, subject="ของคนแรก"))
    page = client.post(address, memo(old, subject="ของคนที่สอง"))
    text = page.content.decode()
    assert page.status_code == 409
    assert "ของคนแรก" in text and "ของคนที่สอง" in text
    assert Report.objects.of(cast.agency).get().memo["subject"] == "ของคนแรก"


def test_it_changes_the_chain(cast: Cast, story: Story, signed_in: SignIn) -> None:
    address = f"/a/tha-khong/reports/{story.report.pk}/chain/"
    form = {"version": story.report.version, "person_1": cast.prasert.pk, "position_1": "นายกเทศมนตรี"}
    assert signed_in(cast.somying).post(address, form).status_code == 302
    assert [place.position for place in story.report.chain.all()] == ["นายกเทศมนตรี"]


def test_it_refuses_a_chain_with_the_same_person_twice_or_a_stranger(
    cast: Cast, story: Story, signed_in: SignIn
) -> None:
    address = f"/a/tha-khong/reports/{story.report.pk}/chain/"
    for people in ([cast.prasert, cast.prasert], [cast.somsak], []):
        form = {f"person_{at}": one.pk for at, one in enumerate(people, start=1)} | {"version": story.report.version}
        assert signed_in(cast.somying).post(address, form).status_code == 422
    assert story.report.chain.count() == 2
