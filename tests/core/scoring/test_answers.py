"""From counted answers to questions and indicators."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from prongsai.core.framework.framework import Coding, Confidence
from prongsai.core.scoring.answers import Tally, tally
from prongsai.core.scoring.figure import Grade, How
from prongsai.core.scoring.perception import question_figures
from prongsai.core.scoring.refusal import NotScored
from prongsai.core.scoring.score import gather_answers, score_answers
from tests.core.scoring.mechanisms import FROM_MEMORY, MECHANISMS, SCALES, results

THREE = tally([{"q1a": 4, "q1b": 1, "q2": 1, "q3": 1}, {"q1a": 3, "q2": 4, "q3": 0}, {"q1a": 4, "q3": 1}])


def test_a_part_is_the_mean_over_those_who_answered_it() -> None:
    question = question_figures(MECHANISMS, THREE)["q1"]
    assert [(part.code, part.value, part.respondents) for part in question.parts] == [
        ("q1a", Fraction(100 + 67 + 100, 3), 3),
        ("q1b", Fraction(0), 1),
    ]
    assert question.value == Fraction(89, 2)


def test_reversed_and_yes_or_no_answers_have_their_own_points() -> None:
    found = question_figures(MECHANISMS, THREE)
    assert (found["q2"].value, found["q3"].value) == (Fraction(50), Fraction(200, 3))
    assert found["q3"].shown == Decimal("66.67")


def test_a_question_of_one_part_unfolds_straight_into_its_choices() -> None:
    question = question_figures(MECHANISMS, THREE)["q2"]
    assert (question.grade, question.how, question.parts) == (Grade.QUESTION, How.ANSWERS, ())
    assert [(one.choice.value, one.times) for one in question.chosen] == [(1, 1), (2, 0), (3, 0), (4, 1)]


def test_what_is_from_memory_is_told_of_question_and_scale() -> None:
    remembered = tuple(replace(one, origin=FROM_MEMORY) if one.coding is Coding.GOOD else one for one in SCALES)
    found = question_figures(replace(MECHANISMS, scales=remembered), tally([{"q2": 1, "q3": 1, "q4": 1}]))
    assert [one.confidence for one in found.values()] == [Confidence.CERTAIN, Confidence.MEMORY, Confidence.MEMORY]


def test_a_question_that_nobody_answered_is_left_out_and_told() -> None:
    gathered = gather_answers(MECHANISMS, tally([{"q2": 1}]), {})
    assert gathered.indicators[1].value == 100
    assert gathered.unanswered == ("q1",)


def test_an_indicator_without_any_answer_is_missing() -> None:
    gathered = gather_answers(MECHANISMS, tally([{"q2": 1}]), results())
    assert gathered.missing == ("2",)
    with pytest.raises(NotScored, match="nothing is known of indicator 2"):
        score_answers(MECHANISMS, tally([{"q2": 1}]), results())


def test_an_item_without_result_is_missing() -> None:
    some = results()
    del some["O2"]
    assert gather_answers(MECHANISMS, THREE, some).missing == ("O2",)
    assert gather_answers(MECHANISMS, THREE, {}).missing == ("3",)


def test_answers_and_items_make_a_result() -> None:
    found = score_answers(MECHANISMS, THREE, results())
    assert found.instruments == {"ASK": Decimal("56.50"), "SEE": Decimal("86.67")}
    # ASK: (2·44.5 + 50)/3 = 46.33… and 66.66…; SEE: (100 + 60 + 100)/3.
    assert found.total == Decimal("22.60") + Decimal("52.00")
    assert found.level.name == "ผ่าน"


def test_it_refuses_an_answer_that_is_no_choice() -> None:
    with pytest.raises(NotScored, match="q1a has the answer 5"):
        question_figures(MECHANISMS, tally([{"q1a": 5}]))


def test_it_refuses_to_score_answers_without_a_scale() -> None:
    with pytest.raises(NotScored, match=r"seven/2566 does not say what the choices of normal questions \(q1\)"):
        question_figures(replace(MECHANISMS, scales=()), THREE)


def test_no_answers_are_no_questions() -> None:
    assert question_figures(MECHANISMS, Tally()) == {}
