"""People and divisions of an agency."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.web.accounts.queries import account_named
from prongsai.web.agencies import actions, queries
from prongsai.web.agencies.forms import AgencyForm, DivisionForm, MemberForm, RoleForm
from prongsai.web.agencies.models import Membership
from prongsai.web.agencies.queries import Seat
from prongsai.web.site.access import requires
from prongsai.web.site.clock import today
from prongsai.web.site.refusals import said


@require_safe
@requires(Permission.SEE_AGENCY)
def people(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Who is here in which role, and the divisions."""
    context = {
        "members": queries.members_of(seat.agency),
        "divisions": queries.divisions(seat.agency, active_only=False),
        "may_manage": seat.may(Permission.MANAGE_PEOPLE),
        "may_change_agency": seat.may(Permission.MANAGE_AGENCY),
    }
    return render(request, "agencies/people.html", context)


@requires(Permission.MANAGE_PEOPLE)
def add_member(request: HttpRequest, seat: Seat) -> HttpResponse:
    """A new person with an account."""
    form = MemberForm(request.POST or None, agency=seat.agency)
    if request.method == "POST" and form.is_valid():
        has_account = account_named(form.cleaned_data["username"]) is not None
        try:
            actions.add_member(by=seat.person, agency=seat.agency, since=today(), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, said(refusal.why))
        else:
            messages.success(request, _("The person was added."))
            if has_account:
                messages.info(request, _("The person had an account already and keeps the own password."))
            return redirect("agencies:people", seat.agency.slug)
    return render(request, "agencies/member_new.html", {"form": form})


@requires(Permission.MANAGE_PEOPLE)
def edit_member(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """Another role for somebody."""
    membership = _membership(seat, pk)
    form = RoleForm(request.POST, agency=seat.agency) if request.method == "POST" else RoleForm.of(membership)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_member(by=seat.person, membership=membership, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, said(refusal.why))
        else:
            messages.success(request, _("The role was changed."))
            return redirect("agencies:people", seat.agency.slug)
    may_renew = queries.may_renew_password(seat.person, membership)
    context = {"form": form, "membership": membership, "may_renew": may_renew}
    return render(request, "agencies/member_edit.html", context)


@require_POST
@requires(Permission.MANAGE_PEOPLE)
def end_member(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """Somebody leaves."""
    membership = _membership(seat, pk)
    try:
        actions.end_member(by=seat.person, membership=membership, on=today())
    except Refused as refusal:
        messages.error(request, said(refusal.why))
    else:
        messages.success(request, _("The role has ended. The person's work stays in the history."))
    return redirect("agencies:people", seat.agency.slug)


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
    return render(request, "agencies/division.html", {"form": form, "division": None})


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
    return render(request, "agencies/division.html", {"form": form, "division": division})


@requires(Permission.MANAGE_AGENCY)
def edit_agency(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Name, kind, place and the memo's prefix."""
    names = ("name", "kind", "district", "province", "document_prefix")
    form = AgencyForm(request.POST or None, initial={name: getattr(seat.agency, name) for name in names})
    if request.method == "POST" and form.is_valid():
        actions.change_agency(by=seat.person, agency=seat.agency, values=form.cleaned_data, since=today())
        messages.success(request, _("The agency was changed."))
        return redirect("agencies:people", seat.agency.slug)
    return render(request, "agencies/agency.html", {"form": form})


def _membership(seat: Seat, pk: int) -> Membership:
    found = queries.membership_for(seat, pk)
    if found is None:
        raise Http404
    return found
