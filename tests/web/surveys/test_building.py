"""Building a questionnaire piece by piece, as a file, and in versions."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from prongsai.core.surveys.questionnaire import AnswerKind, Questionnaire, ShownIf, SurveyKind, SurveyQuestion
from prongsai.questionnaires import load, to_yaml
from prongsai.web.accounts.models import Person
from prongsai.web.surveys.actions.opening import open_survey
from prongsai.web.surveys.models import Survey, SurveyVersion
from prongsai.web.surveys.queries.surveys import newest_version, questionnaire_of
from tests.cast import Cast
from tests.web.surveys.asked import YEAR, draft

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]


@pytest.fixture
def survey(cast: Cast) -> Survey:
    """A draft of a questionnaire of one's own, still empty."""
    return draft(cast.somying, cast.agency, SurveyKind.OWN)


@pytest.fixture
def client(cast: Cast, signed_in: SignedIn) -> Client:
    return signed_in(cast.somying)


def page(survey: Survey, rest: str = "") -> str:
    return f"/a/tha-khong/{YEAR}/surveys/{survey.pk}/build/{rest}"


def now(survey: Survey) -> Questionnaire:
    return questionnaire_of(newest_version(survey))


def version_of(survey: Survey) -> int:
    survey.refresh_from_db()
    return survey.version


def question(survey: Survey, **more: Any) -> dict[str, Any]:
    return {
        "text_th": "ท่านสังกัดกองใด",
        "kind": "choice",
        "options": "กองคลัง | Finance\nกองช่าง",
        "required": "on",
        "version": version_of(survey),
        **more,
    }


def add(client: Client, survey: Survey, **more: Any) -> SurveyQuestion:
    """One more question at the end of the first section."""
    response = client.post(page(survey, "sections/1/questions/add/"), question(survey, **more))
    assert response.status_code == 302, response.content.decode()
    return list(now(survey).questions)[-1]


def arrange(client: Client, survey: Survey, what: str, act: str) -> None:
    client.post(page(survey, "arrange/"), {"what": what, "act": act, "version": version_of(survey)})


def test_officers_and_other_agencies_build_nothing(cast: Cast, survey: Survey, signed_in: SignedIn) -> None:
    assert signed_in(cast.wichai).get(page(survey)).status_code == 403
    assert signed_in(cast.somsak).get(page(survey)).status_code == 404


def test_a_question_is_added_with_its_options_in_two_languages(client: Client, survey: Survey) -> None:
    made = add(client, survey)
    assert (made.key, made.kind, made.required) == ("q1", AnswerKind.CHOICE, True)
    assert [(one.value, one.label.th, one.label.en) for one in made.options] == [
        (1, "กองคลัง", "Finance"),
        (2, "กองช่าง", ""),
    ]


@pytest.mark.parametrize(
    ("kind", "options", "values"),
    [
        ("scale", "น้อย\nกลาง\nมาก", [1, 2, 3]),
        ("yes_no", "", [1, 0]),
        ("yes_no", "เคย\nไม่เคย", [1, 0]),
        ("text", "", []),
    ],
)
def test_every_kind_has_the_options_that_it_needs(
    client: Client, survey: Survey, kind: str, options: str, values: list[int]
) -> None:
    assert [one.value for one in add(client, survey, kind=kind, options=options).options] == values


def test_numbers_have_bounds_also_in_thai_digits(client: Client, survey: Survey) -> None:
    made = add(client, survey, kind="number", options="", least="๐", most="๑,๐๐๐")
    assert (made.least, made.most) == (Decimal(0), Decimal(1000))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"options": "ตัวเดียว"}, "2 ถึง 30"),
        ({"text_th": ""}, "โปรดกรอกช่องนี้"),
        ({"kind": "number", "options": "", "least": "9", "most": "3"}, "สลับกัน"),
        ({"kind": "number", "options": "", "least": "มาก"}, "ตัวเลข เช่น 120"),
        ({"kind": "party"}, "party"),
    ],
)
def test_what_cannot_be_asked_comes_back_with_the_reason(
    client: Client, survey: Survey, wrong: dict[str, str], said: str
) -> None:
    response = client.post(page(survey, "sections/1/questions/add/"), question(survey, **wrong))
    assert response.status_code == 422
    assert said in response.content.decode()
    assert list(now(survey).questions) == []


