"""The measure that a weak point begins, and the measures of former years that dealt with the same."""

from dataclasses import replace
from decimal import Decimal

from prongsai.core.measures.content import MeasureContent, may_be_kept
from prongsai.core.scoring.known import Recommendation
from prongsai.core.weak_points.bearing import items_for
from prongsai.core.weak_points.former import FormerMeasure, FormerMeasures
from prongsai.core.weak_points.proposal import proposal
from prongsai.core.weak_points.ranking import weakness_of
from tests.core.weak_points.results import FRAMEWORK, TEN, B, items

KNOWN = replace(
    B,
    indicators={**TEN, 10: Decimal("93.75")},
    items=items({"O34": 0}),
    questions={one.code: TEN[2] for one in FRAMEWORK.questions_of(2)},
    recommendations=(Recommendation("i7", "แจ้งแผนการใช้จ่ายให้บุคลากรทราบทุกไตรมาส", ("O11",)),),
)
WEAKNESS = weakness_of(FRAMEWORK, KNOWN)


def former(title, indicator=None, pk=1, year=2565, steps=()):
    return FormerMeasure(pk, year, MeasureContent(title=title, indicator=indicator, steps=steps), True)


def made(code, old=None):
    point = WEAKNESS.point(code)
    return proposal(point, 2567, 4, items_for(point, FRAMEWORK, FRAMEWORK), old)


def test_the_measure_of_an_item_has_its_components_as_steps():
    content = made("O34")
    assert (content.number, content.indicator, content.period) == (4, 10, "ปีงบประมาณ ๒๕๖๗")
    assert "(O๓๔)" in content.title
    assert len(content.steps) == len(FRAMEWORK.item("O34").components)
    assert content.monitoring
    assert may_be_kept(content)


def test_the_measure_of_a_question_begins_with_its_recommendation_and_the_items_that_it_names():
    content = made("i7")
    assert content.steps[0] == "แจ้งแผนการใช้จ่ายให้บุคลากรทราบทุกไตรมาส"
    assert content.steps[1].startswith("จัดทำและเผยแพร่ O๑๑")


def test_a_former_measure_gives_steps_and_owners_where_nothing_else_does():
    old = FormerMeasure(7, 2565, MeasureContent(title="x", steps=("ประชุมชี้แจง",), responsible=("กองคลัง",)), True)
    assert (made("3", old).steps, made("3", old).responsible) == (("ประชุมชี้แจง",), ("กองคลัง",))
    assert made("O34", old).steps != ("ประชุมชี้แจง",)


def test_a_measure_that_has_the_name_of_the_item_in_its_steps_is_found():
    name = FRAMEWORK.item("O34").name
    hit = former("มาตรการอื่น", steps=(f"จัดทำ{name}",), pk=2)
    assert FormerMeasures([former("ปลูกต้นไม้ริมทาง"), hit]).alike(WEAKNESS.point("O34")) == (hit,)


def test_of_many_alike_the_three_most_alike_are_told_and_the_newest_first():
    same = [former("ยกระดับการใช้อำนาจ", 3, pk, year) for pk, year in ((1, 2563), (2, 2565), (3, 2564), (4, 2562))]
    assert [one.year for one in FormerMeasures(same).alike(WEAKNESS.point("3"))] == [2565, 2564, 2563]
