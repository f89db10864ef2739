"""Answers and results as files: nobody is in them, nothing in them runs, and programs can read them."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pyarrow.parquet as pq
import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from prongsai.core.sentence import Sentence
from prongsai.core.surveys.questionnaire import (
    AnswerKind,
    Option,
    Questionnaire,
    Section,
    ShownIf,
    SurveyKind,
    SurveyQuestion,
)
from prongsai.web.accounts.models import Person
from prongsai.web.surveys import exporting
from prongsai.web.surveys.actions.building import change_questionnaire
from prongsai.web.surveys.actions.opening import open_survey
from prongsai.web.surveys.models import Survey
from tests.cast import Cast
from tests.web.surveys.asked import CONTENT, YEAR, answer, answered_survey, closed_days_ago, of

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]


def said(th: str) -> Sentence:
    return Sentence(th, "")


QUESTIONS = (
    SurveyQuestion("division", AnswerKind.CHOICE, said("กอง"), (Option(1, said("=กองคลัง")), Option(2, said("กองช่าง")))),
    SurveyQuestion("age", AnswerKind.CHOICE, said("อายุ"), (Option(1, said("น้อย")), Option(2, said("มาก")))),
    SurveyQuestion("topics", AnswerKind.CHOICES, said("+เรื่อง"), (Option(1, said("ก")), Option(2, said("ข")))),
    SurveyQuestion("days", AnswerKind.NUMBER, said("กี่วัน"), required=False),
    SurveyQuestion("words", AnswerKind.TEXT, said("ข้อความ"), required=False),
)
YES_NO = (Option(1, said("ใช่")), Option(0, said("ไม่")))
ASKED = Questionnaire(SurveyKind.OWN, said("แบบ"), said(""), (Section(said("ตอน"), QUESTIONS),))


@pytest.fixture
def client(cast: Cast, signed_in: SignedIn) -> Client:
    return signed_in(cast.somying)


@pytest.fixture
def survey(cast: Cast) -> Survey:
    return open_survey(by=cast.somying, survey=of(cast.somying, cast.agency, ASKED))


def person(division: int = 1, age: int = 1, **more: Any) -> dict[str, Any]:
    return {"division": division, "age": age, "topics": [2], **more}


def page(survey: Survey, file: str) -> str:
    return f"/a/tha-khong/{YEAR}/surveys/{survey.pk}/results/{file}"


def table(client: Client, survey: Survey, file: str = "answers.csv") -> list[list[str]]:
    response = client.get(page(survey, file))
    assert response.status_code == 200
    assert response.content.startswith("\ufeff".encode())
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_only_the_coordinator_takes_answers_and_nobody_of_another_agency(
    cast: Cast, survey: Survey, signed_in: SignedIn
) -> None:
    answer(survey, [person()] * 5)
    assert signed_in(cast.wichai).get(page(survey, "answers.csv")).status_code == 403
    assert signed_in(cast.wichai).get(page(survey, "tables.csv")).status_code == 200
    assert signed_in(cast.somsak).get(page(survey, "tables.csv")).status_code == 404


@pytest.mark.parametrize("kind", ["csv", "xlsx", "parquet"])
def test_four_answers_make_no_file(client: Client, survey: Survey, kind: str) -> None:
    answer(survey, [person()] * 4)
    response = client.get(page(survey, f"answers.{kind}"), follow=True)
    assert response["Content-Type"].startswith("text/html")
    assert "ยังไม่มีคำตอบที่ส่งออกได้" in response.content.decode()


def test_a_kind_of_file_that_is_none_is_not_there(client: Client, survey: Survey) -> None:
    assert client.get(page(survey, "answers.exe")).status_code == 404
    assert client.get(page(survey, "tables.parquet")).status_code == 404


def test_a_row_of_headings_a_row_of_keys_and_one_row_a_person(client: Client, survey: Survey) -> None:
    answer(survey, [person(days=1.5)] * 5)
    heads, keys, *rows = table(client, survey)
    assert heads[3:] == ["'+เรื่อง: ก", "'+เรื่อง: ข", "กี่วัน"]
    assert keys == ["version", "division", "age", "topics_1", "topics_2", "days"]
    assert rows == [["1", "", "", "0", "1", ""]] * 5


def test_no_file_tells_a_day_an_id_or_a_text_beside_other_answers(client: Client, survey: Survey) -> None:
    answer(survey, [person(words="ข้าพเจ้าเอง")] * 5)
    cells = {cell for row in table(client, survey) for cell in row}
    assert cells <= {"รุ่นของแบบสอบถาม", "'=กอง", "กอง", "อายุ", "'+เรื่อง: ก", "'+เรื่อง: ข"} | {
        *("version", "division", "age", "topics_1", "topics_2"),
        *("1", "0", ""),
    }


def test_choices_stand_in_rows_only_after_the_closing_and_only_together_with_four_others(
    client: Client, cast: Cast, survey: Survey
) -> None:
    rows = [person(1, 1)] * 6 + [person(1, 2)] * 2 + [person(2, 1)] * 7 + [person(2, 2)] * 5
    answer(survey, rows, days_ago=3)
    assert {tuple(row[1:3]) for row in table(client, survey)[2:]} == {("", "")}
    closed_days_ago(cast.somying, survey, 1)
    kept = Counter(tuple(row[1:3]) for row in table(client, survey)[2:])
    assert min(kept.values()) >= 5
    assert ("1", "2") not in kept
    assert kept["2", "2"] == 5


def test_answers_after_the_first_closing_have_no_choices(client: Client, cast: Cast, survey: Survey) -> None:
    answer(survey, [person(1, 1)] * 6, days_ago=5)
    closed_days_ago(cast.somying, survey, 3)
    open_survey(by=cast.somying, survey=survey)
    answer(survey, [person(2, 2)] * 6, days_ago=1)
    assert Counter(tuple(row[1:3]) for row in table(client, survey)[2:]) == {("1", "1"): 6, ("", ""): 6}


def test_answers_of_two_versions_stand_in_columns_of_their_own(client: Client, cast: Cast, survey: Survey) -> None:
    answer(survey, [person(days=1)] * 5)
    topics = SurveyQuestion("topics", AnswerKind.CHOICES, said("เรื่อง"), (Option(1, said("ก")), Option(3, said("ค"))))
    changed = Questionnaire(SurveyKind.OWN, said("แบบ"), said(""), (Section(said("ตอน"), (topics, QUESTIONS[3])),))
    survey.refresh_from_db()
    change_questionnaire(by=cast.somying, survey=survey, questionnaire=changed, version=survey.version)
    open_survey(by=cast.somying, survey=survey)
    answer(survey, [{"topics": [3], "days": 2}] * 5)
    closed_days_ago(cast.somying, survey, 1)
    _heads, keys, *rows = table(client, survey)
    at = {key: place for place, key in enumerate(keys)}
    assert {"topics_1", "topics_3", "topics_1_v1", "topics_2_v1"} <= at.keys()
    assert Counter(tuple(row[at[key]] for key in ("topics_3", "topics_2_v1", "days")) for row in rows) == {
        ("", "1", "1.0"): 5,
        ("1", "", "2.0"): 5,
    }


def test_a_number_stands_in_a_row_only_after_the_closing_and_only_together_with_four_others(
    client: Client, cast: Cast, survey: Survey
) -> None:
    """An age or a number of years in service tells of somebody even alone."""
    answer(survey, [person(days=30)] * 5 + [person(days=59)] + [person(days=31)] * 7 + [person()] * 5, days_ago=3)
    assert {row[5] for row in table(client, survey)[2:]} == {""}
    closed_days_ago(cast.somying, survey, 1)
    kept = Counter(row[5] for row in table(client, survey)[2:])
    assert kept == {"31.0": 7, "": 11}


def branching(*keys: str) -> Questionnaire:
    """After division and age, a question each that is asked of those of the second age, or below the one before it."""
    below = [("age", (2,)), *((key, (1,)) for key in keys)]
    more = tuple(
        SurveyQuestion(key, AnswerKind.YES_NO, said(key), YES_NO, shown_if=ShownIf(*asked))
        for key, asked in zip(keys, below, strict=False)
    )
    return replace(ASKED, sections=(Section(said("ตอน"), (*QUESTIONS[:2], *more)),))


def test_a_question_that_only_some_are_asked_does_not_tell_what_they_chose(client: Client, cast: Cast) -> None:
    survey = open_survey(by=cast.somying, survey=of(cast.somying, cast.agency, branching("below", "deeper")))
    asked = {"below": 1, "deeper": 0}
    few, many = {"division": 1, "age": 2, **asked}, {"division": 2, "age": 2, **asked}
    answer(survey, [few] * 2 + [{"division": 1, "age": 1}] * 6 + [many] * 6, days_ago=3)
    assert {tuple(row[1:5]) for row in table(client, survey)[2:]} == {("", "", "", "")}
    closed_days_ago(cast.somying, survey, 1)
    rows = Counter(tuple(row[1:5]) for row in table(client, survey)[2:])
    assert rows == {("1", "", "", ""): 8, ("2", "2", "1", "0"): 6}


def test_few_of_a_version_are_not_known_by_the_questions_that_it_asked(
    client: Client, cast: Cast, survey: Survey
) -> None:
    answer(survey, [person(days=1)] * 9, days_ago=3)
    survey.refresh_from_db()
    changed = replace(ASKED, sections=(Section(said("ตอน"), (*QUESTIONS[:2], QUESTIONS[3])),))
    change_questionnaire(by=cast.somying, survey=survey, questionnaire=changed, version=survey.version)
    open_survey(by=cast.somying, survey=survey)
    answer(survey, [{"division": 1, "age": 1, "days": 1}] * 2, days_ago=3)
    for _look in ("open", "closed"):
        _heads, keys, *rows = table(client, survey)
        assert {row[keys.index("topics_2_v1")] for row in rows} == {""}
        closed_days_ago(cast.somying, survey, 1)


def test_a_key_may_be_of_one_choice_in_a_version_and_of_many_in_another(
    client: Client, cast: Cast, survey: Survey
) -> None:
    answer(survey, [person()] * 5, days_ago=3)
    survey.refresh_from_db()
    changed = replace(ASKED, sections=(Section(said("ตอน"), (replace(QUESTIONS[2], kind=AnswerKind.CHOICE),)),))
    change_questionnaire(by=cast.somying, survey=survey, questionnaire=changed, version=survey.version)
    open_survey(by=cast.somying, survey=survey)
    answer(survey, [{"topics": 2}] * 5, days_ago=3)
    closed_days_ago(cast.somying, survey, 1)
    assert len(table(client, survey)) == 12


def test_excel_has_answers_a_codebook_and_texts_apart_and_no_formula(client: Client, survey: Survey) -> None:
    answer(survey, [person(words="=HYPERLINK(1)")] * 5)
    book = CalamineWorkbook.from_filelike(io.BytesIO(client.get(page(survey, "answers.xlsx")).content))
    assert book.sheet_names == ["คำตอบ", "คำอธิบายข้อมูล", "ข้อความเปิด"]
    assert len(book.get_sheet_by_name("คำตอบ").to_python()) == 7
    codebook = book.get_sheet_by_name("คำอธิบายข้อมูล").to_python()
    assert ["division", "กอง", "1 = =กองคลัง; 2 = กองช่าง", ""] in codebook
    texts = book.get_sheet_by_name("ข้อความเปิด").to_python()
    assert texts[1:] == [["words", "ข้อความ", "'=HYPERLINK(1)"]] * 5


def test_too_many_answers_for_a_sheet_are_said_with_the_way_out(
    client: Client, survey: Survey, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(survey, [person()] * 6)
    monkeypatch.setattr(exporting, "MOST_CELLS", 6 * 5)
    assert client.get(page(survey, "answers.xlsx"))["Content-Type"] == exporting.XLSX
    monkeypatch.setattr(exporting, "MOST_CELLS", 6 * 5 - 1)
    assert "โปรดใช้ไฟล์ CSV" in client.get(page(survey, "answers.xlsx"), follow=True).content.decode()


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1"])
def test_what_a_spreadsheet_would_run_is_made_harmless(text: str) -> None:
    assert exporting.harmless(text) == f"'{text}"
    assert exporting.harmless("ดี = มาก") == "ดี = มาก"


def test_parquet_says_what_its_columns_and_numbers_mean(client: Client, cast: Cast, survey: Survey) -> None:
    answer(survey, [person(days=2)] * 5, days_ago=3)
    closed_days_ago(cast.somying, survey, 1)
    found = pq.read_table(io.BytesIO(client.get(page(survey, "answers.parquet")).content))
    assert found.num_rows == 5
    assert found.column("days").to_pylist() == [2.0] * 5
    assert found.schema.field("division").metadata[b"options"].decode() == "1 = =กองคลัง; 2 = กองช่าง"


def test_without_pyarrow_the_page_says_what_is_switched_off_and_how_to_add_it(
    client: Client, survey: Survey, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(survey, [person()] * 5)
    monkeypatch.setattr(exporting, "find_spec", lambda _name: None)
    text = client.get(page(survey, "")).content.decode()
    assert "ยังไม่เปิดใช้ไฟล์ Parquet" in text
    assert "answers.parquet" not in text
    response = client.get(page(survey, "answers.parquet"), follow=True)
    assert "prongsai[analysis]" in response.content.decode()


def test_the_tables_of_results_are_those_of_the_page(client: Client, survey: Survey) -> None:
    answer(survey, [person(days=days) for days in (1, 2, 3, 4, 6)])
    rows = {(row[1], row[3]): row[4:8] for row in table(client, survey, "tables.csv")}
    assert rows["division", "'=กองคลัง"] == ["5", "5", "100.0", ""]
    assert rows["topics", "ก"] == ["5", "0", "0.0", ""]
    assert rows["days", ""] == ["5", "", "", "3.2"]
    assert rows["words", ""] == ["< 5", "", "", ""]


def test_tables_have_the_groups_that_the_page_shows(client: Client, cast: Cast) -> None:
    survey = answered_survey(cast.somying, cast.agency, people=0)
    answer(survey, [{**CONTENT, "service": service} for service in (1, 2) for _one in range(6)], days_ago=3)
    closed_days_ago(cast.somying, survey, 1)
    head, *rows = table(client, survey, "tables.csv?by=service")
    assert head[8] == "งานทะเบียนและบัตร: จำนวน"
    overall = next(row for row in rows if row[1] == "overall" and row[3] == "มาก")
    assert overall[8:11] == ["6", "6", "ปกปิด"]