def test_a_question_depends_on_an_answer_to_one_before_it(client: Client, survey: Survey) -> None:
    add(client, survey)
    made = add(client, survey, kind="text", options="", shown_if="q1=2")
    assert made.shown_if == ShownIf("q1", (2,))
    form = client.get(page(survey, "questions/q1/")).content.decode()
    assert "q2=" not in form and "q1=" not in form, "neither itself nor a later one"


def test_moving_a_question_before_the_one_it_depends_on_is_said_before_it_is_opened(
    client: Client, survey: Survey
) -> None:
    add(client, survey)
    add(client, survey, kind="text", options="", shown_if="q1=2")
    arrange(client, survey, "question:q2", "up")
    assert [one.key for one in now(survey).questions] == ["q2", "q1"]
    assert "ข้อ “q2” แสดงตามคำตอบของข้อ “q1” ซึ่งไม่ได้อยู่ก่อนหน้า" in client.get(page(survey)).content.decode()
    client.post(f"/a/tha-khong/{YEAR}/surveys/{survey.pk}/open/")
    survey.refresh_from_db()
    assert survey.state == Survey.State.DRAFT


def test_an_option_that_stays_keeps_its_value(client: Client, survey: Survey) -> None:
    add(client, survey)
    changed = question(survey, options="กองการศึกษา\nกองช่าง | Works\nกองคลัง")
    client.post(page(survey, "questions/q1/"), changed)
    (made,) = now(survey).questions
    assert [(one.value, one.label.th) for one in made.options] == [(3, "กองการศึกษา"), (2, "กองช่าง"), (1, "กองคลัง")]


def test_a_question_is_taken_out_and_its_key_is_not_given_again(client: Client, survey: Survey) -> None:
    add(client, survey)
    open_survey(by=survey.created_by, survey=survey)
    arrange(client, survey, "question:q1", "remove")
    assert list(now(survey).questions) == []
    assert add(client, survey, kind="text", options="").key == "q2"


def test_sections_are_added_named_moved_and_removed(client: Client, survey: Survey) -> None:
    client.post(page(survey, "sections/add/"), {"title_th": "ความเห็น", "version": version_of(survey)})
    client.post(page(survey, "sections/1/"), {"title_th": "ทั่วไป", "title_en": "General", "version": version_of(survey)})
    assert [one.title.th for one in now(survey).sections] == ["ทั่วไป", "ความเห็น"]
    arrange(client, survey, "section:2", "up")
    assert [one.title.th for one in now(survey).sections] == ["ความเห็น", "ทั่วไป"]
    arrange(client, survey, "section:1", "remove")
    assert [one.title.en for one in now(survey).sections] == ["General"]


def test_the_title_is_the_survey_s_name(client: Client, survey: Survey) -> None:
    sent = {"title_th": "แบบสำรวจใหม่เอี่ยม", "introduction_th": "โปรดตอบ", "version": version_of(survey)}
    client.post(page(survey, "head/"), sent)
    survey.refresh_from_db()
    assert survey.title == "แบบสำรวจใหม่เอี่ยม"
    assert now(survey).introduction.th == "โปรดตอบ"


def test_the_second_writer_is_shown_both_and_loses_nothing(client: Client, survey: Survey) -> None:
    add(client, survey)
    old = version_of(survey)
    client.post(page(survey, "questions/q1/"), question(survey, text_th="คนแรกเขียน"))
    sent = {**question(survey, text_th="คนที่สองเขียน"), "version": old}
    response = client.post(page(survey, "questions/q1/"), sent)
    shown = response.content.decode()
    assert response.status_code == 409
    assert "คนแรกเขียน" in shown and "คนที่สองเขียน" in shown
    assert f'name="version" value="{version_of(survey)}"' in shown
    client.post(page(survey, "questions/q1/"), {**sent, "version": version_of(survey)})
    assert next(now(survey).questions).text.th == "คนที่สองเขียน"


def test_an_arrangement_of_an_old_page_changes_nothing(client: Client, survey: Survey) -> None:
    add(client, survey)
    add(client, survey)
    old = version_of(survey)
    arrange(client, survey, "question:q1", "down")
    client.post(page(survey, "arrange/"), {"what": "question:q1", "act": "remove", "version": old})
    assert [one.key for one in now(survey).questions] == ["q2", "q1"]


