"""How many answers an instrument asks of an agency. Source: ita.md §1.8."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from prongsai.core.framework.origin import Origin


@dataclass(frozen=True, slots=True)
class SampleRule:
    """The least number of answers of an instrument, or of one of its parts (``part``; empty: the whole).

    ``kinds`` and ``sizes`` say for which agencies (empty: all; sizes ``S``, ``M``, ``L``). ``fixed`` is a number for
    such an agency. Else it is ``share`` (0 to 1) of the population, at least ``least`` of them, and all where there are
    fewer; where the population is over ``large``, at least ``least_of_large``.
    """

    instrument: str
    part: str
    origin: Origin
    kinds: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    fixed: int | None = None
    share: Decimal | None = None
    least: int = 0
    large: int | None = None
    least_of_large: int = 0

    def minimum(self, population: int | None) -> int | None:
        """The least number of answers from so many people; None where that number is needed and not known."""
        if self.fixed is not None:
            return self.fixed
        if population is None or self.share is None:
            return None
        floor = self.least_of_large if self.large is not None and population > self.large else self.least
        share = int((self.share * population).to_integral_value(ROUND_CEILING))
        return min(population, max(share, floor))


def rule_for(
    rules: Iterable[SampleRule], instrument: str, *, part: str = "", kind: str | None = None, size: str | None = None
) -> SampleRule | None:
    """The rule that speaks most precisely of such an agency: by size before by kind before for all."""
    fitting = [
        one
        for one in rules
        if (one.instrument, one.part) == (instrument, part)
        and (not one.kinds or kind in one.kinds)
        and (not one.sizes or size in one.sizes)
    ]
    return max(fitting, key=lambda one: (bool(one.sizes), bool(one.kinds)), default=None)
