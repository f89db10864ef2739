"""One survey: how it is asked, and opening and closing it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from prongsai.core.events.vocabulary import EventKind
from prongsai.core.surveys.questionnaire import SurveyKind
from prongsai.web.accounts.models import Person
from prongsai.web.audit.models import Event
from prongsai.web.site import clock
from prongsai.web.surveys.models import Answer, Survey
from prongsai.web.surveys.queries.surveys import newest_version
from tests.cast import Cast
from tests.web.surveys.asked import YEAR, answered_survey, draft

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]


def page(survey: Survey, rest: str = "") -> str:
    return f"/a/tha-khong/{YEAR}/surveys/{survey.pk}/{rest}"


def events(cast: Cast, kind: EventKind) -> int:
    return Event.objects.of(cast.agency).filter(kind=kind).count()


def settings(survey: Survey, **more: Any) -> dict[str, Any]:
    survey.refresh_from_db()
    return {"population": "", "opens_on": "", "closes_on": "", "version": survey.version, **more}


@pytest.fixture
def client(cast: Cast, signed_in: SignedIn) -> Client:
    return signed_in(cast.somying)


@pytest.fixture
def survey(cast: Cast) -> Survey:
    return draft(cast.somying, cast.agency, SurveyKind.MOCK_IIT)


def test_it_is_seen_by_all_of_the_agency_changed_by_its_coordinator_and_hidden_from_others(
    cast: Cast, survey: Survey, signed_in: SignedIn
) -> None:
    assert signed_in(cast.wichai).get(page(survey)).status_code == 200
    assert signed_in(cast.wichai).post(page(survey, "open/")).status_code == 403
    assert signed_in(cast.somsak).get(page(survey)).status_code == 404
    assert Client().get(page(survey)).status_code == 302


def test_opening_freezes_the_questionnaire_once_and_is_told_once(cast: Cast, survey: Survey, client: Client) -> None:
    client.post(page(survey, "open/"))
    client.post(page(survey, "open/"))
    survey.refresh_from_db()
    assert (survey.state, survey.opens_on) == (Survey.State.OPEN, clock.today())
    assert newest_version(survey).frozen
    assert events(cast, EventKind.SURVEY_OPENED) == 1


def test_an_empty_questionnaire_is_not_opened_and_the_page_says_why(cast: Cast, client: Client) -> None:
    empty = draft(cast.somying, cast.agency, SurveyKind.OWN)
    assert "ยังไม่มีคำถาม" in client.get(page(empty)).content.decode()
    response = client.post(page(empty, "open/"), follow=True)
    assert "ยังเปิดรับคำตอบไม่ได้: ยังไม่มีคำถาม" in response.content.decode()
    empty.refresh_from_db()
    assert empty.state == Survey.State.DRAFT


def test_closing_forgets_which_forms_were_sent_and_keeps_its_first_day(cast: Cast, client: Client) -> None:
    survey = answered_survey(cast.somying, cast.agency)
    Answer.objects.of(cast.agency).filter(pk=Answer.objects.of(cast.agency).first().pk).update(key_sha256="a" * 64)  # type: ignore[union-attr]  # there are six
    client.post(page(survey, "close/"))
    client.post(page(survey, "close/"))
    survey.refresh_from_db()
    assert (survey.state, survey.first_closed_on) == (Survey.State.CLOSED, clock.today())
    assert not Answer.objects.of(cast.agency).exclude(key_sha256=None).exists()
    assert events(cast, EventKind.SURVEY_CLOSED) == 1


def test_it_is_opened_once_more_without_its_old_last_day_and_remembers_its_first_closing(
    cast: Cast, client: Client
) -> None:
    survey = answered_survey(cast.somying, cast.agency)
    client.post(page(survey, "close/"))
    before = date(2026, 1, 5)
    Survey.objects.of(cast.agency).filter(pk=survey.pk).update(closes_on=before, first_closed_on=before)
    client.post(page(survey, "open/"))
    survey.refresh_from_db()
    assert (survey.state, survey.closes_on, survey.first_closed_on) == (Survey.State.OPEN, None, before)


def test_a_draft_cannot_be_closed(survey: Survey, client: Client) -> None:
    client.post(page(survey, "close/"))
    survey.refresh_from_db()
    assert (survey.state, survey.first_closed_on) == (Survey.State.DRAFT, None)


def test_settings_take_thai_digits_and_dates(survey: Survey, client: Client) -> None:
    sent = settings(survey, population="๑,๒๐๐", opens_on="1/2/2569", closes_on="๑๕ มี.ค. ๒๕๖๙", one_time="on")
    client.post(page(survey, "settings/"), sent)
    survey.refresh_from_db()
    assert (survey.population, survey.one_time) == (1200, True)
    assert (survey.opens_on, survey.closes_on) == (date(2026, 2, 1), date(2026, 3, 15))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"population": "มาก"}, "ตัวเลข เช่น 120"),
        ({"population": "0"}, "จำนวนเต็มมากกว่า 0"),
        ({"population": "1.5"}, "จำนวนเต็มมากกว่า 0"),
        ({"opens_on": "1/3/2569", "closes_on": "1/2/2569"}, "วันปิดอยู่ก่อนวันเปิด"),
        ({"closes_on": "31/2/2569"}, "31"),
    ],
)
def test_settings_that_cannot_be_come_back_with_the_reason(
    survey: Survey, client: Client, wrong: dict[str, str], said: str
) -> None:
    response = client.post(page(survey, "settings/"), settings(survey, **wrong))
    assert response.status_code == 422
    assert said in response.content.decode()
    survey.refresh_from_db()
    assert (survey.population, survey.opens_on, survey.closes_on) == (None, None, None)


def test_the_second_writer_of_settings_sees_both(survey: Survey, client: Client) -> None:
    old = settings(survey, population="77")
    client.post(page(survey, "settings/"), settings(survey, population="55"))
    response = client.post(page(survey, "settings/"), old)
    assert response.status_code == 409
    assert "77" in response.content.decode() and "55" in response.content.decode()
    survey.refresh_from_db()
    assert survey.population == 55


def test_a_mock_survey_counts_against_the_framework_s_minimum(survey: Survey, client: Client) -> None:
    client.post(page(survey, "open/"))
    assert "ระบุจำนวน" in client.get(page(survey)).content.decode()
    client.post(page(survey, "settings/"), settings(survey, population="500"))
    shown = client.get(page(survey)).content.decode()
    assert "0 จาก 50" in shown
    assert "ยังขาดอีก 50 คำตอบ" in shown


def test_it_says_when_the_last_day_is_over(cast: Cast, client: Client) -> None:
    survey = answered_survey(cast.somying, cast.agency)
    yesterday = clock.today() - timedelta(days=1)
    Survey.objects.of(cast.agency).filter(pk=survey.pk).update(opens_on=None, closes_on=yesterday)
    assert "พ้นวันสุดท้ายแล้ว" in client.get(page(survey)).content.decode()


def test_it_marks_what_is_from_memory(survey: Survey, client: Client) -> None:
    assert "มาจากความจำ" in client.get(page(survey)).content.decode()


def test_the_page_asks_the_database_little(cast: Cast, client: Client) -> None:
    survey = answered_survey(cast.somying, cast.agency, people=60)
    with CaptureQueriesContext(connection) as queries:
        client.get(page(survey))
    assert len(queries) <= 12
