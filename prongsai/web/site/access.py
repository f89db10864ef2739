"""Fetching is the permission check: a view gets a Seat, or the person gets 404 or 403."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_http_methods

from prongsai.core.access.permissions import Permission
from prongsai.core.thai.fiscal import YEARS
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.queries import Seat, seat_of

P = ParamSpec("P")
#: Browsers send nothing else; a view that only shows says ``require_safe``, one that only takes ``require_POST``.
_methods = require_http_methods(["GET", "HEAD", "POST"])
SeatView = Callable[Concatenate[HttpRequest, Seat, P], HttpResponseBase]


def requires(permission: Permission) -> Callable[[SeatView[P]], Callable[..., HttpResponseBase]]:
    """For a view ``(request, seat, …)`` under ``/a/<agency>/``: 404 without a seat there and for a year that
    no office plans for; 403 without the permission.

    ``request.seat`` serves the templates.
    """

    def decorate(view: SeatView[P]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def guarded(request: HttpRequest, agency: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            assert isinstance(request.user, Person)  # noqa: S101  # login_required below sees to it
            seat = seat_of(request.user, agency)
            if seat is None or kwargs.get("year", YEARS[0]) not in YEARS:
                raise Http404
            request.seat = seat  # type: ignore[attr-defined]  # read by the context processor
            decision = seat.may(permission)
            if not decision:
                raise PermissionDenied(decision.why)
            return view(request, seat, *args, **kwargs)

        declared: Any = _methods(login_required(guarded))
        declared.permission = permission
        made: Callable[..., HttpResponseBase] = declared
        return made

    return decorate


def public(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """For a route of strangers."""
    declared: Any = _methods(view)
    declared.permission = Permission.PUBLIC
    made: Callable[..., HttpResponseBase] = declared
    return made


def signed_in(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """For anyone with an account, whatever the agency."""
    declared: Any = _methods(login_required(view))
    declared.permission = Permission.SIGNED_IN
    made: Callable[..., HttpResponseBase] = declared
    return made
