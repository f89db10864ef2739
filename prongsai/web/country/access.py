"""Fetching is the permission check here too: without an Oversight the country is not there."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponseBase

from prongsai.core.country.scope import Scope, scope_at
from prongsai.core.thai.fiscal import YEARS
from prongsai.web.accounts.models import Person
from prongsai.web.country.queries.outlook import Outlook, outlook_of
from prongsai.web.site import clock
from prongsai.web.site.access import signed_in

P = ParamSpec("P")


def overseeing(view: Callable[Concatenate[HttpRequest, Outlook, P], HttpResponseBase]) -> Callable[..., Any]:
    """For a view ``(request, outlook, …)``: 404 for people who oversee nothing, and for years of no office."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        assert isinstance(request.user, Person)  # noqa: S101  # signed_in below sees to it
        outlook = outlook_of(request.user, clock.today())
        if outlook is None or kwargs.get("year", YEARS[0]) not in YEARS:
            raise Http404
        return view(request, outlook, *args, **kwargs)

    return signed_in(guarded)


def overseeing_all(view: Callable[Concatenate[HttpRequest, Outlook, P], HttpResponseBase]) -> Callable[..., Any]:
    """The same for those who see the whole country: they bring in tables and look after the register."""

    def guarded(request: HttpRequest, outlook: Outlook, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not outlook.of_country:
            raise Http404
        return view(request, outlook, *args, **kwargs)

    return overseeing(wraps(view)(guarded))


def scope_for(outlook: Outlook, where: str) -> Scope:
    """The scope of that part of an address, for this person; else 404."""
    scope = scope_at(where)
    if scope is None or not outlook.sees(scope):
        raise Http404
    return scope
