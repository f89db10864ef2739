"""Answering a survey: whole, once, whatever the line does, by whoever has the address."""

from __future__ import annotations

import gzip
from datetime import date
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from prongsai.core.surveys.answering import from_text
from prongsai.web.site import clock
from prongsai.web.surveys.models import Answer, Survey
from tests.cast import Cast
from tests.factories.surveys import SHORT, add_version, filled, open_survey, thirty
from tests.site.page_checker import faults_of

pytestmark = pytest.mark.django_db
GOOD = ("4", "1", "๑๕", "ดีมาก")


@pytest.fixture
def survey(cast: Cast) -> Survey:
    return open_survey(cast.agency, cast.somying)


@pytest.fixture
def citizen() -> Client:
    """Somebody on a phone; the pages have no CSRF token, and a client that insists on one shows that none is needed."""
    return Client(enforce_csrf_checks=True)


def address(survey: Survey) -> str:
    return f"/s/{survey.code}/"


def stored(survey: Survey) -> list[dict[str, object]]:
    return [dict(from_text(row.content)) for row in Answer.objects.of(survey.agency_id).filter(survey=survey)]


def test_it_takes_an_answer_and_says_thanks(survey: Survey, citizen: Client) -> None:
    response = citizen.post(address(survey), filled(*GOOD), follow=True)
    assert response.redirect_chain == [(f"/s/{survey.code}/thanks/?lang=th", 303)]
    assert "ขอบคุณ" in response.content.decode() and f'href="/s/{survey.code}/?lang=th"' in response.content.decode()
    assert stored(survey) == [{"polite": 4, "came": 1, "waited": 15, "more": "ดีมาก"}]
    answer = Answer.objects.of(survey.agency_id).get()
    assert answer.day == clock.today() and answer.version.number == 1


def test_the_pages_are_as_all_are_but_for_the_token(survey: Survey, citizen: Client) -> None:
    pages = [citizen.get(path) for path in (address(survey), "/s/1-zzzzzz/", f"/s/{survey.code}/thanks/")]
    pages += [citizen.get(address(survey), {"lang": "en"}), citizen.post(address(survey), filled("4"))]
    assert [page.status_code for page in pages] == [200, 404, 200, 200, 422]
    for page in pages:
        faults = [fault for fault in faults_of(page.content.decode()) if "csrf token" not in fault]
        assert not faults, faults
    assert SHORT.title.th in pages[0].content.decode() and SHORT.title.en in pages[3].content.decode()


def test_no_page_sets_a_cookie_or_lacks_its_guards(survey: Survey, citizen: Client) -> None:
    answers = [
        citizen.get(address(survey)),
        citizen.get(f"/s/{survey.code}/1.css"),
        citizen.get(f"/s/{survey.code}/thanks/"),
        citizen.get("/s/1-zzzzzz/"),
        citizen.post(address(survey), filled(*GOOD)),
        citizen.post(address(survey), {}),
    ]
    for response in answers:
        assert not response.cookies
        assert "default-src 'none'" in response["Content-Security-Policy"]
        assert response["Referrer-Policy"] == "no-referrer" and response["X-Content-Type-Options"] == "nosniff"
        assert response["X-Frame-Options"] == "DENY" and response["X-Robots-Tag"] == "noindex, nofollow"


def test_somebody_who_is_signed_in_is_not_known_here(survey: Survey, cast: Cast) -> None:
    client = Client()
    client.force_login(cast.somying, backend="django.contrib.auth.backends.ModelBackend")
    assert cast.somying.full_name not in client.get(address(survey)).content.decode()


def test_a_form_sent_again_is_one_answer_and_the_same_thanks(survey: Survey, citizen: Client) -> None:
    seen = {citizen.post(address(survey), filled(*GOOD)).headers["Location"] for _ in range(3)}
    assert seen == {f"/s/{survey.code}/thanks/?lang=th"} and len(stored(survey)) == 1


def test_a_form_sent_before_with_other_answers_is_offered_as_the_next_persons(survey: Survey, citizen: Client) -> None:
    citizen.post(address(survey), filled(*GOOD))
    response = citizen.post(address(survey), filled("2", "0"))
    page = response.content.decode()
    assert response.status_code == 409 and "คนถัดไป" in page
    key = page.split('name="key" value="')[1].split('"')[0]
    assert citizen.post(address(survey), filled("2", "0", key=key)).status_code == 303
    assert sorted(one["polite"] for one in stored(survey)) == [2, 4]  # type: ignore[type-var]  # they are numbers


def test_what_is_missing_is_asked_for_and_everything_else_kept(survey: Survey, citizen: Client) -> None:
    response = citizen.post(address(survey), filled("", "1", "นาน", "เก็บ <b> ไว้"))
    page = response.content.decode()
    assert response.status_code == 422 and not stored(survey)
    assert "ยังขาดอีก 2 ข้อ" in page and 'href="#q1"' in page and 'href="#q3"' in page
    assert page.count('id="wrong"') == 1 and page.index('id="wrong"') < page.index("เจ้าหน้าที่สุภาพ")
    assert 'value="นาน"' in page and "เก็บ &lt;b&gt; ไว้" in page
    assert 'name="q2" value="1" checked' in page and 'value="a-key-of-a-form-by-lot"' in page


