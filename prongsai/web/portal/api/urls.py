"""Addresses of the API: (route, view, name). See prongsai/web/portal/urls.py."""

from __future__ import annotations

from typing import Any

#: Pages, in Thai and English.
ROUTES: list[tuple[str, Any, str]] = []
#: Answers, which are the same in every language.
ONCE: list[tuple[str, Any, str]] = []
