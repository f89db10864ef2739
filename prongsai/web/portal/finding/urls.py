"""Addresses of finding, feeds and embeds, each once: (route, view, name). See prongsai/web/portal/urls.py."""

from __future__ import annotations

from typing import Any

from prongsai.web.portal.embeds.urls import ROUTES as EMBEDS
from prongsai.web.portal.feeds.urls import ONCE as ONCE
from prongsai.web.portal.feeds.urls import ROUTES as FEEDS
from prongsai.web.portal.finding import directory, search

ROUTES: list[tuple[str, Any, str]] = [
    ("directory/", directory.directory, "directory"),
    ("directory/search", search.find_everywhere, "search_all"),
    ("directory/<str:place>/", directory.province, "province"),
    ("<slug:agency>/search", search.find, "search"),
    *FEEDS,
    *EMBEDS,
]
