"""A year's plan with measures, put straight into the database: for tests of what comes after."""

from __future__ import annotations

from datetime import UTC, datetime

from prongsai.web.agencies.models import Agency, Division
from prongsai.web.measures.models import Measure, Plan, Responsible, Round

YEAR = 2569  # 1 October 2025 to 30 September 2026
MOMENT = datetime(2025, 10, 15, 3, 0, tzinfo=UTC)


def plan_of(agency: Agency, fiscal_year: int = YEAR, state: str = "approved") -> Plan:
    """A plan of that year; approved unless told otherwise."""
    approved_at = None if state == "draft" else MOMENT
    return Plan.objects.add(agency=agency, fiscal_year=fiscal_year, state=state, approved_at=approved_at)


def measure_of(plan: Plan, *divisions: Division, title: str = "", status: str = "not_started") -> Measure:
    """A measure at the end of the plan, whose responsible divisions are those, lead first."""
    order = Measure.objects.of(plan.agency_id).filter(plan=plan).count() + 1
    made = Measure.objects.add(
        agency=plan.agency, plan=plan, order=order, number=order, title=title or f"มาตรการที่ {order}", status=status
    )
    for place, division in enumerate(divisions):
        Responsible.objects.add(agency=plan.agency, measure=made, order=place, text=division.name, division=division)
    return made


def round_of(plan: Plan, kind: str = "six_months", *, locked: bool = False) -> Round:
    """A round that is due on the last day that it tells of."""
    month = 3 if kind == "six_months" else 9
    due_on = datetime(plan.fiscal_year - 543, month, 31 if month == 3 else 30, tzinfo=UTC).date()
    return Round.objects.add(
        agency=plan.agency, plan=plan, kind=kind, due_on=due_on, locked_at=MOMENT if locked else None
    )
