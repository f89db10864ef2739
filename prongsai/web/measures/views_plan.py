"""The plan of a year: made, filled, put in order, approved, closed."""

from __future__ import annotations

from typing import Any, Literal, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.core.access.decision import Decision, Refused
from prongsai.core.access.permissions import Permission
from prongsai.core.measures.planning import may_approve, needed_to_edit
from prongsai.core.measures.workflow import PlanState
from prongsai.web.agencies.queries import Seat, divisions
from prongsai.web.measures import actions
from prongsai.web.measures.forms_measure import ReasonForm
from prongsai.web.measures.models import Measure, Plan
from prongsai.web.measures.queries.measures import measure_for, removed_from
from prongsai.web.measures.queries.planning import carry_rows, plan_view
from prongsai.web.measures.queries.plans import earlier_plans, plan_for, plan_of
from prongsai.web.site import clock
from prongsai.web.site.access import requires
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


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.EDIT_PLAN)
def carry_over(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Choose measures of an earlier plan (``?from=``); all are ticked but those that the plan has already."""
    source = _source(request, seat, year)
    target = plan_of(seat.agency, year)
    if request.method != "POST":
        context = {"year": year, "plan": target, "source": source, "rows": carry_rows(source, target)}
        return render(request, "measures/carry_over.html", context)
    chosen = {int(pk) for pk in request.POST.getlist("measure") if pk.isascii() and pk.isdigit()}
    try:
        target = target or actions.create_plan(by=seat.person, agency=seat.agency, fiscal_year=year)
        made = actions.carry_over(by=seat.person, plan=target, source=source, measure_ids=chosen)
    except Refused as refused:
        messages.error(request, said(refused.why))
        return redirect("measures:plan", seat.agency.slug, year)
    words = ngettext("%(n)d measure was carried over.", "%(n)d measures were carried over.", len(made))
    messages.success(request, words % {"n": len(made)})
    return redirect("measures:plan", seat.agency.slug, year)


def _source(request: HttpRequest, seat: Seat, year: int) -> Plan:
    wanted = request.POST.get("from") or request.GET.get("from") or str(year - 1)
    if not (wanted.isascii() and wanted.isdigit() and len(wanted) == 4 and int(wanted) < year):
        raise Http404
    return plan_for(seat, int(wanted))


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
    wanted = request.POST.get("division", "")
    division = get_object_or_404(divisions(seat.agency), pk=int(wanted) if wanted.isascii() and wanted.isdigit() else 0)
    text = request.POST.get("text", "")
    try:
        count = actions.choose_division(by=seat.person, plan=found, text=text, division=division)
    except Refused as refused:
        messages.error(request, said(refused.why))
    else:
        words = _("%(text)s is %(division)s in %(n)d measures.")
        messages.success(request, words % {"text": text, "division": division.name, "n": count})
    return redirect("measures:plan", seat.agency.slug, year)


@require_POST
@requires(Permission.EDIT_PLAN)
def move(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """One place up or down; back to the same place of the page."""
    measure = measure_for(seat, pk, year)
    way = request.POST.get("way")
    if way not in ("up", "down"):
        raise Http404
    try:
        actions.move_measure(by=seat.person, measure=measure, way=cast(Literal["up", "down"], way))
    except Refused as refused:
        messages.error(request, said(refused.why))
    return _back(request, seat, year, measure)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.SEE_AGENCY)
def remove(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """Take a measure out, after approval with a reason."""
    return _take(request, seat, year, pk, removing=True)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.SEE_AGENCY)
def restore(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """Put a removed measure back, after approval with a reason."""
    return _take(request, seat, year, pk, removing=False)


def _take(request: HttpRequest, seat: Seat, year: int, pk: int, *, removing: bool) -> HttpResponse:
    measure = measure_for(seat, pk, year)
    demand_edit(seat, measure.plan)
    approved = measure.plan.state == Plan.State.APPROVED
    form = ReasonForm(request.POST if request.method == "POST" else None, required=approved)
    if request.method == "POST" and form.is_valid():
        act = actions.remove_measure if removing else actions.restore_measure
        try:
            act(by=seat.person, measure=measure, reason=form.cleaned_data["reason"])
        except Refused as refused:
            form.add_error("reason", said(refused.why))
        else:
            removed = _("Taken out of the plan. You find it under “removed measures” and can put it back.")
            messages.success(request, removed if removing else _("The measure is back in the plan."))
            return redirect("measures:plan", seat.agency.slug, year)
    context = {"year": year, "measure": measure, "form": form, "removing": removing}
    return render(request, "measures/take.html", context, status=422 if form.errors else 200)


def _back(request: HttpRequest, seat: Seat, year: int, measure: Measure) -> HttpResponse:
    page = request.POST.get("page", "1")
    response = redirect("measures:plan", seat.agency.slug, year)
    response["Location"] += f"?page={page if page.isascii() and page.isdigit() else 1}#m{measure.pk}"
    return response
