"""Recording progress of a measure: one short form on one screen."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.evidence.queries import evidence_for, may_remove
from prongsai.web.measures import actions
from prongsai.web.measures.actions.progress import Attached
from prongsai.web.measures.models import Measure, Progress
from prongsai.web.measures.queries import progress as queries
from prongsai.web.measures.queries.measures import division_ids
from prongsai.web.measures.queries.my_work import day_to_offer
from prongsai.web.measures.queries.rounds import collecting_round
from prongsai.web.site import clock
from prongsai.web.site.access import requires
from prongsai.web.site.refusals import said
from prongsai.web.site.work_form import WorkForm


@requires(Permission.RECORD_PROGRESS)
def record(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """The form, and after it my work with what comes next. ``?replaces=`` makes it a correction of that entry."""
    measure = queries.measure_to_record(seat, year, pk)
    decision = seat.writes_for(division_ids(measure))
    if not decision:
        raise PermissionDenied(decision.why)
    correcting = queries.entry_for(measure, request.GET.get("replaces", ""))
    form = WorkForm(
        request.POST or None,
        request.FILES or None,
        status=measure.status,
        offered=correcting.on if correcting else _day(measure),
        text=correcting.text if correcting else "",
    )
    if request.method != "POST" or not form.is_valid():
        return _page(request, measure, form, correcting)
    try:
        actions.record_with_evidence(
            by=seat.person, measure=measure, replaces=correcting, attached=Attached(**form.brought), **form.said
        )
    except Refused as refused:
        form.add_error(None, said(refused.why))
        return _page(request, measure, form, correcting)
    target = reverse("measures:my_work", kwargs={"agency": seat.agency.slug, "year": year})
    return redirect(f"{target}?saved={measure.pk}")


@require_POST
@requires(Permission.RECORD_PROGRESS)
def take_off(request: HttpRequest, seat: Seat, year: int, pk: int, evidence: int) -> HttpResponse:
    """Take a piece of evidence off a measure, and go back to it."""
    measure = queries.measure_to_record(seat, year, pk)
    piece = evidence_for(seat, evidence)
    if measure.pk not in {entry.measure_id for entry in queries.entries_with(piece)}:
        raise Http404
    decision = may_remove(seat, piece)
    if not decision:
        raise PermissionDenied(decision.why)
    try:
        actions.take_off(by=seat.person, evidence=piece, reason=request.POST.get("reason", "").strip()[:500])
        messages.success(request, _("The evidence was taken off."))
    except Refused as refused:
        messages.error(request, said(refused.why))
    return redirect("measures:detail", seat.agency.slug, year, pk)


def _day(measure: Measure) -> date:
    return day_to_offer(collecting_round(measure.plan), measure.plan, clock.today())


def _page(request: HttpRequest, measure: Measure, form: WorkForm, correcting: Progress | None) -> HttpResponse:
    """The form with what was typed; 422 where it was refused, so that nothing takes it for saved."""
    context = {
        "measure": measure,
        "form": form,
        "correcting": correcting,
        "steps": queries.steps_of(measure),
        "latest": queries.latest(measure),
        "year": measure.plan.fiscal_year,
    }
    return render(request, "measures/progress_form.html", context, status=422 if form.errors else 200)
