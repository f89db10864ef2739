"""What a form sends becomes an answer, or comes back with what is missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.sentence import Sentence
from prongsai.core.surveys.answering import Answers, Value, from_text, minutes, take, to_text
from prongsai.core.surveys.questionnaire import (
    AnswerKind,
    Option,
    Questionnaire,
    Section,
    ShownIf,
    SurveyKind,
    SurveyQuestion,
)
from prongsai.core.surveys.workflow import Door, SurveyState, door

YES_NO = (Option(1, Sentence("ใช่", "Yes")), Option(0, Sentence("ไม่ใช่", "No")))
SAID = Sentence("คำถาม", "Question")
FIRST, LAST = date(2026, 2, 9), date(2026, 2, 20)


def asking(*questions: SurveyQuestion) -> Questionnaire:
    return Questionnaire(SurveyKind.OWN, SAID, SAID, (Section(SAID, questions),))


BRANCHING = asking(
    SurveyQuestion("came", AnswerKind.YES_NO, SAID, YES_NO),
    SurveyQuestion("why", AnswerKind.CHOICES, SAID, YES_NO, shown_if=ShownIf("came", (1,))),
    SurveyQuestion("more", AnswerKind.TEXT, SAID, shown_if=ShownIf("why", (0,)), required=False),
)


def sent(**fields: str | list[str]) -> Callable[[str], Sequence[str]]:
    return lambda name: [one] if isinstance(one := fields.get(name, []), str) else one


def only(question: SurveyQuestion, text: str) -> Value | str | None:
    taken = take(asking(question), sent(q1=text))
    return taken.faults[question.key].th if taken.faults else taken.answers.get(question.key)


def test_answers_are_values_by_keys() -> None:
    taken = take(BRANCHING, sent(q1="1", q2=["1", "0"], q3=" นาน\r\nมาก "))
    assert taken.answers == {"came": 1, "why": (0, 1), "more": "นาน\nมาก"} and not taken.faults


def test_answers_to_questions_that_are_not_shown_are_left_aside() -> None:
    assert take(BRANCHING, sent(q1="0", q2=["1"], q3="นาน")).answers == {"came": 0}
    assert take(BRANCHING, sent(q1="1", q2=["1"], q3="นาน")).answers == {"came": 1, "why": (1,)}


def test_what_must_be_answered_is_asked_for_only_where_it_is_shown() -> None:
    assert set(take(BRANCHING, sent()).faults) == {"came"}
    assert set(take(BRANCHING, sent(q1="1")).faults) == {"why"}
    assert not take(BRANCHING, sent(q1="0")).faults


@pytest.mark.parametrize("wrong", ["2", "-1", "ใช่", "1 ", "๑๑"])
def test_only_options_are_chosen(wrong: str) -> None:
    question = SurveyQuestion("q", AnswerKind.CHOICE, SAID, YES_NO)
    assert only(question, wrong) == (1 if wrong == "1 " else "โปรดเลือกจากตัวเลือกที่มี")


@pytest.mark.parametrize(
    ("text", "number"), [("12", "12"), ("๑๒.๕๐", "12.50"), ("1,234", "1234"), ("-3", "-3"), (" 0.1 ", "0.1")]
)
def test_numbers_are_exact_in_thai_and_arabic_digits(text: str, number: str) -> None:
    assert only(SurveyQuestion("q", AnswerKind.NUMBER, SAID), text) == Decimal(number)


@pytest.mark.parametrize("text", ["สิบ", "1e5", "1.2.3", "nan", "²", "1234567890123456"])
def test_what_is_no_number_is_told_so(text: str) -> None:
    assert str(only(SurveyQuestion("q", AnswerKind.NUMBER, SAID), text)).startswith("โปรดเขียน")


def test_numbers_and_texts_have_bounds() -> None:
    number = SurveyQuestion("q", AnswerKind.NUMBER, SAID, least=Decimal(1), most=Decimal(10))
    assert [only(number, text) for text in ("0", "11", "1", "10")] == ["น้อยที่สุดคือ 1", "มากที่สุดคือ 10", 1, 10]
    text = SurveyQuestion("q", AnswerKind.TEXT, SAID, most=Decimal(5))
    assert only(text, "กขคงจ") == "กขคงจ"
    assert only(text, "กขคงจฉ") == "ยาว 6 ตัวอักษร โปรดย่อให้ไม่เกิน 5 ตัวอักษร"
    long = SurveyQuestion("q", AnswerKind.TEXT, SAID)
    assert "5000" in str(only(long, "ก" * 5001))


def test_texts_lose_signs_that_nobody_types() -> None:
    assert only(SurveyQuestion("q", AnswerKind.TEXT, SAID), "ดี\x00มาก\x07\ud800\tครับ") == "ดีมากครับ"


values = st.one_of(
    st.integers(0, 999),
    st.lists(st.integers(0, 99), min_size=1, unique=True).map(lambda chosen: tuple(sorted(chosen))),
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=4),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
)


@given(st.dictionaries(st.from_regex("[a-z][a-z0-9_]{0,9}", fullmatch=True), values, max_size=8))
def test_what_is_stored_is_read_back(answers: Answers) -> None:
    assert from_text(to_text(answers)) == answers
    assert to_text(from_text(to_text(answers))) == to_text(answers)


def test_thirty_scales_take_five_minutes() -> None:
    scales = [SurveyQuestion(f"q{n}", AnswerKind.SCALE, SAID, YES_NO) for n in range(30)]
    assert minutes(asking(*scales)) == 5
    assert minutes(asking(scales[0])) == 1


def test_answers_are_taken_from_the_first_day_to_the_last() -> None:
    days = [FIRST.replace(day=1), FIRST, LAST, LAST.replace(day=28)]
    assert [door(SurveyState.OPEN, FIRST, LAST, day) for day in days] == [Door.NOT_YET, Door.OPEN, Door.OPEN, Door.OVER]
    assert door(SurveyState.CLOSED, None, None, FIRST) is Door.OVER
    assert door(SurveyState.DRAFT, FIRST, LAST, FIRST) is Door.NONE
    assert door(SurveyState.OPEN, None, None, FIRST) is Door.OPEN
