"""Taking evidence off a measure: by who may, as long as its days may be written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from prongsai.web.accounts.models import Person
from prongsai.web.audit.models import Event
from prongsai.web.evidence import actions as evidence
from prongsai.web.evidence.models import Evidence
from prongsai.web.measures import actions
from prongsai.web.measures.models import Measure, Plan
from tests.cast import Cast
from tests.factories.year import measure_of, plan_of, round_of

SignIn = Callable[[Person], Client]

pytestmark = pytest.mark.usefixtures("april")


@pytest.fixture
def measure(cast: Cast) -> Measure:
    return measure_of(plan_of(cast.agency), cast.works)


@pytest.fixture
def piece(cast: Cast, measure: Measure) -> Evidence:
    link = evidence.add_link(by=cast.wichai, agency=cast.agency, url="https://a.go.th", title="", fiscal_year=2569)
    actions.record_progress(
        by=cast.wichai, measure=measure, on=date(2026, 2, 1), text="ก", status="in_progress", evidence=[link]
    )
    return link


def _url(measure: Measure, piece: Evidence, agency: str = "tha-khong") -> str:
    return f"/a/{agency}/2569/measures/{measure.pk}/evidence/{piece.pk}/take-off/"


def _there(piece: Evidence) -> bool:
    piece.refresh_from_db()
    return piece.removed_at is None


@pytest.mark.parametrize("person", ["wichai", "somying"])
def test_who_added_it_may_take_it_off_and_so_may_the_coordinator(
    cast: Cast, measure: Measure, piece: Evidence, signed_in: SignIn, person: str
) -> None:
    response = signed_in(getattr(cast, person)).post(_url(measure, piece), {"reason": "แนบผิดเรื่อง"})
    assert response["Location"] == f"/a/tha-khong/2569/measures/{measure.pk}/"
    assert not _there(piece)
    event = Event.objects.of(cast.agency).get(kind="evidence_removed")
    assert (event.by, event.reason) == (getattr(cast, person), "แนบผิดเรื่อง")


@pytest.mark.parametrize(("person", "status"), [("malee", 403), ("prasert", 403), ("somsak", 404)])
def test_others_may_not(
    cast: Cast, measure: Measure, piece: Evidence, signed_in: SignIn, person: str, status: int
) -> None:
    client = signed_in(getattr(cast, person))
    assert client.post(_url(measure, piece)).status_code == status
    assert client.post(_url(measure, piece, "nong-saeng")).status_code == 404
    assert _there(piece)


def test_a_stranger_is_asked_to_sign_in(client: Client, measure: Measure, piece: Evidence) -> None:
    assert client.post(_url(measure, piece))["Location"].startswith("/accounts/login/")
    assert _there(piece)


def test_looking_takes_nothing_off(cast: Cast, measure: Measure, piece: Evidence, signed_in: SignIn) -> None:
    assert signed_in(cast.somying).get(_url(measure, piece)).status_code == 405


def test_it_is_taken_off_only_the_measure_that_has_it(
    cast: Cast, measure: Measure, piece: Evidence, signed_in: SignIn
) -> None:
    other = measure_of(measure.plan, cast.works)
    assert signed_in(cast.somying).post(_url(other, piece)).status_code == 404
    assert _there(piece)


def test_what_a_locked_round_told_stays(cast: Cast, measure: Measure, piece: Evidence, signed_in: SignIn) -> None:
    locked = round_of(measure.plan, locked=True)
    page = signed_in(cast.somying).post(_url(measure, piece), follow=True).content.decode()
    assert "ปิดแล้ว" in page
    assert _there(piece)
    actions.allow_after_lock(
        by=cast.somying, round=locked, division=cast.works, until=date(2026, 4, 30), reason="แก้หลักฐาน"
    )
    signed_in(cast.somying).post(_url(measure, piece))
    assert not _there(piece)


def test_a_closed_plan_keeps_its_evidence(cast: Cast, measure: Measure, piece: Evidence, signed_in: SignIn) -> None:
    Plan.objects.of(cast.agency).update(state="closed")
    signed_in(cast.somying).post(_url(measure, piece))
    assert _there(piece)
