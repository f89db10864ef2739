"""What may be told of a survey's answers: of everybody in steps of five, of groups once, of a question by itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from prongsai.core.sentence import Sentence
from prongsai.core.surveys.counts import count
from prongsai.core.surveys.questionnaire import (
    AnswerKind,
    Option,
    Questionnaire,
    Section,
    ShownIf,
    SurveyKind,
    SurveyQuestion,
)
from prongsai.core.surveys.results import Results, choices_to_group_by, results


def said(th: str) -> Sentence:
    return Sentence(th, "")


def options(*values: int) -> tuple[Option, ...]:
    return tuple(Option(value, said(f"ตัวเลือก {value}")) for value in values)


DIVISION = SurveyQuestion("division", AnswerKind.CHOICE, said("กอง"), options(1, 2, 3))
CAME = SurveyQuestion("came", AnswerKind.YES_NO, said("เคยมา"), options(1, 0))
HOW = SurveyQuestion("how", AnswerKind.SCALE, said("พอใจ"), options(1, 2, 3, 4, 5), shown_if=ShownIf("came", (1,)))
TOPICS = SurveyQuestion("topics", AnswerKind.CHOICES, said("เรื่อง"), options(1, 2), required=False)
DAYS = SurveyQuestion("days", AnswerKind.NUMBER, said("กี่วัน"), required=False)
WORDS = SurveyQuestion("words", AnswerKind.TEXT, said("ข้อความ"), required=False)
ASKED = Questionnaire(
    SurveyKind.OWN, said("แบบ"), said(""), (Section(said("ตอน"), (DIVISION, CAME, HOW, TOPICS, DAYS, WORDS)),)
)
TODAY = date(2026, 11, 20)


def told(
    rows: Iterable[tuple[int, dict[str, Any]]],
    *,
    closed: date | None = None,
    today: date = TODAY,
    asked: dict[int, Questionnaire] | None = None,
    version: int = 1,
) -> Results:
    """The results of rows of (day of November, answers)."""
    known = asked or {1: ASKED}
    counted = count(((version, date(2026, 11, day), dict(answers)) for day, answers in rows), known)
    return results(counted, known, today, closed)


def of(found: Results, key: str) -> Any:
    return next(one for one in found.asked if one.question.key == key)


def person(division: int = 1, **more: Any) -> dict[str, Any]:
    return {"division": division, "came": 0, **more}


def test_four_people_are_told_of_in_nothing() -> None:
    found = told([(3, person())] * 4)
    assert (found.people, found.until) == (0, None)
    assert all(one.told is None for one in found.asked)


def test_answers_of_today_wait_until_the_day_is_over() -> None:
    rows = [(3, person())] * 5 + [(20, person())] * 5
    assert told(rows).people == 5
    assert told(rows, today=date(2026, 11, 21)).people == 10


def test_fewer_than_five_more_wait_for_the_others() -> None:
    rows = [(3, person())] * 5 + [(4, person())] * 4
    assert told(rows).people == 5
    assert told([*rows, (5, person())]).people == 10


def test_counts_shares_and_the_mean_are_exact() -> None:
    rows = [(3, person(came=1, how=how)) for how in (5, 5, 4, 1, 1, 1)]
    found = of(told(rows), "how").told
    assert (found.people, found.counts) == (6, {5: 2, 4: 1, 1: 3})
    assert found.mean == Fraction(17, 6)
    assert found.share(5) == Decimal("33.3")
    assert found.share(2) == 0


def test_a_question_is_told_only_when_five_have_answered_it() -> None:
    rows = [(3, person(came=1, how=5))] * 4 + [(3, person())] * 6
    found = told(rows)
    assert found.people == 10
    assert of(found, "how").told is None
    assert of(found, "came").told.counts == {1: 4, 0: 6}


def test_whoever_chose_two_is_one_person_and_counts_for_both() -> None:
    rows = [(3, person(topics=[1, 2]))] * 3 + [(3, person(topics=[2]))] * 2
    found = of(told(rows), "topics").told
    assert (found.people, found.counts) == (5, {1: 3, 2: 5})
    assert found.share(2) == 100


def test_numbers_have_their_mean_and_texts_only_their_number() -> None:
    rows = [(3, person(days=days, words="ดี")) for days in (1, 2, 2.5, 0, 4)]
    found = told(rows)
    assert of(found, "days").told.mean == Fraction(19, 10)
    assert of(found, "words").told.people == 5
    assert of(found, "words").told.counts == {}


def test_an_empty_answer_is_none() -> None:
    found = told([(3, person(topics=[], words="", days=None))] * 5)
    assert found.people == 5
    assert [of(found, key).told for key in ("topics", "words", "days")] == [None, None, None]


def test_groups_are_told_only_from_the_day_after_the_first_closing() -> None:
    rows = [(3, person(1))] * 6 + [(3, person(2))] * 6
    assert told(rows).group_sizes == {}
    assert told(rows, closed=TODAY).group_sizes == {}
    closed = told(rows, closed=date(2026, 11, 19))
    assert closed.group_sizes == {(1, 1): 12, (2, 1): 6, (2, 2): 6}
    assert closed.groups_until == date(2026, 11, 3)


def test_groups_keep_to_the_answers_up_to_the_first_closing() -> None:
    rows = [(3, person(1))] * 6 + [(3, person(2))] * 6
    before = told(rows, closed=date(2026, 11, 4))
    after = told([*rows, *[(9, person(1))] * 8], closed=date(2026, 11, 4))
    assert after.people == 20
    assert after.group_sizes == before.group_sizes
    assert of(after, "came").groups == of(before, "came").groups


def test_a_small_group_is_not_told_and_cannot_be_subtracted() -> None:
    rows = [(3, person(1))] * 9 + [(3, person(2))] * 9 + [(3, person(3))] * 3
    shown = told(rows, closed=date(2026, 11, 4)).group_sizes
    assert (2, 3) not in shown
    left = 21 - sum(size for (place, _value), size in shown.items() if place == 2)
    assert left >= 5


def test_a_question_of_few_within_a_group_is_judged_by_those_who_answered_it() -> None:
    rows = [(3, person(1, came=1, how=5))] * 6 + [(3, person(2))] * 8 + [(3, person(2, came=1, how=1))] * 2
    found = told(rows, closed=date(2026, 11, 4))
    assert (2, 2) in found.group_sizes
    assert (2, 2) not in of(found, "how").groups, "two people's answers"
    assert (2, 1) not in of(found, "how").groups, "the two are left when these six are subtracted from all eight"


def test_only_one_question_tells_groups_apart() -> None:
    second = replace(DIVISION, key="position")
    both = Questionnaire(SurveyKind.OWN, said("แบบ"), said(""), (Section(said("ตอน"), (CAME, DIVISION, second)),))
    assert [(place, one.key) for place, one in choices_to_group_by({1: both})] == [(2, "division")]


def test_versions_are_counted_together_where_options_agree() -> None:
    changed = replace(HOW, options=options(1, 2, 3))
    second = replace(ASKED, sections=(Section(said("ตอน"), (DIVISION, replace(CAME, text=said("ใหม่")), changed)),))
    known = {1: ASKED, 2: second}
    rows = [(1, date(2026, 11, 3), person(came=1, how=5)) for _one in range(5)]
    rows += [(2, date(2026, 11, 4), person(came=1, how=3)) for _one in range(5)]
    found = results(count(rows, known), known, TODAY)
    assert of(found, "came").versions == (1, 2)
    assert of(found, "came").told.people == 10
    assert [(one.versions, one.told and one.told.counts) for one in found.asked if one.question.key == "how"] == [
        ((2,), {3: 5}),
        ((1,), {5: 5}),
    ]


def test_the_tally_holds_what_is_told_and_no_more() -> None:
    rows = [(3, person(came=1, how=5))] * 4 + [(3, person(days=3, words="ดี"))] * 6
    tally = told(rows).tally()
    assert tally.of("came") == {1: 4, 0: 6}
    assert tally.of("how") == {}
    assert "words" not in tally.counts
    assert "days" not in tally.counts
