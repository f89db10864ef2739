"""The secrets of the addresses of calendars."""

from __future__ import annotations

from prongsai.web.site import link_secrets


def secret_of(agency: int, salt: str) -> str:
    """See ``link_secrets.secret_of``."""
    return link_secrets.secret_of(agency, salt, purpose="prongsai.frameworks.calendar")
