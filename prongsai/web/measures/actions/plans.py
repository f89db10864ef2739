"""Plans: made, filled from an earlier year, approved, closed."""

from __future__ import annotations

from collections.abc import Collection

from django.db import IntegrityError, transaction
from django.utils import timezone

from prongsai.core.access.decision import Refused, demand
from prongsai.core.events.vocabulary import EventKind
from prongsai.core.measures.carry import carried
from prongsai.core.measures.planning import may_approve, may_carry_over, may_plan_year
from prongsai.core.measures.workflow import PLAN, PlanState
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency, Division
from prongsai.web.agencies.queries import divisions
from prongsai.web.audit.actions import record
from prongsai.web.measures import keeping
from prongsai.web.measures.actions.measures import insert
from prongsai.web.measures.models import Measure, Plan, Responsible
from prongsai.web.measures.queries.measures import content_of, measures_in
from prongsai.web.site import clock
from prongsai.web.site.refusals import refuse


@transaction.atomic
def create_plan(*, by: Person, agency: Agency, fiscal_year: int) -> Plan:
    """An empty draft. Refused where that year (Buddhist era) has a plan, or is no year that one plans for."""
    demand(may_plan_year(fiscal_year, this_year=clock.this_fiscal_year()))
    try:
        with transaction.atomic():
            made = Plan.objects.add(agency=agency, fiscal_year=fiscal_year)
    except IntegrityError as taken:
        raise _taken(fiscal_year) from taken
    record(by=by, agency=agency, kind=EventKind.PLAN_CREATED, subject=made, after={"fiscal_year": fiscal_year})
    return made


@transaction.atomic
def carry_over(*, by: Person, plan: Plan, source: Plan, measure_ids: Collection[int] | None = None) -> list[Measure]:
    """Copy measures of an earlier plan to the end of a draft (all, or those of ``measure_ids``), as not started.

    Periods move to the plan's year, divisions that are still there stay chosen, and what was carried over before is
    left out. Refused where the plan is no draft, or ``source`` is not an earlier plan of the same agency.
    """
    current = locked(plan)
    demand(
        may_carry_over(
            PlanState(current.state),
            current.fiscal_year,
            source.fiscal_year if source.agency_id == plan.agency_id else None,
        )
    )
    there = set(Measure.objects.of(plan.agency_id).filter(plan=plan).values_list("carried_from_id", flat=True))
    wanted = [
        measure
        for measure in measures_in(source)
        if measure.pk not in there and (measure_ids is None or measure.pk in measure_ids)
    ]
    contents = [
        carried(content_of(measure), old_year=source.fiscal_year, new_year=plan.fiscal_year) for measure in wanted
    ]
    made = insert(current, contents, known=_known(source), carried_from=[measure.pk for measure in wanted])
    if made:
        keeping.set_order(current)
        after = {"from": source.fiscal_year, "measures": len(made)}
        record(by=by, agency=current.agency, kind=EventKind.PLAN_CARRIED_OVER, subject=current, after=after)
    return made


@transaction.atomic
def carry_into_year(
    *, by: Person, agency: Agency, fiscal_year: int, source: Plan, measure_ids: Collection[int]
) -> list[Measure]:
    """Carry over into the plan of a year, which is made if there is none; where that is refused, none is made."""
    plan = Plan.objects.of(agency).filter(fiscal_year=fiscal_year).first()
    plan = plan or create_plan(by=by, agency=agency, fiscal_year=fiscal_year)
    return carry_over(by=by, plan=plan, source=source, measure_ids=measure_ids)


@transaction.atomic
def approve_plan(*, by: Person, plan: Plan) -> None:
    """Approve a draft with at least one measure: titles, owners and periods are frozen from now on."""
    current = locked(plan)
    count = Measure.objects.of(plan.agency_id).filter(plan=plan, removed_at=None).count()
    demand(may_approve(PlanState(current.state), measures=count))
    current.state, current.approved_by, current.approved_at = Plan.State.APPROVED, by, timezone.now()
    _moved(current, by, EventKind.PLAN_APPROVED, before="draft", measures=count)
    plan.state, plan.approved_by, plan.approved_at = current.state, by, current.approved_at


@transaction.atomic
def close_plan(*, by: Person, plan: Plan) -> None:
    """Close an approved plan at the end of its year: nothing is recorded or changed in it any more."""
    current = locked(plan)
    demand(PLAN.allows(PlanState(current.state), PlanState.CLOSED))
    current.state = Plan.State.CLOSED
    _moved(current, by, EventKind.PLAN_CLOSED, before="approved")
    plan.state = current.state


@transaction.atomic
def choose_division(*, by: Person, plan: Plan, text: str, division: Division) -> int:
    """Say which division a responsible text means, in every measure of the plan that has it; gives how many."""
    current = locked(plan)
    if current.state == Plan.State.CLOSED or not divisions(current.agency).filter(pk=division.pk).exists():
        raise refuse(
            "ไม่พบส่วนราชการนี้ในหน่วยงานของท่าน หรือแผนปิดแล้ว โปรดเลือกจากรายการ",
            "This division is not in your agency, or the plan is closed. Please choose from the list.",
        )
    rows = Responsible.objects.of(plan.agency_id).filter(measure__plan=plan, text=text, division=None)
    count = rows.update(division=division, everyone=False)
    if count:
        after = {"responsible": text, "division": division.name, "measures": count}
        record(by=by, agency=current.agency, kind=EventKind.MEASURE_CHANGED, subject=current, after=after)
    return count


def locked(plan: Plan) -> Plan:
    """The plan as it stands now, locked until the transaction ends."""
    rows = Plan.objects.of(plan.agency_id).select_related("agency").select_for_update(of=("self",))
    return rows.get(pk=plan.pk)


def _known(source: Plan) -> dict[str, int | None]:
    """What the earlier plan says of each responsible text, as far as the division is still there."""
    there = keeping.names_of(source.agency)
    rows = Responsible.objects.of(source.agency_id).filter(measure__plan=source, division__in=list(there))
    return dict(rows.values_list("text", "division_id"))


def _moved(plan: Plan, by: Person, kind: EventKind, *, before: str, **more: int) -> None:
    plan.version += 1
    plan.save(update_fields=["state", "approved_by", "approved_at", "version"])
    after = {"state": str(plan.state), **more}
    record(by=by, agency=plan.agency, kind=kind, subject=plan, before={"state": before}, after=after)


def _taken(fiscal_year: int) -> Refused:
    return refuse(
        f"ปีงบประมาณ {fiscal_year} มีแผนอยู่แล้ว โปรดเปิดแผนของปีนั้น",
        f"Fiscal year {fiscal_year} has a plan already. Please open that one.",
    )
