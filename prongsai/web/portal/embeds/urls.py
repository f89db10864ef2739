"""Addresses of what other sites show: (route, view, name). See prongsai/web/portal/urls.py."""

from __future__ import annotations

from typing import Any

from prongsai.web.portal.embeds import pages

ROUTES: list[tuple[str, Any, str]] = [
    ("<slug:agency>/embed/badge.svg", pages.badge_picture, "embed_picture"),
    ("<slug:agency>/embed/badge", pages.badge, "embed_badge"),
    ("<slug:agency>/embed/<int:year>/badge.svg", pages.badge_picture, "embed_picture_of"),
    ("<slug:agency>/embed/<int:year>/badge", pages.badge, "embed_badge_of"),
    ("<slug:agency>/embed/<int:year>/", pages.items, "embed_items"),
    ("<slug:agency>/embed/<int:year>/<str:part>", pages.items, "embed_part"),
]
