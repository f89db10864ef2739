"""Measures made of weak points."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.measures.queries import Plan, plan_of
from prongsai.web.site.access import requires
from prongsai.web.site.numbers import number_in
from prongsai.web.site.refusals import said
from prongsai.web.weak_points import actions, queries
from prongsai.web.weak_points.forms import ReasonForm
from prongsai.web.weak_points.queries import Sight
from prongsai.web.weak_points.views.common import may_make


@require_POST
@requires(Permission.SEE_AGENCY)
def make(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Measures of the weak points that were chosen; an approved plan asks for the reason first."""
    plan = plan_of(seat.agency, year)
    decision = may_make(seat, plan)
    if not decision:
        raise PermissionDenied(decision.why)
    sight = queries.sight_of(seat.agency, year, number_in(request.POST.get("of", "")))
    codes = request.POST.getlist("code")
    there = queries.measures_made(sight)
    asks = plan is not None and plan.state == Plan.State.APPROVED and any(code not in there for code in codes)
    form = ReasonForm(request.POST if "reason" in request.POST else None)
    if asks and not form.is_valid():
        return _ask(request, sight, codes, form)
    reason = form.cleaned_data["reason"] if asks else ""
    back = f"{reverse('weak_points:list', args=[seat.agency.slug, year])}?of={sight.of}"
    try:
        made = actions.make_measures(by=seat.person, sight=sight, codes=codes, reason=reason)
    except Refused as refusal:
        messages.error(request, said(refusal.why))
        return redirect(back)
    new = sum(code not in there for code in dict.fromkeys(codes))
    _tell(request, new)
    if len(made) > 1:
        return redirect(back)
    return redirect("measures:detail", seat.agency.slug, year, made[0].pk)


def _tell(request: HttpRequest, new: int) -> None:
    if not new:
        messages.info(request, _("This weak point has a measure already: here it is."))
        return
    text = ngettext(
        "%(n)s measure was added to the plan. Please look at it and say who is responsible.",
        "%(n)s measures were added to the plan. Please look at them and say who is responsible.",
        new,
    )
    messages.success(request, text % {"n": new})


def _ask(request: HttpRequest, sight: Sight, codes: list[str], form: ReasonForm) -> HttpResponse:
    points = [one for one in sight.weakness.points if one.code in codes] if sight.weakness else []
    context = {"year": sight.year, "sight": sight, "points": points, "form": form}
    return render(request, "weak_points/reason.html", context, status=422 if form.errors else 200)
