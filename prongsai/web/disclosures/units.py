"""Which division looks after an item, told by the units that a report names."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.core.measures.responsible import best_match
from prongsai.web.agencies.models import Division


def division_for(responsible: Sequence[str], units: Sequence[Division]) -> Division | None:
    """The division that the first recognisable unit names, or None."""
    by_id = {unit.pk: unit for unit in units}
    names = {unit.pk: unit.name for unit in units}
    for text in responsible:
        match = best_match(text, names)
        if match is not None:
            return by_id[match]
    return None
