"""A new one-time password for somebody of the agency."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.web.accounts.queries import has_second_step
from prongsai.web.agencies import actions, queries
from prongsai.web.agencies.forms import NewPasswordForm
from prongsai.web.agencies.models import Membership
from prongsai.web.agencies.queries import Seat
from prongsai.web.agencies.views.fetching import membership_or_404
from prongsai.web.site.access import requires


@never_cache
@requires(Permission.MANAGE_PEOPLE)
def renew_password(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """First what will happen; then the password, on this one answer and never again."""
    membership = membership_or_404(seat, pk)
    form = NewPasswordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return _renewed(request, seat, membership, form.cleaned_data["second_step_is_lost"])
    return _asked(request, seat, membership, form)


def _asked(
    request: HttpRequest, seat: Seat, membership: Membership, form: NewPasswordForm, status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "membership": membership,
        "decision": queries.may_renew_password(seat.person, membership),
        "has_second_step": has_second_step(membership.person),
    }
    return render(request, "agencies/password.html", context, status=status)


def _renewed(request: HttpRequest, seat: Seat, membership: Membership, second_step_is_lost: bool) -> HttpResponse:
    try:
        password = actions.renew_password(
            by=seat.person, membership=membership, second_step_is_lost=second_step_is_lost
        )
    except Refused:
        return _asked(request, seat, membership, NewPasswordForm(), status=403)  # the page says why
    context = {"membership": membership, "password": password, "second_step_is_lost": second_step_is_lost}
    return render(request, "agencies/password_given.html", context)
