"""What can be contested in a year, when, and the letter that brings it before the assessors."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.core.contests.window import may_contest
from prongsai.web.agencies.queries import Seat
from prongsai.web.assessments.queries import result_of
from prongsai.web.contests import actions, queries
from prongsai.web.contests.forms import DaysForm
from prongsai.web.site import clock
from prongsai.web.site.access import requires
from prongsai.web.site.refusals import said


@require_safe
@requires(Permission.SEE_AGENCY)
def index(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Items without full points, with what the assessors said and how far the contest is."""
    return _show(request, seat, year)


@require_POST
@requires(Permission.EDIT_PLAN)
def days(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """The coordinator confirms the days of the year."""
    form = DaysForm(request.POST)
    if form.is_valid():
        values = form.cleaned_data
        try:
            actions.set_days(
                by=seat.person, agency=seat.agency, fiscal_year=year, opens=values["opens"], closes=values["closes"]
            )
        except Refused as refusal:
            form.add_error("closes", said(refusal.why))
        else:
            messages.success(request, _("The days have been saved."))
            return redirect("contests:list", seat.agency.slug, year)
    return _show(request, seat, year, form=form, status=422)


@require_safe
@requires(Permission.SEE_AGENCY)
def letter(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """The contests that were written, as a letter to print."""
    context = {"year": year, "contests": queries.sent_contests(seat.agency, year), "today": clock.today()}
    return render(request, "contests/letter.html", context)


def _show(
    request: HttpRequest, seat: Seat, year: int, *, form: DaysForm | None = None, status: int = 200
) -> HttpResponse:
    window = queries.window_for(seat.agency, year)
    initial = {"opens": window.opens, "closes": window.closes} if window else {}
    context = {
        "year": year,
        "lines": queries.lines_of(seat.agency, year),
        "window": window,
        "decision": may_contest(window, clock.today()),
        "result": result_of(seat.agency, year),
        "form": form or DaysForm(initial=initial),
        "may_set_days": bool(seat.may(Permission.EDIT_PLAN)),
    }
    return render(request, "contests/list.html", context, status=status)
