"""Every view declares its permission; one that does not is an error, not an open door."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse

#: Modules whose views are not ours and guard themselves.
FOREIGN = ("allauth.", "django.views.i18n", "django.contrib.staticfiles", "django.views.static")


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
