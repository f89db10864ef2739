"""The surveys of a year, and beginning one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from prongsai.core.events.vocabulary import EventKind
from prongsai.core.surveys.questionnaire import SurveyKind
from prongsai.questionnaires import load, to_yaml
from prongsai.web.accounts.models import Person
from prongsai.web.audit.models import Event
from prongsai.web.surveys.models import Survey
from prongsai.web.surveys.queries.surveys import newest_version, questionnaire_of
from tests.cast import Cast
from tests.web.surveys.asked import YEAR, answered_survey, draft

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
LIST = f"/a/tha-khong/{YEAR}/surveys/"


def file(text: str) -> SimpleUploadedFile:
    return SimpleUploadedFile("แบบ.yaml", text.encode())


def surveys(cast: Cast) -> list[Survey]:
    return list(Survey.objects.of(cast.agency))


def test_a_stranger_is_asked_to_sign_in(db: None) -> None:
    assert Client().get(LIST)["Location"].startswith("/accounts/login/")


def test_people_of_another_agency_find_nothing(cast: Cast, signed_in: SignedIn) -> None:
    assert signed_in(cast.somsak).get(LIST).status_code == 404


def test_who_may_not_manage_surveys_sees_them_and_begins_none(cast: Cast, signed_in: SignedIn) -> None:
    draft(cast.somying, cast.agency)
    client = signed_in(cast.wichai)
    page = client.get(LIST).content.decode()
    assert "แบบสำรวจความพึงพอใจต่อการให้บริการ" in page
    assert f'action="{LIST}begin/"' not in page
    assert client.post(f"{LIST}begin/", {"kind": "mock_iit"}).status_code == 403


def test_from_nothing_to_an_open_mock_iit_are_two_clicks_and_a_third_to_its_qr_code(
    cast: Cast, signed_in: SignedIn
) -> None:
    client = signed_in(cast.somying)
    assert f'action="{LIST}begin/"' in client.get(LIST).content.decode()
    first = client.post(f"{LIST}begin/", {"kind": "mock_iit"})
    opened = f"{first['Location']}open/"
    assert f'action="{opened}"' in client.get(first["Location"]).content.decode()
    second = client.post(opened)
    page = client.get(second["Location"]).content.decode()
    assert surveys(cast)[0].state == Survey.State.OPEN
    assert f'href="{first["Location"]}share/"' in page
    assert "<svg" in client.get(f"{first['Location']}share/").content.decode()


@pytest.mark.parametrize("kind", list(SurveyKind))
def test_every_kind_begins_with_a_click_and_the_history_tells(
    cast: Cast, signed_in: SignedIn, kind: SurveyKind
) -> None:
    response = signed_in(cast.somying).post(f"{LIST}begin/", {"kind": str(kind)})
    (survey,) = surveys(cast)
    assert response["Location"] == f"{LIST}{survey.pk}/"
    assert (survey.kind, survey.state, survey.fiscal_year) == (str(kind), Survey.State.DRAFT, YEAR)
    version = newest_version(survey)
    assert (version.number, version.frozen) == (1, False)
    assert survey.title == questionnaire_of(version).title.th
    assert Event.objects.of(cast.agency).filter(kind=EventKind.SURVEY_CREATED).count() == 1


def test_a_kind_that_is_none_begins_nothing(cast: Cast, signed_in: SignedIn) -> None:
    assert signed_in(cast.somying).post(f"{LIST}begin/", {"kind": "party"}).status_code == 404
    assert surveys(cast) == []


def test_a_file_begins_a_survey_as_it_stands(cast: Cast, signed_in: SignedIn) -> None:
    text = to_yaml(load(SurveyKind.TRAINING))
    signed_in(cast.somying).post(f"{LIST}bring/", {"file": file(text)})
    (survey,) = surveys(cast)
    assert questionnaire_of(newest_version(survey)) == load(SurveyKind.TRAINING)


def test_every_fault_of_a_file_is_told_by_its_line_and_nothing_begins(cast: Cast, signed_in: SignedIn) -> None:
    text = to_yaml(load(SurveyKind.TRAINING)).replace("key: used", "key: group").replace("kind: number", "kind: figure")
    lines = [at for at, line in enumerate(text.splitlines(), 1) if "kind: figure" in line]
    response = signed_in(cast.somying).post(f"{LIST}bring/", {"file": file(text)})
    assert response.status_code == 422
    assert f"บรรทัด {lines[0]}:" in response.content.decode()
    assert surveys(cast) == []


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"\xa1\xa2\xa3", "UTF-8"), (b"x" * (256 * 1024 + 1), "256 kB"), (b"[1, 2]", "บรรทัด 1")],
)
def test_what_is_no_questionnaire_is_refused_with_the_reason(
    cast: Cast, signed_in: SignedIn, data: bytes, said: str
) -> None:
    response = signed_in(cast.somying).post(f"{LIST}bring/", {"file": SimpleUploadedFile("x.yaml", data)})
    assert response.status_code == 422
    assert said in response.content.decode()
    assert surveys(cast) == []


def test_last_year_s_survey_is_asked_again_with_the_year_in_its_title_moved(cast: Cast, signed_in: SignedIn) -> None:
    text = to_yaml(load(SurveyKind.TRAINING)).replace("ของบุคลากร", f"ปี {YEAR - 1}", 1)
    client = signed_in(cast.somying)
    client.post(f"/a/tha-khong/{YEAR - 1}/surveys/bring/", {"file": file(text)})
    (old,) = surveys(cast)
    client.post(f"{LIST}copy/", {"survey": str(old.pk)})
    new = Survey.objects.of(cast.agency).get(fiscal_year=YEAR)
    assert new.title == old.title.replace(str(YEAR - 1), str(YEAR))
    assert new.state == Survey.State.DRAFT
    assert list(questionnaire_of(newest_version(new)).questions) == list(
        questionnaire_of(newest_version(old)).questions
    )


def test_a_mock_survey_is_not_copied_because_each_year_has_its_own_questions(cast: Cast, signed_in: SignedIn) -> None:
    mock = draft(cast.somying, cast.agency, SurveyKind.MOCK_IIT, YEAR - 1)
    client = signed_in(cast.somying)
    assert f'value="{mock.pk}"' not in client.get(LIST).content.decode()
    assert client.post(f"{LIST}copy/", {"survey": str(mock.pk)}).status_code == 404


def test_a_survey_that_nobody_answered_is_removed(cast: Cast, signed_in: SignedIn) -> None:
    survey = draft(cast.somying, cast.agency)
    signed_in(cast.somying).post(f"{LIST}{survey.pk}/remove/")
    assert surveys(cast) == []
    assert Event.objects.of(cast.agency).filter(kind=EventKind.SURVEY_REMOVED).count() == 1


def test_a_survey_with_answers_stays(cast: Cast, signed_in: SignedIn) -> None:
    survey = answered_survey(cast.somying, cast.agency)
    client = signed_in(cast.somying)
    client.post(f"{LIST}{survey.pk}/remove/")
    assert surveys(cast) == [survey]
    assert "มีผู้ตอบแล้ว 6 คน จึงลบไม่ได้" in client.get(LIST).content.decode()


def test_a_hundred_surveys_ask_no_more_of_the_database(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    draft(cast.somying, cast.agency)
    with CaptureQueriesContext(connection) as few:
        client.get(LIST)
    for _at in range(30):
        draft(cast.somying, cast.agency)
    with CaptureQueriesContext(connection) as many:
        page = client.get(LIST).content.decode()
    assert len(many) <= len(few) <= 12
    assert page.count('<th scope="row">') == 25
