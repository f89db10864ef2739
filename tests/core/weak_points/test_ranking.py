"""Weak points stand by what they bring to the total, and together bring no more than what is missing to 100."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.core.scoring.figure import Grade
from prongsai.core.scoring.known import ItemResult, KnownResult, Recommendation
from prongsai.core.scoring.refusal import NotScored
from prongsai.core.weak_points.point import WeakKind
from prongsai.core.weak_points.ranking import weakness_of
from tests.core.weak_points.results import FRAMEWORK, TEN, B, even, items

scores = st.integers(0, 10_000).map(lambda value: Decimal(value) / 100)
ITEMS = {item.code: item for item in FRAMEWORK.items}


@st.composite
def whole(draw):
    """A result of questions and items only: nothing published that could contradict them."""
    return KnownResult(
        2566,
        questions={one.code: draw(scores) for one in FRAMEWORK.questions},
        items={code: ItemResult(Decimal(draw(st.sampled_from((0, 100))))) for code in ITEMS},
    )


@settings(max_examples=10, deadline=None)
@given(known=st.one_of(whole(), st.builds(lambda ten: KnownResult(2566, ten), st.fixed_dictionaries(
    dict.fromkeys(range(1, 11), scores)
))))  # fmt: skip
def test_together_they_bring_exactly_what_is_missing_and_stand_by_points(known):
    weakness = weakness_of(FRAMEWORK, known)
    points = [one.points for one in weakness.points]
    assert points == sorted(points, reverse=True)
    assert sum(points, Fraction(0)) == 100 - weakness.result.figure.value
    assert all(one.score < 100 for one in weakness.points)


def test_an_item_that_failed_stands_before_a_lower_share_of_the_total():
    known = replace(B, indicators={**TEN, 9: Decimal("90")}, items=items({"O12": 0}))
    by_code = {one.code: one for one in weakness_of(FRAMEWORK, known).points}
    assert by_code["O12"].points == Fraction(1, 2)  # 40 / 2 / 5 / 8: ita.md §1.6
    assert by_code["1"].points > by_code["O12"].points  # higher in score, but worth more


def test_the_deepest_that_is_known_of_each_indicator_counts():
    known = replace(B, questions={one.code: TEN[2] for one in FRAMEWORK.questions_of(2)})
    grades = {one.indicator: one.grade for one in weakness_of(FRAMEWORK, known).points}
    assert grades[2] is Grade.QUESTION
    assert grades[3] is Grade.INDICATOR


def test_of_points_that_bring_the_same_the_lower_stands_first():
    known = even(90)
    assert [one.code for one in weakness_of(FRAMEWORK, known).points][:2] == ["9", "10"]  # 2 points each
    lower = replace(known, indicators={**known.indicators, 9: Decimal(100)}, items=items({"O31": 0, "O32": 0}))
    found = [one for one in weakness_of(FRAMEWORK, lower).points if one.grade is Grade.ITEM]
    assert [one.score for one in found] == sorted(one.score for one in found)


def test_a_few_failed_items_are_enough_the_others_take_what_the_score_leaves():
    known = replace(B, items={"O34": ItemResult(Decimal(0), "ไม่พบมาตรการ")})
    weakness = weakness_of(FRAMEWORK, known)
    point = weakness.point("O34")
    assert (point.points, point.remark, point.kind) == (Fraction(5, 4), "ไม่พบมาตรการ", WeakKind.URGENT)
    assert sum((one.points for one in weakness.points), Fraction(0)) == 100 - weakness.result.figure.value
    assert not [one for one in weakness.points if one.code in weakness.assumed]


def test_what_failed_and_is_not_named_stands_as_the_rest_of_its_heading():
    known = replace(B, indicators={**TEN, 10: Decimal("80")}, items=items({"O34": 0}))
    weakness = weakness_of(FRAMEWORK, known)
    rests = {one.code: one for one in weakness.points if one.rest}
    assert set(rests) <= {"10", "10.1", "10.2"}
    assert rests
    assert sum((one.points for one in weakness.points), Fraction(0)) == pytest.approx(
        float(100 - weakness.result.figure.value), abs=1e-9
    )


def test_full_marks_everywhere_leave_nothing_to_do():
    assert weakness_of(FRAMEWORK, even(100)).points == ()


def test_an_item_that_does_not_apply_is_no_weak_point():
    known = replace(even(100), indicators={**TEN, 9: Decimal(100)}, items={"O19": ItemResult(None)})
    assert weakness_of(FRAMEWORK, known).point("O19") is None


def test_each_tells_the_total_and_level_that_it_leads_to():
    known = KnownResult(2566, {**dict.fromkeys(range(1, 11), Decimal(100)), 9: Decimal(70)})
    (point,) = weakness_of(FRAMEWORK, known).points
    assert (point.total_after, point.level_after.name) == (Decimal("100.00"), "ผ่านดีเยี่ยม")


def test_the_recommendation_of_the_report_stands_beside_the_question_that_it_names():
    advice = Recommendation("e15", "ควรประกาศขั้นตอนให้ชัดเจน", ("O34",))
    known = replace(B, questions={one.code: TEN[8] for one in FRAMEWORK.questions_of(8)}, recommendations=(advice,))
    point = weakness_of(FRAMEWORK, known).point("e15")
    assert (point.recommendations, point.advised_items) == (("ควรประกาศขั้นตอนให้ชัดเจน",), ("O34",))


def test_without_an_indicator_nothing_is_reckoned_and_the_sentence_says_what_is_missing():
    with pytest.raises(NotScored, match="7"):
        weakness_of(FRAMEWORK, replace(B, indicators={n: s for n, s in TEN.items() if n != 7}))
