"""Divisions of an agency: added, renamed, put out of use."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.web.agencies import actions, queries
from prongsai.web.agencies.forms import DivisionForm
from prongsai.web.agencies.queries import Seat
from prongsai.web.site.access import requires
from prongsai.web.site.refusals import said


@requires(Permission.MANAGE_PEOPLE)
def add_division(request: HttpRequest, seat: Seat) -> HttpResponse:
    """A new division."""
    form = DivisionForm(request.POST or None, initial={"active": True})
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_division(by=seat.person, agency=seat.agency, name=form.cleaned_data["name"])
        except Refused as refusal:
            form.add_error("name", said(refusal.why))
        else:
            messages.success(request, _("The division was added."))
            return redirect("agencies:people", seat.agency.slug)
    return render(
        request, "agencies/division.html", {"form": form, "division": None}, status=422 if form.errors else 200
    )


@requires(Permission.MANAGE_PEOPLE)
def edit_division(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """Rename a division or put it out of use."""
    division = queries.division_for(seat, pk)
    if division is None:
        raise Http404
    initial = {"name": division.name, "active": division.active}
    form = DivisionForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_division(by=seat.person, division=division, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("name", said(refusal.why))
        else:
            messages.success(request, _("The division was changed."))
            return redirect("agencies:people", seat.agency.slug)
    context = {"form": form, "division": division}
    return render(request, "agencies/division.html", context, status=422 if form.errors else 200)