def test_a_language_is_switched_with_what_was_filled_in(survey: Survey, citizen: Client) -> None:
    response = citizen.post(address(survey), filled("", "1", "", "บอกไว้", to="en"))
    page = response.content.decode()
    assert response.status_code == 200 and '<html lang="en">' in page and "need your answer" not in page
    assert 'name="q2" value="1" checked' in page and "บอกไว้" in page and not stored(survey)


def test_questions_that_are_not_called_for_are_left_aside(survey: Survey, citizen: Client) -> None:
    assert citizen.post(address(survey), filled("4", "0", "99")).status_code == 303
    assert stored(survey) == [{"polite": 4, "came": 0}]
    page = citizen.get(address(survey)).content.decode()
    assert f"/s/{survey.code}/1.css" in page and "เฉพาะผู้ที่ตอบข้อ 2 ว่า “ใช่”" in page
    style = citizen.get(f"/s/{survey.code}/1.css")
    assert style["Content-Type"].startswith("text/css") and "immutable" in style["Cache-Control"]
    assert 'form:not(:has([name=q2][value="1"]:checked)) #q3{display:none}' in style.content.decode()


def test_an_answer_belongs_to_the_version_that_was_answered(survey: Survey, citizen: Client) -> None:
    form = filled(*GOOD)
    add_version(survey, thirty(), 2)
    assert "/s/" in citizen.get(address(survey)).content.decode()
    assert 'name="version" value="2"' in citizen.get(address(survey)).content.decode()
    assert citizen.post(address(survey), form).status_code == 303
    assert Answer.objects.of(survey.agency_id).get().version.number == 1


@pytest.mark.parametrize(
    ("values", "status", "words"),
    [
        ({"state": "draft"}, 404, "ไม่พบแบบสำรวจ"),
        ({"opens_on": date(2090, 1, 1)}, 403, "ยังไม่เปิด"),
        ({"closes_on": date(2020, 1, 1)}, 410, "ปิดรับคำตอบแล้ว"),
        ({"state": "closed"}, 410, "ปิดรับคำตอบแล้ว"),
        ({"one_time": True}, 403, "ลิงก์ของแต่ละคน"),
    ],
)
def test_a_closed_door_says_why(cast: Cast, citizen: Client, values: dict[str, Any], status: int, words: str) -> None:
    survey = open_survey(cast.agency, cast.somying, **values)
    for response in (citizen.get(address(survey)), citizen.post(address(survey), filled(*GOOD))):
        assert words in response.content.decode()
        assert response.status_code == status
    assert not stored(survey)


def test_an_unknown_survey_is_no_page(survey: Survey, citizen: Client) -> None:
    for path in ("/s/1-zzzzzz/", "/s/x/", "/s/99999999999-abcdef/", f"/s/{survey.code}x/", "/s/๑-abcdef/"):
        assert citizen.get(path).status_code == citizen.post(path, filled(*GOOD)).status_code == 404
    assert citizen.get(f"/s/{survey.code}/9.css").status_code == 404


def test_an_address_typed_from_a_poster_is_found(survey: Survey, citizen: Client) -> None:
    assert citizen.get(f"/s/{survey.code.upper()}").status_code == 200


@pytest.mark.parametrize(
    "form",
    [{}, {"version": "1"}, {"version": "x"}, {"version": "7"}, filled(*GOOD, key="short"), filled(*GOOD, key="ก" * 20)],
)
def test_a_form_without_its_parts_comes_back(survey: Survey, citizen: Client, form: dict[str, str]) -> None:
    response = citizen.post(address(survey), form)
    assert response.status_code in {200, 422} and 'name="key"' in response.content.decode() and not stored(survey)


def test_a_page_is_small(cast: Cast, citizen: Client) -> None:
    survey = open_survey(cast.agency, cast.somying, thirty())
    response = citizen.get(address(survey), headers={"accept-encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip" and "ตอนที่ 3" in gzip.decompress(response.content).decode()
    assert len(response.content) < 12_000


def test_few_questions_are_asked_of_the_database(
    survey: Survey, citizen: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    citizen.get(address(survey))
    with django_assert_max_num_queries(2):
        citizen.get(address(survey))
    with django_assert_max_num_queries(4):  # two of them set and release the savepoint of the test
        citizen.post(address(survey), filled(*GOOD))


def test_only_forms_are_sent(survey: Survey, citizen: Client) -> None:
    assert citizen.put(address(survey)).status_code == 405
    assert citizen.post(f"/s/{survey.code}/thanks/").status_code == 405
