"""Items that bear on a weak point: those that the report names, then those of the same subject."""

from dataclasses import replace
from decimal import Decimal

from prongsai.core.framework.origin import Confidence
from prongsai.core.scoring.known import Recommendation
from prongsai.core.weak_points.bearing import BEARINGS, OF_INDICATORS, items_for
from prongsai.core.weak_points.ranking import weakness_of
from tests.core.weak_points.results import FRAMEWORK, TEN, B, items

SUBJECTS = {subject for item in FRAMEWORK.items for subject in item.subjects}


def point(code, **more):
    questions = {one.code: TEN[one.indicator] - 1 for one in FRAMEWORK.questions}
    known = replace(
        B, questions=questions, indicators={9: Decimal(50), 10: Decimal(50)}, items=items({"O12": 0}), **more
    )
    return weakness_of(FRAMEWORK, known).point(code)


def test_every_subject_of_the_table_is_one_of_the_framework():
    told = {subject for one in BEARINGS for subject in one.subjects}
    assert told | {subject for each in OF_INDICATORS.values() for subject in each} <= SUBJECTS


def test_nothing_of_the_table_is_more_than_likely():
    assert {one.origin.confidence for one in BEARINGS} <= {Confidence.LIKELY, Confidence.MEMORY}


def test_every_question_of_the_framework_but_few_has_an_item_that_bears_on_it():
    codes = [one.code for one in FRAMEWORK.questions]
    without = [code for code in codes if not items_for(point(code), FRAMEWORK, FRAMEWORK)]
    assert len(without) <= len(codes) // 10


def test_an_item_bears_on_itself_under_its_code_of_the_planned_year():
    other = replace(
        FRAMEWORK,
        items=tuple(
            replace(one, code="O5") if one.code == "O12" else one for one in FRAMEWORK.items if one.code != "O5"
        ),
    )
    (found,) = items_for(point("O12"), FRAMEWORK, other)
    assert (found.item.code, found.named) == ("O5", True)


def test_what_the_report_names_stands_first():
    advised = point("e13", recommendations=(Recommendation("e13", "ควรเพิ่มช่องทาง", ("O31",)),))
    found = items_for(advised, FRAMEWORK, FRAMEWORK)
    assert [(one.item.code, one.named) for one in found] == [("O31", True), ("O18", False)]
