"""Addresses of finding: (route, view, name). See prongsai/web/portal/urls.py."""

from __future__ import annotations

from typing import Any

from prongsai.web.portal.finding import directory, search

#: In both languages.
ROUTES: list[tuple[str, Any, str]] = [
    ("directory/", directory.directory, "directory"),
    ("directory/search", search.find_everywhere, "search_all"),
    ("directory/<str:place>/", directory.province, "province"),
    ("<slug:agency>/search", search.find, "search"),
]
