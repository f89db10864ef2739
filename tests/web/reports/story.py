"""A plan with two measures, progress and an open round: what the tests of reports begin with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from prongsai.core.measures.content import MeasureContent
from prongsai.web.evidence import actions as evidence
from prongsai.web.measures import actions as measures
from prongsai.web.measures.models import Measure, Plan, Round
from prongsai.web.reports import actions
from prongsai.web.reports.models import Report
from tests.cast import Cast

YEAR = 2569


@dataclass
class Story:
    """The plan, its measures, the round of six months, and a draft of its report."""

    plan: Plan
    measures: list[Measure]
    round: Round
    report: Report


def content(title: str, number: int) -> MeasureContent:
    """A measure of the works division over the whole year."""
    return MeasureContent(
        number=number,
        indicator=None,
        title=title,
        steps=("สำรวจความต้องการ", "จัดทำคู่มือ"),
        responsible=("กองช่าง",),
        period="ปีงบประมาณ ๒๕๖๙",
        monitoring=(),
        outcome=(),
        suggestion="",
    )


def begin(cast: Cast, form: str = "half-year-with-memo") -> Story:
    """Everything up to the draft of the six-month report, made through the actions."""
    plan = measures.create_plan(by=cast.somying, agency=cast.agency, fiscal_year=YEAR)
    made = measures.add_measures(
        by=cast.somying, plan=plan, contents=[content("มาตรการที่หนึ่ง", 1), content("มาตรการที่สอง", 2)]
    )
    measures.approve_plan(by=cast.prasert, plan=plan)
    opened = measures.open_round(by=cast.somying, plan=plan, kind="six_months", due_on=date(2026, 3, 31))
    link = evidence.add_link(
        by=cast.wichai, agency=cast.agency, url="https://www.example.go.th/1", title="หน้าเว็บ", fiscal_year=YEAR
    )
    made[0].refresh_from_db()
    measures.record_progress(
        by=cast.wichai,
        measure=made[0],
        on=date(2026, 1, 15),
        text="จัดทำคู่มือแล้ว ๓ งาน",
        status="done",
        evidence=[link],
        division=cast.works,
    )
    report = actions.begin_report(by=cast.somying, agency=cast.agency, round_id=opened.pk, form=form)
    return Story(plan, made, opened, report)
