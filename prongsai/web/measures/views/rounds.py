"""Rounds of reporting: opening one, seeing who has reported, locking it, letting a division in."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat, divisions
from prongsai.web.measures import actions
from prongsai.web.measures.forms.rounds import LeaveForm, RoundForm
from prongsai.web.measures.models import Round
from prongsai.web.measures.queries import rounds as queries
from prongsai.web.measures.queries.my_work import plan_of_year
from prongsai.web.site import clock
from prongsai.web.site.access import requires
from prongsai.web.site.refusals import said


@require_safe
@requires(Permission.SEE_AGENCY)
def rounds(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """The rounds of a year; the coordinator opens one."""
    return _list(request, seat, year, None)


@require_POST
@requires(Permission.MANAGE_ROUNDS)
def open_round(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Open a round, and show who owes what."""
    plan = get_object_or_404(plan_of_year(seat.agency, year))
    form = RoundForm(request.POST, fiscal_year=year)
    if not form.is_valid():
        return _list(request, seat, year, form)
    try:
        made = actions.open_round(by=seat.person, plan=plan, **form.cleaned_data)
    except Refused as refused:
        form.add_error(None, said(refused.why))
        return _list(request, seat, year, form)
    messages.success(request, _("The round is open: divisions can report."))
    return redirect("measures:round", seat.agency.slug, year, made.pk)


@require_safe
@requires(Permission.SEE_AGENCY)
def round_page(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """Completeness and lateness, division by division."""
    return _detail(request, seat, _round(seat, year, pk), None)


@require_POST
@requires(Permission.MANAGE_ROUNDS)
def lock(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """End the round."""
    actions.lock_round(by=seat.person, round=_round(seat, year, pk))
    messages.success(request, _("The round is locked. A division that must still write can be let in below."))
    return redirect("measures:round", seat.agency.slug, year, pk)


@require_POST
@requires(Permission.MANAGE_ROUNDS)
def leave(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """Let a division in after the lock."""
    found = _round(seat, year, pk)
    form = LeaveForm(request.POST, divisions=divisions(seat.agency))
    if not form.is_valid():
        return _detail(request, seat, found, form)
    try:
        given = actions.allow_after_lock(by=seat.person, round=found, **form.cleaned_data)
    except Refused as refused:
        form.add_error(None, said(refused.why))
        return _detail(request, seat, found, form)
    messages.success(request, _("%(division)s may write again.") % {"division": given.division})
    return redirect("measures:round", seat.agency.slug, year, pk)


def _round(seat: Seat, year: int, pk: int) -> Round:
    return queries.round_of_year(seat, year, pk)


def _list(request: HttpRequest, seat: Seat, year: int, form: RoundForm | None) -> HttpResponse:
    plan = plan_of_year(seat.agency, year).first()
    opened = queries.rounds_of(plan) if plan else ()
    context = {
        "plan": plan,
        "year": year,
        "rounds": opened,
        "form": form or RoundForm(fiscal_year=year, opened={one.kind for one in opened}),
        "today": clock.today(),
        "may_manage": seat.may(Permission.MANAGE_ROUNDS),
    }
    return render(request, "measures/rounds.html", context, status=422 if form and form.errors else 200)


def _detail(request: HttpRequest, seat: Seat, found: Round, form: LeaveForm | None) -> HttpResponse:
    rows = queries.completeness(found.plan, found)
    context = {
        "round": found,
        "plan": found.plan,
        "year": found.plan.fiscal_year,
        "days": queries.days_of(found, found.plan),
        "rows": rows,
        "complete": sum(row.complete for row in rows),
        "exceptions": queries.exceptions_of(found),
        "form": form or LeaveForm(divisions=divisions(seat.agency)),
        "today": clock.today(),
        "may_manage": seat.may(Permission.MANAGE_ROUNDS),
        "may_send": seat.may(Permission.SEND_LINKS),
    }
    return render(request, "measures/round.html", context, status=422 if form and form.errors else 200)
