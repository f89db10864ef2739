"""A result of FY2568 in which items failed, and a plan of FY2569: what the tests of weak points begin with."""

from __future__ import annotations

from decimal import Decimal

from prongsai.core.measures.content import MeasureContent
from prongsai.core.scoring.known import ItemResult, KnownResult, Recommendation
from prongsai.web.assessments import actions as assessments
from prongsai.web.frameworks.queries import framework_for
from prongsai.web.measures import actions as measures
from prongsai.web.measures.models import Plan
from tests.cast import Cast

YEAR, OF = 2569, 2568
TEN = {
    number: Decimal(score)
    for number, score in enumerate(
        ("85.21", "70.59", "75.10", "72.88", "73.24", "81.14", "83.12", "76.79", "100", "93.75"), start=1
    )
}


def failed_item(cast: Cast) -> str:
    """The code, in the year of the result, of the item that failed: risk assessment."""
    framework, _provisional = framework_for(cast.agency, OF)
    return framework.items_about("risk-assessment")[0].code


def result(cast: Cast, year: int = OF, **more: object) -> KnownResult:
    """Ten scores and one failed item with the assessor's remark."""
    code = failed_item(cast)
    known = KnownResult(
        year,
        TEN,
        items={code: ItemResult(Decimal(0), "ไม่พบมาตรการจัดการความเสี่ยง")},
        recommendations=(Recommendation("8", "ควรเปิดให้ประชาชนมีส่วนร่วมมากขึ้น"),),
    )
    assessments.record_known(by=cast.somying, agency=cast.agency, known=known, source="ทดสอบ")
    return known


def plan(cast: Cast, *, approved: bool = False, year: int = YEAR) -> Plan:
    """A plan with one measure."""
    made = measures.create_plan(by=cast.somying, agency=cast.agency, fiscal_year=year)
    content = MeasureContent(
        number=1, indicator=3, title="ยกระดับการใช้อำนาจ", steps=("ประชุมชี้แจง",), responsible=("กองคลัง",)
    )
    measures.add_measures(by=cast.somying, plan=made, contents=[content])
    if approved:
        measures.approve_plan(by=cast.prasert, plan=made)
    return made
