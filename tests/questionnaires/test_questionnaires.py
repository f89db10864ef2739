"""Shipped questionnaires are sound, faults of one that is brought are told by line, and all go out and come back."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from prongsai.core.sentence import Sentence
from prongsai.core.surveys.checks import faults_of
from prongsai.core.surveys.questionnaire import AnswerKind, SurveyKind
from prongsai.questionnaires import UnknownQuestionnaire, load, parse, to_yaml
from prongsai.strict_yaml import Faulty

SHIPPED = (SurveyKind.SATISFACTION, SurveyKind.TRAINING)
SMALL = """schema: 1
kind: own
title: แบบทดลอง
sections:
  - title: ตอนเดียว
    questions:
      - {key: q1, kind: yes_no, text: เคยหรือไม่}
      - {key: q2, kind: choice, text: เลือก, options: [หนึ่ง, {th: สอง, en: Two}], shown_if: {key: q1, values: [1]}}
      - {key: q3, kind: number, text: กี่วัน, least: 0, most: "7.5", required: false}
"""


def faults(text: str) -> list[tuple[int, str]]:
    """Line and English sentence of each fault of a text."""
    with pytest.raises(Faulty) as told:
        parse(text, "แบบ.yaml")
    return [(one.line, one.sentence.en) for one in told.value.faults]


@pytest.mark.parametrize("kind", SHIPPED)
def test_a_shipped_one_is_sound_and_says_everything_in_two_languages(kind: SurveyKind) -> None:
    made = load(kind)
    assert faults_of(made) == ()
    said = [made.title, made.introduction, *(one.title for one in made.sections)]
    said += [one.text for one in made.questions]
    said += [option.label for one in made.questions for option in one.options]
    assert all(one.th and one.en for one in said)


@pytest.mark.parametrize("kind", SHIPPED)
def test_one_that_is_written_out_is_read_back_as_the_same(kind: SurveyKind) -> None:
    assert parse(to_yaml(load(kind)), "x") == load(kind)


def test_nothing_is_shipped_for_a_questionnaire_of_ones_own() -> None:
    with pytest.raises(UnknownQuestionnaire):
        load(SurveyKind.OWN)


def test_the_short_ways_of_writing_are_understood() -> None:
    made = parse(SMALL, "x")
    first, second, third = made.questions
    assert [one.value for one in first.options] == [1, 0]
    assert [(one.value, one.label) for one in second.options] == [(1, Sentence("หนึ่ง", "")), (2, Sentence("สอง", "Two"))]
    assert (third.least, third.most, third.required) == (Decimal(0), Decimal("7.5"), False)
    assert parse(to_yaml(made), "x") == made


def test_a_fault_of_sense_is_told_at_the_line_of_its_question() -> None:
    assert faults(SMALL.replace("key: q3", "key: q1")) == [
        (9, "The key “q1” is taken by an earlier question. Please give it another.")
    ]
    later = SMALL.replace("{key: q1, values: [1]}", "{key: q3, values: [1]}")
    assert faults(later)[0][0] == 8
    assert "q3" in faults(later)[0][1]


def test_a_fault_of_form_is_told_at_its_line() -> None:
    assert faults(SMALL.replace("kind: own", "kind: party")) == [
        (2, "unknown 'party'; known are mock_iit, mock_eit, satisfaction, training, own")
    ]
    assert faults(SMALL.replace("required: false", "musst: false")) == [(9, "unknown key 'musst'")]
    assert faults(SMALL.replace('most: "7.5"', 'most: "มาก"')) == [(9, "'มาก' is no number of at most 15 digits")]
    assert faults(SMALL.replace("options: [หนึ่ง", "options: [12")) == [(8, "option 1 is a text; put it in quotes")]
    assert faults(SMALL.replace("schema: 1", "schema: 2")) == [(1, "schema is 1")]
    assert faults("- ก\n- ข")[0] == (1, "expected a mapping")


def test_all_faults_are_told_at_once() -> None:
    broken = SMALL.replace("kind: own", "kind: party").replace("kind: number", "kind: figure")
    assert [line for line, _what in faults(broken)] == [2, 9]


def test_a_questionnaire_of_every_kind_and_branch_survives() -> None:
    made = parse(SMALL, "x")
    section = made.sections[0]
    text = replace(section.questions[0], key="q4", kind=AnswerKind.TEXT, options=(), most=Decimal(20))
    grown = replace(made, sections=(replace(section, questions=(*section.questions, text)),), from_memory=True)
    assert parse(to_yaml(grown), "x") == grown


@pytest.mark.parametrize("number", ["1e9999999", "1e-9999999", "1234567890123456", "NaN"])
def test_a_bound_that_no_answer_could_be_held_against_is_refused(number: str) -> None:
    [(line, told)] = faults(SMALL.replace('"7.5"', f'"{number}"'))
    assert line == 9 and "no number of at most 15 digits" in told
