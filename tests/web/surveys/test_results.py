"""The page of results: what may be told, what may not, and what becomes of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from prongsai.core.events.vocabulary import EventKind
from prongsai.core.surveys.questionnaire import SurveyKind
from prongsai.web.accounts.models import Person
from prongsai.web.assessments.queries import known, results_in
from prongsai.web.audit.models import Event
from prongsai.web.site import clock
from prongsai.web.surveys.actions.opening import open_survey
from prongsai.web.surveys.models import Answer, Survey
from prongsai.web.surveys.queries.surveys import newest_version, questionnaire_of
from tests.cast import Cast
from tests.web.surveys.asked import CONTENT, YEAR, answer, answered_survey, closed_days_ago, draft

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
NOTHING = "ยังไม่มีผลให้แสดง"


def page(survey: Survey, rest: str = "") -> str:
    return f"/a/tha-khong/{YEAR}/surveys/{survey.pk}/results/{rest}"


@pytest.fixture
def client(cast: Cast, signed_in: SignedIn) -> Client:
    return signed_in(cast.somying)


def shown(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def mock_iit(cast: Cast, people: int = 6, kind: SurveyKind = SurveyKind.MOCK_IIT) -> Survey:
    """An open mock survey in which everybody chose the first option of everything, yesterday."""
    survey = open_survey(by=cast.somying, survey=draft(cast.somying, cast.agency, kind))
    questions = questionnaire_of(newest_version(survey)).questions
    answer(survey, [{one.key: one.options[0].value for one in questions}] * people)
    return survey


def test_strangers_and_other_agencies_see_nothing(cast: Cast, signed_in: SignedIn) -> None:
    survey = answered_survey(cast.somying, cast.agency)
    assert Client().get(page(survey)).status_code == 302
    assert signed_in(cast.somsak).get(page(survey)).status_code == 404


def test_a_draft_has_no_results_and_says_so(cast: Cast, client: Client) -> None:
    assert NOTHING in shown(client, page(draft(cast.somying, cast.agency)))


def test_four_answers_are_counted_and_not_told(cast: Cast, client: Client) -> None:
    survey = answered_survey(cast.somying, cast.agency, people=4, good="ความลับ")
    text = shown(client, page(survey))
    assert NOTHING in text
    assert "ยังไม่แสดงผลของ 4 คำตอบ" in text
    assert "ความลับ" not in shown(client, page(survey, "texts/good/"))


def test_five_answers_of_yesterday_are_told(cast: Cast, client: Client) -> None:
    text = shown(client, page(answered_survey(cast.somying, cast.agency, people=5)))
    assert NOTHING not in text
    assert "ผลนี้มาจากผู้ตอบ 5 คน" in text
    assert "100.0" in text


def test_answers_of_today_change_nothing_until_tomorrow(cast: Cast, client: Client) -> None:
    survey = answered_survey(cast.somying, cast.agency, people=5)
    before = shown(client, page(survey, "tables.csv"))
    answer(survey, [{**CONTENT, "overall": 1}] * 5, days_ago=0)
    assert shown(client, page(survey, "tables.csv")) == before
    assert "ยังไม่แสดงผลของ 5 คำตอบ" in shown(client, page(survey))


def test_one_more_answer_of_yesterday_waits_for_four_others(cast: Cast, client: Client) -> None:
    survey = answered_survey(cast.somying, cast.agency, people=0)
    answer(survey, [CONTENT] * 5, days_ago=3)
    before = shown(client, page(survey, "tables.csv"))
    answer(survey, [{**CONTENT, "overall": 1}], days_ago=2)
    assert shown(client, page(survey, "tables.csv")) == before
    answer(survey, [{**CONTENT, "overall": 1}] * 4, days_ago=1)
    assert shown(client, page(survey, "tables.csv")) != before


def test_a_question_that_few_answered_says_so(cast: Cast, client: Client) -> None:
    survey = answered_survey(cast.somying, cast.agency)
    answer(survey, [{**CONTENT, "first": 0, "why_again": [1, 2]}] * 3, days_ago=2)
    assert "ข้อนี้มีผู้ตอบน้อยกว่า 5 คน" in shown(client, page(survey))


def test_every_chart_has_its_table(cast: Cast, client: Client) -> None:
    text = shown(client, page(answered_survey(cast.somying, cast.agency)))
    assert text.count('<figure class="bars">') == text.count('<th scope="row">จำนวนผู้ตอบ</th>') > 5


def test_groups_are_hidden_before_the_closing_and_small_ones_after_it(cast: Cast, client: Client) -> None:
    survey = answered_survey(cast.somying, cast.agency, people=0)
    rows = [{**CONTENT, "service": service} for service, many in ((1, 7), (2, 6), (3, 2)) for _one in range(many)]
    answer(survey, rows, days_ago=3)
    assert "ตั้งแต่วันถัดจากวันที่ปิด" in shown(client, page(survey, "?by=service"))
    closed_days_ago(cast.somying, survey, 1)
    text = shown(client, page(survey, "?by=service"))
    assert "งานทะเบียนและบัตร: 7 คน" in text
    assert "งานช่าง ขออนุญาตก่อสร้าง ถนน ไฟฟ้า: ปกปิด" in text
    assert "ภาษีและค่าธรรมเนียม: ปกปิด" in text, "two would be left if these six were shown too"


def test_a_grouping_that_is_none_is_left_aside(cast: Cast, client: Client) -> None:
    survey = answered_survey(cast.somying, cast.agency)
    assert "แสดงเฉพาะกลุ่ม" not in shown(client, page(survey, "?by=overall"))


def test_texts_are_searched_also_by_thai_digits_and_paged(cast: Cast, client: Client) -> None:
    survey = answered_survey(cast.somying, cast.agency, people=0)
    answer(survey, [{**CONTENT, "good": f"ช่อง {at} บริการดี"} for at in range(30)], days_ago=2)
    text = shown(client, page(survey, "texts/good/"))
    assert "30 ข้อความ" in text
    assert text.count('class="finding"') == 25
    assert "1 ข้อความ" in shown(client, page(survey, "texts/good/?q=ช่อง ๑๗"))
    assert "0 ข้อความ" in shown(client, page(survey, "texts/good/?q=ไม่มีคำนี้"))


def test_what_one_person_wrote_in_two_places_does_not_stand_in_one_order(cast: Cast, client: Client) -> None:
    survey = answered_survey(cast.somying, cast.agency, people=0)
    answer(survey, [{**CONTENT, "good": f"คนที่ {at:02}", "better": f"คนที่ {at:02}"} for at in range(20)], days_ago=2)
    orders = []
    for key in ("good", "better"):
        text = shown(client, page(survey, f"texts/{key}/"))
        orders.append(sorted(range(20), key=lambda at: text.index(f"คนที่ {at:02}")))
    assert orders[0] != orders[1]


def test_only_open_questions_have_a_page_of_texts(cast: Cast, client: Client) -> None:
    survey = answered_survey(cast.somying, cast.agency)
    assert client.get(page(survey, "texts/overall/")).status_code == 404
    assert client.get(page(survey, "texts/nothing/")).status_code == 404


def test_a_text_is_hidden_for_good_with_its_reason(cast: Cast, client: Client) -> None:
    survey = answered_survey(cast.somying, cast.agency, people=0)
    answer(survey, [{**CONTENT, "good": text} for text in ("นายก ข. ทุจริต", *["ดี"] * 5)], days_ago=2)
    token = shown(client, page(survey, "texts/good/?q=ทุจริต")).split('name="text" value="')[1].split('"')[0]
    client.post(page(survey, "texts/good/hide/"), {"text": token, "reason": "ระบุชื่อบุคคล"})
    text = shown(client, page(survey, "texts/good/"))
    assert "ทุจริต" not in text
    assert "หน่วยงานปกปิดข้อความนี้แล้ว" in text
    assert not Answer.objects.of(cast.agency).filter(content__contains="ทุจริต").exists()
    event = Event.objects.of(cast.agency).filter(kind=EventKind.SURVEY_CHANGED).get()
    assert event.reason == "ระบุชื่อบุคคล"
    assert "ทุจริต" not in json.dumps([event.before, event.after], ensure_ascii=False)


@pytest.mark.parametrize("sent", [{"text": "x", "reason": "เหตุผล"}, {"text": "", "reason": ""}])
def test_what_is_no_text_or_has_no_reason_hides_nothing(cast: Cast, client: Client, sent: dict[str, str]) -> None:
    survey = answered_survey(cast.somying, cast.agency)
    before = list(Answer.objects.of(cast.agency).values_list("content", flat=True))
    client.post(page(survey, "texts/good/hide/"), sent)
    assert list(Answer.objects.of(cast.agency).values_list("content", flat=True)) == before


def test_officers_hide_nothing_and_take_nothing_as_mock(cast: Cast, signed_in: SignedIn) -> None:
    survey, officer = answered_survey(cast.somying, cast.agency), signed_in(cast.wichai)
    assert officer.post(page(survey, "texts/good/hide/"), {"text": "x", "reason": "y"}).status_code == 403
    assert officer.post(page(survey, "as-mock/")).status_code == 403


def test_a_mock_survey_is_scored_by_question_indicator_and_instrument(cast: Cast, client: Client) -> None:
    text = shown(client, page(mock_iit(cast)))
    assert "คะแนนทดลอง IIT" in text
    assert "1. การปฏิบัติหน้าที่" in text
    assert "คะแนนรายข้อ" in text


def test_the_mock_result_is_kept_beside_the_official_one_with_its_answers(cast: Cast, client: Client) -> None:
    survey = mock_iit(cast)
    assert client.post(page(survey, "as-mock/"))["Location"].endswith("/result/?kind=mock")
    (row,) = results_in(cast.agency, [YEAR])
    assert row.kind == "mock"
    assert sorted(row.indicators, key=int) == ["1", "2", "3", "4", "5"]
    first = next(questionnaire_of(newest_version(survey)).questions)
    assert row.tally[first.key] == {str(first.options[0].value): 6}
    assert known(cast.agency, YEAR) is None
    assert Event.objects.of(cast.agency).filter(kind=EventKind.SURVEY_USED_AS_MOCK).count() == 1


def test_the_mock_results_of_both_instruments_stand_together(cast: Cast, client: Client) -> None:
    client.post(page(mock_iit(cast), "as-mock/"))
    client.post(page(mock_iit(cast, kind=SurveyKind.MOCK_EIT), "as-mock/"))
    (row,) = results_in(cast.agency, [YEAR])
    assert sorted(row.indicators, key=int) == [str(number) for number in range(1, 9)]
    assert any(key.startswith("i") for key in row.tally) and any(key.startswith("e") for key in row.tally)


@pytest.mark.parametrize("people", [0, 4])
def test_too_few_answers_become_no_mock_result(cast: Cast, client: Client, people: int) -> None:
    client.post(page(mock_iit(cast, people), "as-mock/"))
    assert results_in(cast.agency, [YEAR]) == []


def test_a_satisfaction_survey_is_no_mock_assessment(cast: Cast, client: Client) -> None:
    client.post(page(answered_survey(cast.somying, cast.agency), "as-mock/"))
    assert results_in(cast.agency, [YEAR]) == []


def test_results_ask_the_database_the_same_for_any_number_of_answers(cast: Cast, client: Client) -> None:
    counts = []
    for people in (6, 300):
        survey = answered_survey(cast.somying, cast.agency, people=people)
        with CaptureQueriesContext(connection) as queries:
            shown(client, page(survey))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 12


def test_answers_are_counted_once_a_day(cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    survey = answered_survey(cast.somying, cast.agency)
    shown(client, page(survey))

    def twice(*_arguments: object) -> None:
        raise AssertionError("counted twice")

    monkeypatch.setattr("prongsai.web.surveys.queries.results.count", twice)
    assert "6 คน" in shown(client, page(survey))
    tomorrow = clock.today() + timedelta(days=1)
    monkeypatch.setattr(clock, "today", lambda: tomorrow)
    with pytest.raises(AssertionError, match="counted twice"):
        client.get(page(survey))
