"""Addresses of the API: (route, view, name). See prongsai/web/portal/urls.py."""

from __future__ import annotations

from typing import Any

from prongsai.web.portal.api import pages

#: Pages, in Thai and English.
ROUTES: list[tuple[str, Any, str]] = [
    ("api/", pages.reference, "api"),
]
#: Answers, which are the same in every language.
ONCE: list[tuple[str, Any, str]] = [
    ("api/openapi.json", pages.openapi, "openapi"),
    ("api/v1/", pages.beginning, "api_beginning"),
    ("api/v1/<path:rest>", pages.call, "api_call"),
]
