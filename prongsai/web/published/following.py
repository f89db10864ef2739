"""How what is public follows the agency whose it is."""

from __future__ import annotations

from prongsai.web.agencies.models import Agency
from prongsai.web.published import actions


def follow_agency(agency: Agency) -> None:
    """Its name, kind or place was changed, which stand on every public page."""
    actions.renew_pages(agency=agency)
