"""One measure: looked at, added, edited by one or by two at once, remarked upon."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.access.decision import Decision, Refused
from prongsai.core.access.permissions import Permission
from prongsai.core.measures.content import MeasureContent, merged
from prongsai.core.measures.workflow import PlanState
from prongsai.web.agencies.queries import Seat
from prongsai.web.assessments.queries import indicator_names
from prongsai.web.evidence.queries import SEES_ORIGINALS
from prongsai.web.measures import actions
from prongsai.web.measures.forms.measure import CommentForm, MeasureForm, differing, initial_of
from prongsai.web.measures.models import Measure, Plan
from prongsai.web.measures.pictures import drawn
from prongsai.web.measures.queries.measures import content_of, measure_for, measures_in
from prongsai.web.measures.queries.one import MeasureView, measure_view, measure_with_past
from prongsai.web.measures.queries.plans import plan_for
from prongsai.web.measures.views.plan import demand_edit, may_edit
from prongsai.web.site import clock
from prongsai.web.site.access import requires
from prongsai.web.site.refusals import Stale, said


@require_safe
@requires(Permission.SEE_AGENCY)
def detail(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """The measure with its steps, time, results, evidence, comments and history."""
    measure = measure_with_past(seat, pk, year)
    return render(request, "measures/detail.html", _page(request, seat, measure, CommentForm()))


@require_POST
@requires(Permission.COMMENT)
def comment(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """Add a remark."""
    measure = measure_with_past(seat, pk, year)
    form = CommentForm(request.POST)
    if form.is_valid():
        try:
            actions.add_comment(by=seat.person, measure=measure, text=form.cleaned_data["text"])
        except Refused as refused:
            form.add_error("text", said(refused.why))
        else:
            messages.success(request, _("Your comment was added."))
            return redirect("measures:detail", seat.agency.slug, year, pk)
    return render(request, "measures/detail.html", _page(request, seat, measure, form), status=422)


def _page(request: HttpRequest, seat: Seat, measure: Measure, form: CommentForm) -> dict[str, Any]:
    year = measure.plan.fiscal_year
    view = measure_view(
        measure,
        page=request.GET.get("page"),
        history_too=bool(seat.may(Permission.SEE_HISTORY)),
        today=clock.today(),
    )
    return {
        "year": year,
        "measure": measure,
        "view": view,
        "form": form,
        "drawing": drawn(view.line),
        "originals": seat.role.code in SEES_ORIGINALS,
        "indicator": indicator_names(year).get(str(measure.indicator), ""),
        "closed": measure.plan.state == Plan.State.CLOSED or measure.removed_at is not None,
        "may_record": _may_record(seat, view),
        "may_edit": may_edit(seat, measure.plan),
        "may_comment": seat.may(Permission.COMMENT),
    }


def _may_record(seat: Seat, view: MeasureView) -> Decision:
    decision = seat.may(Permission.RECORD_PROGRESS)
    return seat.writes_for(set(view.division_ids)) if decision else decision


@requires(Permission.SEE_AGENCY)
def add(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """A new measure at the end of the plan."""
    plan = plan_for(seat, year)
    demand_edit(seat, plan)
    form = _form(request, plan, None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.add_measures(
                by=seat.person,
                plan=plan,
                contents=[form.content(_next_number(plan, form))],
                reason=form.cleaned_data.get("reason", ""),
            )
        except Refused as refused:
            form.add_error("reason" if _asks_why(form, plan) else None, said(refused.why))
        else:
            messages.success(request, _("The measure was added to the plan."))
            return redirect("measures:detail", seat.agency.slug, year, made[0].pk)
    return _edit_page(request, plan, form, measure=None)


def _next_number(plan: Plan, form: MeasureForm) -> int | None:
    """The number after the last; none in a plan whose measures stand by indicator without numbers."""
    numbers = [one.number for one in measures_in(plan)]
    known = [number for number in numbers if number is not None]
    if numbers and not known and form.cleaned_data["indicator"]:
        return None
    return max(known, default=0) + 1


@requires(Permission.SEE_AGENCY)
def edit(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """Change what a measure says; where somebody else did so meanwhile, both versions are shown."""
    measure = measure_for(seat, pk, year)
    demand_edit(seat, measure.plan)
    form = _form(request, measure.plan, measure)
    if request.method != "POST" or not form.is_valid():
        return _edit_page(request, measure.plan, form, measure=measure)
    content = form.content(measure.number)
    try:
        actions.change_measure(
            by=seat.person,
            measure=measure,
            content=content,
            version=form.cleaned_data["version"] or 0,
            reason=form.cleaned_data.get("reason", ""),
        )
    except Stale:
        return _conflict(request, measure_for(seat, pk, year), form, content)
    except Refused as refused:
        form.add_error("reason" if _asks_why(form, measure.plan) else None, said(refused.why))
        return _edit_page(request, measure.plan, form, measure=measure)
    messages.success(request, _("Saved."))
    return redirect("measures:detail", seat.agency.slug, year, pk)


def _form(request: HttpRequest, plan: Plan, measure: Measure | None) -> MeasureForm:
    return MeasureForm(
        request.POST if request.method == "POST" else None,
        indicators=indicator_names(plan.fiscal_year),
        asks_reason=plan.state != Plan.State.DRAFT,
        initial=initial_of(content_of(measure), measure.version) if measure else None,
    )


def _asks_why(form: MeasureForm, plan: Plan) -> bool:
    return plan.state == PlanState.APPROVED and not form.cleaned_data.get("reason", "").strip()


def _conflict(request: HttpRequest, measure: Measure, form: MeasureForm, mine: MeasureContent) -> HttpResponse:
    """409: what the other wrote beside what this person wrote, and the form with both put together."""
    theirs = content_of(measure)
    base = form.read_base(theirs)
    together = merged(base, mine, theirs)
    again = MeasureForm(
        indicators=indicator_names(measure.plan.fiscal_year),
        asks_reason=measure.plan.state != Plan.State.DRAFT,
        initial=initial_of(together, measure.version)
        | {"reason": form.cleaned_data.get("reason", ""), "base": initial_of(theirs, 0)["base"]},
    )
    context = {
        "conflict": True,
        "differences": differing(form, theirs, mine, together),
    }
    return _edit_page(request, measure.plan, again, measure=measure, status=409, **context)


def _edit_page(
    request: HttpRequest, plan: Plan, form: MeasureForm, *, measure: Measure | None, status: int = 200, **more: Any
) -> HttpResponse:
    context = {"year": plan.fiscal_year, "plan": plan, "measure": measure, "form": form, **more}
    return render(request, "measures/edit.html", context, status=422 if form.errors else status)
