"""The list of a plan: a measure is moved, taken out, put back."""

from __future__ import annotations

from typing import Literal, cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.measures import actions
from prongsai.web.measures.forms.measure import ReasonForm
from prongsai.web.measures.models import Measure, Plan
from prongsai.web.measures.queries.measures import measure_for
from prongsai.web.measures.views.plan import demand_edit
from prongsai.web.site.access import requires
from prongsai.web.site.numbers import number_in
from prongsai.web.site.refusals import said


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


@requires(Permission.SEE_AGENCY)
def remove(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """Take a measure out, after approval with a reason."""
    return _take(request, seat, year, pk, removing=True)


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
    page = number_in(request.POST.get("page", "")) or 1
    response = redirect("measures:plan", seat.agency.slug, year)
    response["Location"] += f"?page={page}#m{measure.pk}"
    return response
