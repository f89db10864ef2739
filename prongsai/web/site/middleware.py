"""What holds for every page: its language, who may keep it, what it may be sent, and that it declares a permission."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from prongsai.web.accounts.models import Person

#: Modules whose views are not ours and guard themselves.
FOREIGN = ("allauth.", "django.views.i18n", "django.contrib.staticfiles", "django.views.static")


class OwnLanguage:
    """Somebody who has signed in reads in the language of the account; strangers by their cookie or browser."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if isinstance(request.user, Person):
            translation.activate(request.user.language)
        elif settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
            translation.activate(settings.LANGUAGE_CODE)  # Thai first, whatever the browser says
        return self.get_response(request)


class KeptByNobody:
    """Pages of somebody who has signed in stay in no cache: on a shared computer the back button shows none of them
    after signing out. A response that says itself how it is kept is left as it is.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if isinstance(request.user, Person):
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response


class NoNulls:
    """Refuses what holds the letter NUL: nobody types it, and PostgreSQL keeps no text with it.

    Stands behind the middleware of CSRF, which has read the fields of the form before.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        """Django answers with 400."""
        for sent in (request.GET, request.POST):
            if any("\x00" in text for name, values in sent.lists() for text in (name, *values)):
                raise SuspiciousOperation("a NUL was sent")


class SaysWhatOnlyTakesForms:
    """A page instead of nothing where an address that only takes forms is opened: signing in again leads there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if answer.status_code == HTTPStatus.METHOD_NOT_ALLOWED and request.method == "GET":
            page = render(request, "405.html", status=answer.status_code)
            page["Allow"] = answer["Allow"]
            return page
        return answer


class RequirePermissionDeclared:
    """Looks for the ``permission`` that ``requires`` (see access.py) leaves on a view."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        """Raises where a view of ours has declared nothing."""
        if not hasattr(view, "permission") and not view.__module__.startswith(FOREIGN):
            raise ImproperlyConfigured(f"{view.__module__}.{view.__name__} declares no permission")
