"""A questionnaire is changed one thing at a time, and nothing else of it moves."""

from __future__ import annotations

import pytest

from prongsai.core.sentence import Sentence
from prongsai.core.surveys import editing
from prongsai.core.surveys.questionnaire import AnswerKind, Questionnaire, Section, SurveyKind, SurveyQuestion


def text(key: str) -> SurveyQuestion:
    return SurveyQuestion(key, AnswerKind.TEXT, Sentence(key, ""))


def section(title: str, *keys: str) -> Section:
    return Section(Sentence(title, ""), tuple(text(key) for key in keys))


TWO = Questionnaire(
    SurveyKind.OWN, Sentence("แบบ", ""), Sentence("", ""), (section("ก", "q1", "q2"), section("ข", "q3"))
)


def keys(questionnaire: Questionnaire) -> list[list[str]]:
    return [[one.key for one in each.questions] for each in questionnaire.sections]


def test_a_question_moves_within_its_section_and_over_its_edge() -> None:
    assert keys(editing.with_question_moved(TWO, "q2", -1)) == [["q2", "q1"], ["q3"]]
    assert keys(editing.with_question_moved(TWO, "q2", 1)) == [["q1"], ["q2", "q3"]]
    assert keys(editing.with_question_moved(TWO, "q3", -1)) == [["q1", "q2", "q3"], []]


def test_at_the_very_edge_it_stays() -> None:
    assert editing.with_question_moved(TWO, "q1", -1) == TWO
    assert editing.with_question_moved(TWO, "q3", 1) == TWO
    assert editing.with_section_moved(TWO, 0, -1) == TWO
    assert keys(editing.with_section_moved(TWO, 0, 1)) == [["q3"], ["q1", "q2"]]


def test_a_question_is_added_at_the_end_of_its_section_or_takes_the_place_of_its_key() -> None:
    assert keys(editing.with_question(TWO, text("q9"), 0)) == [["q1", "q2", "q9"], ["q3"]]
    other = SurveyQuestion("q1", AnswerKind.NUMBER, Sentence("ใหม่", ""))
    changed = editing.with_question(TWO, other, 1)
    assert keys(changed) == keys(TWO)
    assert changed.question("q1") == other


def test_a_question_and_a_section_are_taken_out() -> None:
    assert keys(editing.without_question(TWO, "q1")) == [["q2"], ["q3"]]
    assert keys(editing.without_section(TWO, 0)) == [["q3"]]


def test_what_is_not_there_is_not_guessed() -> None:
    with pytest.raises(LookupError):
        editing.without_question(TWO, "q8")
    with pytest.raises(LookupError):
        editing.without_section(TWO, 2)
    with pytest.raises(LookupError):
        editing.with_question(TWO, text("q9"), -1)


def test_words_change_and_questions_stay() -> None:
    named = editing.with_section(TWO, 1, Sentence("ใหม่", "New"), Sentence("ช่วย", ""))
    assert keys(named) == keys(TWO)
    assert named.sections[1].title.en == "New"
    assert len(editing.with_section(TWO, None, Sentence("ค", ""), Sentence("", "")).sections) == 3
    assert editing.with_head(TWO, Sentence("ชื่อ", ""), Sentence("คำ", "")).sections == TWO.sections


def test_it_knows_what_stands_before_a_question() -> None:
    assert [one.key for one in editing.before(TWO, "q3", 1)] == ["q1", "q2"]
    assert [one.key for one in editing.before(TWO, None, 0)] == ["q1", "q2"]


def test_a_new_key_is_never_one_that_was_given() -> None:
    assert editing.next_key(TWO) == "q4"
    assert editing.next_key(editing.without_question(TWO, "q3"), TWO) == "q4"
