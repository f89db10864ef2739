"""The framework that serves an agency in a year."""

from __future__ import annotations

from prongsai.core.framework.framework import Framework
from prongsai.frameworks import newest_for
from prongsai.web.agencies.models import Agency


def framework_for(agency: Agency, fiscal_year: int) -> tuple[Framework, bool]:
    """The framework of that year (Buddhist era) for this agency, and whether another year's serves provisionally."""
    return newest_for(fiscal_year)
