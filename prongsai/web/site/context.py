"""What every template knows."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest


def page(request: HttpRequest) -> dict[str, Any]:
    """``seat``: the person's place in the agency of this address, or None."""
    return {"seat": getattr(request, "seat", None)}
