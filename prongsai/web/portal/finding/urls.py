"""Addresses of this part, each once: (route, view, name). See prongsai/web/portal/urls.py."""

from __future__ import annotations

from typing import Any

ROUTES: list[tuple[str, Any, str]] = []
