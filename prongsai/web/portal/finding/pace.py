"""Searching costs more than a kept page: nobody keeps the others waiting by asking without end.

Counted for a minute in the memory of each process, by a hash of the address that asks; nothing of it is kept.
"""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

#: Searches of one address in a minute. A whole office may share an address.
MOST = 120
_SECONDS = 60


def is_too_fast(request: HttpRequest) -> bool:
    """Whether this address has asked more often within the minute than people do."""
    key = "search:" + hashlib.sha256(f"{settings.SECRET_KEY}{_address(request)}".encode()).hexdigest()[:32]
    cache.add(key, 0, _SECONDS)
    try:
        return cache.incr(key) > MOST
    except ValueError:  # it ran out between the two
        return False


def _address(request: HttpRequest) -> str:
    """The address that the trusted proxy saw, or, without one, the one that is connected."""
    seen = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    behind = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    return seen[-behind].strip() if behind and len(seen) >= behind else str(request.META.get("REMOTE_ADDR", ""))
