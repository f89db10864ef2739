"""What is wrong with a questionnaire is said with the name of the question; what is right is let through."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from prongsai.core.sentence import Sentence
from prongsai.core.surveys.checks import MOST_QUESTIONS, faults_of
from prongsai.core.surveys.questionnaire import (
    AnswerKind,
    Option,
    Questionnaire,
    Section,
    ShownIf,
    SurveyKind,
    SurveyQuestion,
)


def said(th: str) -> Sentence:
    return Sentence(th, "")


def options(*values: int) -> tuple[Option, ...]:
    return tuple(Option(value, said(f"ตัวเลือก {value}")) for value in values)


CHOICE = SurveyQuestion("q1", AnswerKind.CHOICE, said("เลือก"), options(1, 2))
TEXT = SurveyQuestion("q2", AnswerKind.TEXT, said("เขียน"))


def made(*questions: SurveyQuestion) -> Questionnaire:
    return Questionnaire(SurveyKind.OWN, said("แบบ"), said(""), (Section(said("ตอน"), questions),))


def english(*questions: SurveyQuestion) -> str:
    return " ".join(fault.sentence.en for fault in faults_of(made(*questions)))


def test_it_lets_a_sound_one_through() -> None:
    assert faults_of(made(CHOICE, replace(TEXT, shown_if=ShownIf("q1", (2,)), most=Decimal(100)))) == ()


def test_it_wants_a_title_and_a_question() -> None:
    bare = Questionnaire(SurveyKind.OWN, said(" "), said(""), ())
    assert [fault.sentence.en for fault in faults_of(bare)] == [
        "Please give the survey a title.",
        "There is no question yet. Please add at least one.",
    ]


def test_it_names_an_empty_section_by_its_number() -> None:
    two = replace(made(CHOICE), sections=(*made(CHOICE).sections, Section(said("ว่าง"), ())))
    (fault,) = faults_of(two)
    assert (fault.section, fault.question) == (1, None)
    assert "ตอนที่ 2" in fault.sentence.th


@pytest.mark.parametrize("key", ["", "1a", "Q1", "ก", "a b", "a" * 31])
def test_it_names_a_key_that_cannot_be(key: str) -> None:
    assert "may have a-z" in english(replace(CHOICE, key=key))


def test_it_names_a_key_that_stands_twice_in_any_section() -> None:
    two = replace(made(CHOICE), sections=(*made(CHOICE).sections, Section(said("ข"), (TEXT, CHOICE))))
    (fault,) = faults_of(two)
    assert (fault.section, fault.question) == (1, 1)
    assert "“q1”" in fault.sentence.en


@pytest.mark.parametrize("kind", [AnswerKind.CHOICE, AnswerKind.CHOICES, AnswerKind.SCALE])
def test_it_wants_two_options(kind: AnswerKind) -> None:
    assert "needs 2 to 30" in english(replace(CHOICE, kind=kind, options=options(1)))


def test_it_wants_different_values_and_a_text_for_each_option() -> None:
    assert "each once" in english(replace(CHOICE, options=options(1, 1)))
    assert "needs a Thai text" in english(replace(CHOICE, options=(*options(1), Option(2, Sentence(" ", "Two")))))


def test_yes_or_no_has_just_these_two() -> None:
    assert english(replace(CHOICE, kind=AnswerKind.YES_NO, options=options(1, 0))) == ""
    assert "0 and 1" in english(replace(CHOICE, kind=AnswerKind.YES_NO))


def test_what_is_written_has_no_options() -> None:
    assert "not chosen" in english(replace(TEXT, options=options(1, 2)))


def test_a_question_depends_on_an_earlier_one_only() -> None:
    assert "not before it" in english(replace(CHOICE, shown_if=ShownIf("q2", (1,))), replace(CHOICE, key="q2"))
    assert "not before it" in english(replace(CHOICE, shown_if=ShownIf("q1", (1,))))


def test_two_questions_cannot_wait_for_each_other() -> None:
    first = replace(CHOICE, shown_if=ShownIf("q2", (1,)))
    second = replace(CHOICE, key="q2", shown_if=ShownIf("q1", (1,)))
    assert english(first, second) != ""


def test_a_question_depends_on_what_is_chosen_and_on_an_option_that_is_there() -> None:
    assert "has no options" in english(TEXT, replace(CHOICE, shown_if=ShownIf("q2", (1,))))
    assert "does not have" in english(CHOICE, replace(TEXT, shown_if=ShownIf("q1", (3,))))
    assert "does not have" in english(CHOICE, replace(TEXT, shown_if=ShownIf("q1", ())))


def test_bounds_stand_in_order_and_only_where_they_mean_something() -> None:
    number = SurveyQuestion("n", AnswerKind.NUMBER, said("กี่วัน"), least=Decimal(9), most=Decimal(3))
    assert "swap" in english(number)
    assert "has no bounds" in english(replace(CHOICE, most=Decimal(3)))
    assert "may allow 1 to" in english(replace(TEXT, most=Decimal(0)))
    assert "may allow 1 to" in english(replace(TEXT, least=Decimal(1)))


def test_it_counts_the_questions() -> None:
    many = [replace(TEXT, key=f"q{at}") for at in range(MOST_QUESTIONS + 1)]
    assert f"over {MOST_QUESTIONS}" in english(*many)
    assert english(*many[1:]) == ""


def test_texts_have_an_end() -> None:
    assert "over 1000 letters" in english(replace(TEXT, text=said("ก" * 1001)))
    assert "no Thai text" in english(replace(TEXT, text=Sentence("", "English only")))
