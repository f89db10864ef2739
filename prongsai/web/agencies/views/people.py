"""Who is in an agency in which role: listed, added, changed, ended."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.web.accounts.queries import account_named
from prongsai.web.agencies import actions, queries
from prongsai.web.agencies.forms import MemberForm, RoleForm
from prongsai.web.agencies.queries import Seat
from prongsai.web.agencies.views.fetching import membership_or_404
from prongsai.web.site import clock
from prongsai.web.site.access import requires
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
            actions.add_member(by=seat.person, agency=seat.agency, since=clock.today(), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, said(refusal.why))
        else:
            messages.success(request, _("The person was added."))
            if has_account:
                messages.info(request, _("The person had an account already and keeps the own password."))
            return redirect("agencies:people", seat.agency.slug)
    return render(request, "agencies/member_new.html", {"form": form}, status=422 if form.errors else 200)


@requires(Permission.MANAGE_PEOPLE)
def edit_member(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """Another role for somebody."""
    membership = membership_or_404(seat, pk)
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
    return render(request, "agencies/member_edit.html", context, status=422 if form.errors else 200)


@require_POST
@requires(Permission.MANAGE_PEOPLE)
def end_member(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """Somebody leaves."""
    membership = membership_or_404(seat, pk)
    try:
        actions.end_member(by=seat.person, membership=membership, on=clock.today())
    except Refused as refusal:
        messages.error(request, said(refusal.why))
    else:
        messages.success(request, _("The role has ended. The person's work stays in the history."))
    return redirect("agencies:people", seat.agency.slug)
