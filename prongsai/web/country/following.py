"""How the country follows the results that agencies of this installation record."""

from __future__ import annotations

from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.country import actions


def follow_result(by: Person, agency: Agency, fiscal_year: int) -> None:
    """An official result was recorded, changed or cleared."""
    actions.take_in_result(by=by, agency=agency, fiscal_year=fiscal_year)
