"""An agency with as much data as the largest of our users: for counting queries and measuring time."""

from __future__ import annotations

from datetime import date, timedelta

from prongsai.core.measures.content import MeasureContent
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.agencies.queries import divisions
from prongsai.web.evidence import actions as evidence
from prongsai.web.measures import actions
from prongsai.web.measures.models import Measure, Plan, Progress

#: Measures of the plan, and entries of progress of each.
MEASURES, ENTRIES = 43, 6


def busy_year(agency: Agency, by: Person, fiscal_year: int = 2569, measures: int = MEASURES) -> Plan:
    """An approved plan of 43 measures with six entries each, half of them with evidence."""
    names = [one.name for one in divisions(agency)]
    plan = actions.create_plan(by=by, agency=agency, fiscal_year=fiscal_year)
    contents = [
        MeasureContent(
            number=at,
            indicator=at % 10 + 1,
            title=f"มาตรการที่ {at} ส่งเสริมคุณธรรมและความโปร่งใสในการปฏิบัติงาน",
            steps=tuple(f"ขั้นตอนที่ {step} ประชุมชี้แจงและติดตามผล" for step in range(1, 6)),
            responsible=(names[at % len(names)], names[(at + 1) % len(names)]),
            period=f"ปีงบประมาณ {fiscal_year}",
        )
        for at in range(1, measures + 1)
    ]
    made = actions.add_measures(by=by, plan=plan, contents=contents)
    actions.approve_plan(by=by, plan=plan)
    _record(plan, made, by)
    return plan


def _record(plan: Plan, measures: list[Measure], by: Person) -> None:
    """Entries straight into the database: six for each measure, the odd measures with one shared piece of evidence."""
    piece = evidence.add_link(
        by=by, agency=plan.agency, url="https://example.go.th/ita", title="ประกาศ", fiscal_year=plan.fiscal_year
    )
    first = date(plan.fiscal_year - 544, 11, 1)
    rows = [
        Progress(
            agency_id=plan.agency_id,
            measure=measure,
            on=first + timedelta(days=20 * at),
            text=f"ดำเนินการครั้งที่ {at + 1} มีผู้เข้าร่วมประชุม {20 + at} คน",
            status="in_progress",
            by=by,
        )
        for measure in measures
        for at in range(ENTRIES)
    ]
    made = Progress.objects.add_all(rows)
    for entry in made[:: ENTRIES * 2]:
        entry.evidence.add(piece)
    Measure.objects.of(plan.agency_id).filter(plan=plan).update(status="in_progress")
