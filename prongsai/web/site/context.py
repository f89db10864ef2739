"""What every template knows."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest


def page(request: HttpRequest) -> dict[str, Any]:
    """``seat``: the person's place in the agency of this address, or None; ``year``: the one in the address, if any."""
    match = request.resolver_match
    found: dict[str, Any] = {"seat": getattr(request, "seat", None)}
    if match and "year" in match.kwargs:
        found["year"] = match.kwargs["year"]
    return found
