"""The year at a glance, and the next step of its loop."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.core.access.permissions import Permission
from prongsai.core.measures.summary import RoundState, by_division, by_indicator, figures, latest_first, next_step
from prongsai.core.measures.workflow import PlanState
from prongsai.web.agencies.queries import Seat, divisions
from prongsai.web.assessments.queries import indicator_names, result_of
from prongsai.web.frameworks.queries import next_deadline
from prongsai.web.measures.models import Plan, Round
from prongsai.web.measures.queries.dashboard import Year, year_of
from prongsai.web.measures.queries.plans import plan_of
from prongsai.web.site import clock
from prongsai.web.site.access import requires

#: How many late measures are named; the list has them all.
MOST_LATE = 8


@require_safe
@requires(Permission.SEE_AGENCY)
def this_year(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The address of the agency alone leads to the year that is running."""
    return redirect("measures:dashboard", seat.agency.slug, clock.this_fiscal_year())


@require_safe
@requires(Permission.SEE_AGENCY)
def dashboard(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Numbers, bars, what is late, the round that collects, the calendar, last year's result, what to do next."""
    if not year:
        raise Http404  # there is no year before it to show the result of
    plan = plan_of(seat.agency, year)
    context: dict[str, Any] = {
        "year": year,
        "plan": plan,
        "result": result_of(seat.agency, year - 1),
        "deadline": next_deadline(seat.agency, year, clock.today()),
        "edits": seat.may(Permission.EDIT_PLAN),
        "manages": seat.may(Permission.MANAGE_ROUNDS),
        "approves": seat.may(Permission.APPROVE_PLAN),
        "writes": seat.may(Permission.WRITE_REPORT),
        "records": seat.may(Permission.RECORD_PROGRESS),
    }
    if plan is None:
        context["step"] = next_step(None, measures=0, rounds=(), today=clock.today())
    else:
        context |= _of_plan(seat, plan)
    return render(request, "measures/dashboard.html", context)


def _of_plan(seat: Seat, plan: Plan) -> dict[str, Any]:
    today = clock.today()
    found = year_of(plan, today)
    states = found.states
    late = latest_first(states)
    return {
        "figures": figures(states),
        "divisions": by_division(
            states, [(one.pk, one.name) for one in divisions(seat.agency)], _("No known division")
        ),
        "indicators": by_indicator(states, _indicator_name(plan.fiscal_year), _("Not of one indicator")),
        "kinds": [
            ("done", _("Done")),
            ("in_progress", _("In progress")),
            ("not_started", _("Not started")),
            ("overdue", _("Overdue")),
        ],
        "late": late[:MOST_LATE],
        "late_count": len(late),
        "collected": found.collected,
        "locked": next((one for one in reversed(found.rounds) if one.locked_at), None),
        "step": next_step(PlanState(plan.state), measures=len(states), rounds=_round_states(found), today=today),
    }


def _indicator_name(year: int) -> Any:
    names = indicator_names(year)
    return lambda number: f"{number}. {names.get(str(number), '')}"


def _round_states(year: Year) -> list[RoundState]:
    missing = year.collected.missing if year.collected else 0
    return [
        RoundState(
            one.locked_at is not None,
            one.due_on,
            0 if one.locked_at else missing,
            report=year.reports.get(one.pk),
            to_the_end=one.kind != Round.Kind.SIX_MONTHS,
        )
        for one in year.rounds
    ]
