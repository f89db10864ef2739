"""The page of one's own account. Signing in and out are allauth's."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _

from prongsai.web.accounts import actions
from prongsai.web.accounts.forms import OwnAccountForm
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.queries import memberships_of
from prongsai.web.site.access import signed_in


@signed_in
def mine(request: HttpRequest) -> HttpResponse:
    """Who one is, in which agencies; e-mail, language, and the ways to password and second step."""
    assert isinstance(request.user, Person)  # noqa: S101  # signed_in sees to it
    form = OwnAccountForm(request.POST or None, person=request.user)
    if request.method == "POST" and form.is_valid():
        actions.change_own(by=request.user, email=form.cleaned_data["email"], language=form.cleaned_data["language"])
        translation.activate(form.cleaned_data["language"])
        messages.success(request, _("Your account was saved."))
        return redirect("accounts:mine")
    context = {"form": form, "memberships": memberships_of(request.user)}
    return render(request, "accounts/mine.html", context, status=422 if form.errors else 200)


@signed_in
def closed(request: HttpRequest, key: str = "") -> HttpResponse:
    """An address of allauth that serves nothing here: to one's account."""
    return redirect("accounts:mine")
