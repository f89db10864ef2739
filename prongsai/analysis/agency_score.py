"""The scores of one agency and year, as they leave the analysis and as they enter it from a table of results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AgencyScore:
    """Scores are whole hundredths of 0 to 100: 97.65 is 9765. ``year`` is in the Buddhist era.

    ``code`` is unique in a country; in a table of results without codes it is made of name and province. ``kind`` and
    ``region`` are the codes of ``prongsai.core.country``. ``indicators`` by number and ``instruments`` by code; one
    that is not known has no entry; ``total`` is None, and ``level`` empty, where the total cannot be told.
    """

    code: str
    name: str
    kind: str
    province: str
    year: int
    indicators: Mapping[int, int]
    instruments: Mapping[str, int]
    total: int | None
    level: str
    size: str = ""

    @property
    def key(self) -> tuple[int, str]:
        """What stands once in a table."""
        return self.year, self.code
