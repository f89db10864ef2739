"""The home of an agency's public pages."""

from __future__ import annotations

from prongsai.web.portal.keeping import Asked, Made, kept, rendered


@kept
def home(asked: Asked) -> Made:
    """Everything that is public, from the top."""
    return rendered(asked, "home.html", {})