@pytest.mark.parametrize("what", ["question:q9", "section:9", "section:0", "section:x", "party:1", ""])
def test_what_is_not_there_is_neither_moved_nor_removed(client: Client, survey: Survey, what: str) -> None:
    add(client, survey)
    before = now(survey)
    for act in ("up", "down", "remove", "party"):
        arrange(client, survey, what, act)
    assert now(survey) == before


def test_what_was_given_out_never_changes_and_the_change_is_the_next_version(client: Client, survey: Survey) -> None:
    add(client, survey)
    open_survey(by=survey.created_by, survey=survey)
    first = newest_version(survey)
    add(client, survey)
    add(client, survey)
    versions = list(SurveyVersion.objects.of(survey.agency).filter(survey=survey).order_by("number"))
    assert [(one.number, one.frozen) for one in versions] == [(1, True), (2, False)]
    assert versions[0].content == first.content
    detail = f"/a/tha-khong/{YEAR}/surveys/{survey.pk}/"
    assert "มีการแก้ไขที่ผู้ตอบยังไม่เห็น" in client.get(detail).content.decode()
    client.post(f"{detail}open/")
    assert newest_version(survey).frozen


def test_the_questions_of_the_instrument_are_asked_as_they_are(client: Client, cast: Cast) -> None:
    mock = draft(cast.somying, cast.agency, SurveyKind.MOCK_IIT)
    first = next(now(mock).questions)
    assert client.get(page(mock, f"questions/{first.key}/")).status_code == 404
    assert client.post(page(mock, f"questions/{first.key}/"), question(mock)).status_code == 404
    client.post(page(mock, "sections/1/questions/add/"), question(mock))
    assert now(mock).question("q1") is not None, "questions of one's own may be added"


def test_a_file_takes_the_place_of_all_questions(client: Client, cast: Cast) -> None:
    survey = draft(cast.somying, cast.agency, SurveyKind.TRAINING)
    text = to_yaml(load(SurveyKind.TRAINING)).replace("key: fair", "key: just")
    brought = {"file": SimpleUploadedFile("x.yaml", text.encode()), "version": version_of(survey)}
    client.post(page(survey, "bring/"), brought)
    assert now(survey).question("just") is not None
    assert now(survey).question("fair") is None


def test_a_file_of_another_kind_or_with_faults_changes_nothing(client: Client, survey: Survey) -> None:
    before = now(survey)
    for text, said in (
        (to_yaml(load(SurveyKind.TRAINING)), "kind: own"),
        (to_yaml(load(SurveyKind.TRAINING)).replace("kind: training", "kind: own").replace("text:", "test:"), "บรรทัด"),
    ):
        brought = {"file": SimpleUploadedFile("x.yaml", text.encode()), "version": version_of(survey)}
        response = client.post(page(survey, "bring/"), brought)
        assert response.status_code == 422
        assert said in response.content.decode()
    assert now(survey) == before


def test_the_file_that_is_downloaded_is_the_questionnaire(client: Client, cast: Cast) -> None:
    survey = draft(cast.somying, cast.agency)
    response = client.get(f"/a/tha-khong/{YEAR}/surveys/{survey.pk}/questionnaire.yaml")
    assert response.content.decode() == to_yaml(load(SurveyKind.SATISFACTION))
    assert response["Content-Disposition"].startswith("attachment")


def test_the_preview_shows_the_page_that_is_answered_and_sends_nothing(client: Client, cast: Cast) -> None:
    survey = draft(cast.somying, cast.agency)
    shown = client.get(f"/a/tha-khong/{YEAR}/surveys/{survey.pk}/preview/").content.decode()
    assert "ขั้นตอนชัดเจน ไม่ยุ่งยาก" in shown
    assert 'method="post"' not in shown


def test_the_page_of_many_questions_asks_the_database_no_more(client: Client, survey: Survey) -> None:
    add(client, survey)
    with CaptureQueriesContext(connection) as few:
        client.get(page(survey))
    for _at in range(10):
        add(client, survey)
    with CaptureQueriesContext(connection) as many:
        client.get(page(survey))
    assert len(many) <= len(few) <= 12
