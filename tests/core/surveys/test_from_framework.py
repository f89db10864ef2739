"""A mock survey asks what the framework asks, can be scored as it is, and says what is from memory."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from prongsai.core.framework.origin import Confidence, Origin
from prongsai.core.framework.rules import Mechanics
from prongsai.core.framework.samples import SampleRule
from prongsai.core.surveys.checks import faults_of
from prongsai.core.surveys.from_framework import NothingToAsk, mock
from prongsai.core.surveys.questionnaire import AnswerKind, SurveyKind
from prongsai.core.surveys.samples import rule_of, sample
from prongsai.frameworks import load

FRAMEWORK = load("ita", 2566)
IIT, EIT = SurveyKind.MOCK_IIT, SurveyKind.MOCK_EIT
SURE = Origin("test", Confidence.CERTAIN)


@pytest.mark.parametrize("kind", [IIT, EIT])
def test_it_asks_every_part_of_every_question_under_its_scoring_key(kind: SurveyKind) -> None:
    made = mock(FRAMEWORK, kind, 2570)
    code = "IIT" if kind is IIT else "EIT"
    numbers = {one.number for one in FRAMEWORK.indicators_of(code)}
    keys = [key for one in FRAMEWORK.questions if one.indicator in numbers for key in one.keys]
    assert [one.key for one in made.questions] == keys
    assert [one.title.th for one in made.sections] == [one.name for one in FRAMEWORK.indicators_of(code)]
    assert faults_of(made) == ()
    assert "2570" in made.title.th


def test_what_is_stored_is_what_the_year_s_scale_scores() -> None:
    for question in mock(FRAMEWORK, IIT, 2570).questions:
        code = question.key.rstrip("abcd")
        found = FRAMEWORK.question(code)
        assert found is not None
        part = found.parts[found.keys.index(question.key)]
        scale = FRAMEWORK.scale(part.coding)
        assert scale is not None
        assert [one.value for one in question.options] == [one.value for one in scale.choices]
        assert [one.label.th for one in question.options] == [one.label for one in scale.choices]


def test_parts_share_the_sentence_above_them() -> None:
    made = mock(FRAMEWORK, IIT, 2570)
    two = next(one for one in FRAMEWORK.questions if len(one.parts) > 1)
    first, second = (made.question(key) for key in two.keys[:2])
    assert first is not None and second is not None
    assert first.lead.th == second.lead.th == two.text
    assert (first.text.th, second.text.th) == (two.parts[0].label, two.parts[1].label)


def test_a_choice_of_having_or_not_is_asked_as_yes_or_no() -> None:
    kinds = {one.kind for one in mock(FRAMEWORK, EIT, 2570).questions}
    assert kinds == {AnswerKind.SCALE, AnswerKind.YES_NO}


def test_it_says_that_it_is_from_memory_where_one_question_is() -> None:
    sure = replace(
        FRAMEWORK,
        questions=tuple(replace(one, origin=SURE) for one in FRAMEWORK.questions),
        scales=tuple(replace(one, origin=SURE) for one in FRAMEWORK.scales),
    )
    assert not mock(sure, IIT, 2570).from_memory
    remembered = replace(sure.questions[0], origin=Origin("", Confidence.MEMORY))
    assert mock(replace(sure, questions=(remembered, *sure.questions[1:])), IIT, 2570).from_memory


def test_it_leaves_out_what_is_not_asked_of_such_an_agency() -> None:
    first = FRAMEWORK.questions[0]
    other = replace(first, mechanics=Mechanics(not_for=("university",)))
    changed = replace(FRAMEWORK, questions=(other, *FRAMEWORK.questions[1:]))
    assert mock(changed, IIT, 2570, "university").question(first.keys[0]) is None
    assert mock(changed, IIT, 2570, "city_municipality").question(first.keys[0]) is not None


def test_without_questions_or_scales_there_is_nothing_to_ask() -> None:
    with pytest.raises(NothingToAsk):
        mock(replace(FRAMEWORK, questions=()), IIT, 2570)
    with pytest.raises(NothingToAsk):
        mock(replace(FRAMEWORK, scales=()), IIT, 2570)


def test_the_sample_counts_against_the_rule_of_the_instrument() -> None:
    rule = SampleRule("IIT", "", SURE, share=Decimal("0.1"), least=30)
    framework = replace(FRAMEWORK, samples=(rule,))
    found = sample(rule_of(framework, IIT, None), 500, 41)
    assert found is not None
    assert (found.needed, found.have, found.missing) == (50, 41, 9)
    assert rule_of(framework, EIT, None) is None
    assert rule_of(framework, SurveyKind.OWN, None) is None


def test_more_answers_than_needed_leave_none_missing_and_no_population_tells_nothing() -> None:
    rule = SampleRule("IIT", "", SURE, share=Decimal("0.1"), least=30)
    assert sample(rule, None, 41) is None
    found = sample(rule, 20, 41)
    assert found is not None
    assert (found.needed, found.missing) == (20, 0)
