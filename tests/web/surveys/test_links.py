"""One-time links: one answer each, tied to nothing, given out once, taken back as a batch."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import pypdfium2
import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from prongsai.core.events.vocabulary import EventKind
from prongsai.web.accounts.models import Person
from prongsai.web.audit.models import Event
from prongsai.web.surveys.actions import links
from prongsai.web.surveys.actions.answering import forget_keys
from prongsai.web.surveys.codes import LETTERS
from prongsai.web.surveys.models import Answer, OneTimeLink, Survey
from tests.cast import Cast
from tests.factories.surveys import filled, open_survey

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
GOOD = ("4", "0", "", "ดี")


@pytest.fixture
def survey(cast: Cast) -> Survey:
    return open_survey(cast.agency, cast.somying, one_time=True)


def page(survey: Survey) -> str:
    return f"/a/tha-khong/2569/surveys/{survey.pk}/share/"


def make(client: Client, survey: Survey, **fields: object) -> list[str]:
    """The paths of the links of a new batch, from its file."""
    response = client.post(page(survey) + "links/", {"count": 3, "file": "csv", "batch": 1, **fields})
    assert response.status_code == 200 and response["Cache-Control"] == "private, no-store", response.content.decode()
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    return [row[0].split("127.0.0.1:8000")[1] for row in rows[1:]]


@pytest.fixture
def paths(survey: Survey, cast: Cast, signed_in: SignedIn) -> list[str]:
    return make(signed_in(cast.somying), survey)


def used(survey: Survey) -> int:
    return OneTimeLink.objects.of(survey.agency_id).filter(survey=survey, used=True).count()


def test_a_link_takes_one_answer(survey: Survey, paths: list[str]) -> None:
    client = Client()
    assert client.get(paths[0]).status_code == 200
    assert client.post(paths[0], filled(*GOOD)).status_code == 303
    assert used(survey) == 1 and Answer.objects.of(survey.agency_id).count() == 1
    for response in (client.get(paths[0]), client.post(paths[0], filled(*GOOD, key="another-key-of-a-form"))):
        assert response.status_code == 409 and "ลิงก์นี้ตอบไปแล้ว" in response.content.decode()
    assert used(survey) == 1 and Answer.objects.of(survey.agency_id).count() == 1
    assert client.get(paths[1]).status_code == 200


def test_the_same_form_sent_again_through_it_says_thanks(survey: Survey, paths: list[str]) -> None:
    seen = {Client().post(paths[0], filled(*GOOD)).headers.get("Location") for _ in range(3)}
    assert seen == {f"/s/{survey.code}/thanks/?lang=th"}
    assert Answer.objects.of(survey.agency_id).count() == used(survey) == 1


def test_a_form_that_comes_back_uses_up_nothing(survey: Survey, paths: list[str]) -> None:
    response = Client().post(paths[0], filled("", "0"))
    assert response.status_code == 422 and f'action="{paths[0]}#wrong"' in response.content.decode()
    assert used(survey) == 0


def test_a_link_that_was_not_made_is_no_page(survey: Survey, paths: list[str], cast: Cast) -> None:
    other = open_survey(cast.agency, cast.somying)
    wrong = [paths[0][:-2] + "/", f"/s/{other.code}/{paths[0].split('/')[3]}/"]
    for path in wrong:
        assert Client().get(path).status_code == Client().post(path, filled(*GOOD)).status_code == 404
    assert not Answer.objects.of(survey.agency_id).exists()


def test_after_thanks_nobody_is_invited_to_answer_again(survey: Survey, paths: list[str]) -> None:
    response = Client().post(paths[0], filled(*GOOD), follow=True)
    assert "คนถัดไป" not in response.content.decode()


def test_nothing_ties_an_answer_to_its_link(survey: Survey, paths: list[str]) -> None:
    Client().post(paths[0], filled(*GOOD))
    answer: dict[str, Any] = {**Answer.objects.of(survey.agency_id).values().get()}
    link: dict[str, Any] = {**OneTimeLink.objects.of(survey.agency_id).filter(used=True).values().get()}
    shared = {name for name in answer.keys() & link.keys() if answer[name] == link[name]}
    assert shared == {"agency_id", "survey_id"}
    assert not [name for name in link if name.endswith(("_at", "_on", "day"))]
    assert paths[0].split("/")[3] not in str(link) + str(answer)


def test_secrets_are_long_typed_with_ease_and_all_different(survey: Survey) -> None:
    drawn = links.draw_secrets(500)
    assert len(set(drawn)) == 500 and set("".join(drawn)) == set(LETTERS)
    assert {len(secret) for secret in drawn} == {22} and not set("il1o0") & set(LETTERS)


@pytest.mark.parametrize(("kind", "begins"), [("pdf", b"%PDF"), ("xlsx", b"PK"), ("csv", b"\xef\xbb\xbf")])
def test_links_leave_in_one_file(survey: Survey, cast: Cast, signed_in: SignedIn, kind: str, begins: bytes) -> None:
    client = signed_in(cast.somying)
    response = client.post(page(survey) + "links/", {"count": "๓", "file": kind, "batch": 1})
    assert response.content.startswith(begins) and kind in response["Content-Disposition"]
    assert OneTimeLink.objects.of(survey.agency_id).count() == 3
    again = client.post(page(survey) + "links/", {"count": 3, "file": kind, "batch": 1})
    assert again.status_code == 422 and "ออกไปแล้ว" in again.content.decode()
    assert OneTimeLink.objects.of(survey.agency_id).count() == 3


def test_slips_can_be_read_to_the_letter(survey: Survey, cast: Cast, signed_in: SignedIn) -> None:
    response = signed_in(cast.somying).post(page(survey) + "links/", {"count": 2, "file": "pdf", "batch": 1})
    text = pypdfium2.PdfDocument(response.content)[0].get_textpage().get_text_range().replace("\r\n", "")
    assert text.count(survey.title) >= 2 and f"/s/{survey.code}/" in text and "ตอบได้ 1 ครั้ง" in text


@pytest.mark.parametrize("count", ["", "0", "501", "สาม", "-1"])
def test_too_many_are_refused_where_they_are_written(
    survey: Survey, cast: Cast, signed_in: SignedIn, count: str
) -> None:
    response = signed_in(cast.somying).post(page(survey) + "links/", {"count": count, "file": "csv", "batch": 1})
    assert response.status_code == 422 and not OneTimeLink.objects.of(survey.agency_id).exists()


def test_a_batch_is_taken_back(survey: Survey, cast: Cast, signed_in: SignedIn, paths: list[str]) -> None:
    Client().post(paths[0], filled(*GOOD))
    client = signed_in(cast.somying)
    for _ in range(2):
        assert client.post(page(survey) + "links/1/revoke/").status_code == 302
    assert Client().get(paths[1]).status_code == Client().post(paths[1], filled(*GOOD, key="k" * 20)).status_code == 404
    assert Client().post(paths[0], filled(*GOOD)).status_code == 303  # thanks once more
    assert Answer.objects.of(survey.agency_id).count() == 1
    assert "ยกเลิกแล้ว" in client.get(page(survey)).content.decode()
    kinds = list(Event.objects.of(cast.agency).order_by("id").values_list("kind", "before", "after"))
    assert kinds == [
        (EventKind.SURVEY_LINKS_MADE, {}, {"batch": 1, "links": 3}),
        (EventKind.SURVEY_LINKS_REVOKED, {"batch": 1}, {}),
    ]


def test_how_many_were_used_is_told_in_fives(survey: Survey, cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    for number, path in enumerate(make(client, survey, count=12)):
        if number < 7:
            Client().post(path, filled(*GOOD, key=f"key-of-the-form-{number:03}"))
    shown = client.get(page(survey)).content.decode()
    assert 'data-label="ใช้แล้วอย่างน้อย">5<' in shown and ">7<" not in shown


def test_keys_are_forgotten(survey: Survey, paths: list[str], cast: Cast) -> None:
    Client().post(paths[0], filled(*GOOD))
    assert Answer.objects.of(survey.agency_id).get().key_sha256
    forget_keys(by=cast.somying, survey=survey)
    assert Answer.objects.of(survey.agency_id).get().key_sha256 is None


def test_only_who_manages_surveys_hands_out_links(survey: Survey, cast: Cast, signed_in: SignedIn) -> None:
    assert Client().get(page(survey)).status_code == 302
    assert signed_in(cast.wichai).get(page(survey)).status_code == 403
    assert signed_in(cast.somsak).get(page(survey)).status_code == 404
    assert (
        signed_in(cast.wichai).post(page(survey) + "links/", {"count": 1, "file": "csv", "batch": 1}).status_code == 403
    )
    assert not OneTimeLink.objects.of(survey.agency_id).exists()


def test_the_page_asks_little_of_the_database(
    survey: Survey, cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in(cast.somying)
    for batch in range(1, 5):
        make(client, survey, batch=batch, count=20)
    with django_assert_max_num_queries(12):
        client.get(page(survey))
