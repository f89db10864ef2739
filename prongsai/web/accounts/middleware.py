"""Whoever signs in with a password that somebody else gave sets an own one before anything else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from prongsai.core.access.permissions import Permission
from prongsai.web.accounts.models import Person

#: Where one may go before: to the page of the password, and out.
OPEN = {"account_change_password", "account_logout", "account_reauthenticate", "mfa_reauthenticate"}


class OwnPasswordFirst:
    """Leads every page but those of strangers to the one on which the password is changed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """The way to the password page, or None where the request may go on."""
        if not isinstance(request.user, Person) or not request.user.must_change_password:
            return None
        name = request.resolver_match.url_name if request.resolver_match else None
        if name in OPEN or getattr(view, "permission", None) is Permission.PUBLIC:
            return None
        return redirect("account_change_password")
