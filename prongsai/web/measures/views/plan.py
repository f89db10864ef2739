"""The plan of a year: made, filled, put in order, approved, closed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.access.decision import Decision, Refused
from prongsai.core.access.permissions import Permission
from prongsai.core.measures.planning import may_approve, needed_to_edit
from prongsai.core.measures.workflow import PlanState
from prongsai.web.agencies.queries import Seat, divisions
from prongsai.web.measures import actions
from prongsai.web.measures.models import Plan
from prongsai.web.measures.queries.measures import removed_from
from prongsai.web.measures.queries.planning import carry_rows, plan_view
from prongsai.web.measures.queries.plans import earlier_plans, plan_for, plan_of
from prongsai.web.site import clock
from prongsai.web.site.access import requires
from prongsai.web.site.numbers import number_in
from prongsai.web.site.refusals import said

PER_PAGE = 25


def may_edit(seat: Seat, plan: Plan) -> Decision:
    """Whether the seat may edit a draft, or amend what was approved."""
    return seat.may(needed_to_edit(PlanState(plan.state)))


def demand_edit(seat: Seat, plan: Plan) -> None:
    """403 with the sentence where the seat may not."""
    decision = may_edit(seat, plan)
    if not decision:
        raise PermissionDenied(decision.why)


@require_safe
@requires(Permission.SEE_AGENCY)
def plan(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """The plan, or how to make one."""
    found = plan_of(seat.agency, year)
    context: dict[str, Any] = {"year": year, "plan": found, "this_year": clock.this_fiscal_year()}
    context |= {"may_create": seat.may(Permission.EDIT_PLAN), "may_import": seat.may(Permission.ACCEPT_IMPORT)}
    if found is None or found.state == Plan.State.DRAFT:
        context["earlier"] = list(earlier_plans(seat.agency, year)[:3])
    if found is not None:
        context |= _of_plan(request, seat, found)
    return render(request, "measures/plan.html", context)


def _of_plan(request: HttpRequest, seat: Seat, found: Plan) -> dict[str, Any]:
    view = plan_view(found)
    approval = seat.may(Permission.APPROVE_PLAN)
    state = PlanState(found.state)
    return {
        "view": view,
        "page": Paginator(view.rows, PER_PAGE).get_page(request.GET.get("page")),
        "removed": list(removed_from(found)[:PER_PAGE]),
        "may_edit": may_edit(seat, found),
        "may_publish": seat.may(Permission.PUBLISH),
        "may_approve": may_approve(state, measures=len(view.rows)) if approval else approval,
        "divisions": list(divisions(seat.agency)) if view.unknown else [],
    }


@require_POST
@requires(Permission.EDIT_PLAN)
def create(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Make an empty plan of the year."""
    try:
        actions.create_plan(by=seat.person, agency=seat.agency, fiscal_year=year)
    except Refused as refused:
        messages.error(request, said(refused.why))
    else:
        messages.success(request, _("The plan is made. Now add measures, or carry them over."))
    return redirect("measures:plan", seat.agency.slug, year)


@requires(Permission.EDIT_PLAN)
def carry_over(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Choose measures of an earlier plan (``?from=``); all are ticked but those that the plan has already."""
    source = _source(request, seat, year)
    target = plan_of(seat.agency, year)
    if request.method != "POST":
        context = {"year": year, "plan": target, "source": source, "rows": carry_rows(source, target)}
        return render(request, "measures/carry_over.html", context)
    chosen = {number for pk in request.POST.getlist("measure") if (number := number_in(pk)) is not None}
    try:
        made = actions.carry_into_year(
            by=seat.person, agency=seat.agency, fiscal_year=year, source=source, measure_ids=chosen
        )
    except Refused as refused:
        messages.error(request, said(refused.why))
        return redirect("measures:plan", seat.agency.slug, year)
    words = ngettext("%(n)d measure was carried over.", "%(n)d measures were carried over.", len(made))
    messages.success(request, words % {"n": len(made)})
    return redirect("measures:plan", seat.agency.slug, year)


def _source(request: HttpRequest, seat: Seat, year: int) -> Plan:
    wanted = request.POST.get("from") or request.GET.get("from") or str(year - 1)
    number = number_in(wanted)
    if number is None or number >= year:
        raise Http404
    return plan_for(seat, number)


@require_POST
@requires(Permission.APPROVE_PLAN)
def approve(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Approve the draft."""
    found = plan_for(seat, year)
    try:
        actions.approve_plan(by=seat.person, plan=found)
    except Refused as refused:
        messages.error(request, said(refused.why))
    else:
        messages.success(request, _("The plan is approved. From now on, changes are amendments with a reason."))
    return redirect("measures:plan", seat.agency.slug, year)


@require_POST
@requires(Permission.EDIT_PLAN)
def close(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Close the approved plan."""
    found = plan_for(seat, year)
    try:
        actions.close_plan(by=seat.person, plan=found)
    except Refused as refused:
        messages.error(request, said(refused.why))
    else:
        messages.success(request, _("The plan is closed and kept as it is."))
    return redirect("measures:plan", seat.agency.slug, year)


@require_POST
@requires(Permission.SEE_AGENCY)
def choose_division(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Say which division a responsible text means, in the whole plan."""
    found = plan_for(seat, year)
    demand_edit(seat, found)
    division = get_object_or_404(divisions(seat.agency), pk=number_in(request.POST.get("division", "")))
    text = request.POST.get("text", "")
    try:
        count = actions.choose_division(by=seat.person, plan=found, text=text, division=division)
    except Refused as refused:
        messages.error(request, said(refused.why))
    else:
        words = _("%(text)s is %(division)s in %(n)d measures.")
        messages.success(request, words % {"text": text, "division": division.name, "n": count})
    return redirect("measures:plan", seat.agency.slug, year)
