"""What last year had for an item of this year: where it came from, and where its components were shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from prongsai.core.disclosures.checklist import Mark
from prongsai.core.disclosures.origins import Origin, dropped, origins
from prongsai.web.agencies.models import Agency
from prongsai.web.disclosures.entries import Entry
from prongsai.web.disclosures.models import Disclosure, Tick
from prongsai.web.frameworks.queries import framework_for


@dataclass(frozen=True, slots=True)
class Whence:
    """Where the items of a year come from, against those of ``source``; ``dropped`` are not asked for any more."""

    source: int
    origins: Mapping[str, Origin]
    dropped: tuple[str, ...]

    @property
    def merged(self) -> list[Origin]:
        """Those that were several items before."""
        return [one for one in self.origins.values() if one.is_merged]

    @property
    def split(self) -> list[Origin]:
        """Those that were one item together."""
        return [one for one in self.origins.values() if one.is_split]


def whence(agency: Agency, source: int, fiscal_year: int) -> Whence:
    """The items of ``fiscal_year`` against those of ``source``, matched by subject."""
    old, new = framework_for(agency, source)[0].items, framework_for(agency, fiscal_year)[0].items
    return Whence(source, origins(old, new), dropped(old, new))


def former_marks(agency: Agency, fiscal_year: int, origin: Origin | None, row: Disclosure | None) -> dict[str, Mark]:
    """Component to the place where last year showed it, as far as this year has the same link or a text too.

    A tick of last year serves for a component of the same wording.
    """
    if origin is None or row is None:
        return {}
    ticks = Tick.objects.of(agency).filter(disclosure__fiscal_year=fiscal_year - 1, disclosure__code__in=origin.former)
    here = {piece.url: piece.pk for piece in row.evidence.all() if piece.url and piece.removed_at is None}
    found: dict[str, Mark] = {}
    for tick in ticks.select_related("evidence"):
        piece = here.get(tick.evidence.url) if tick.evidence else None
        if piece or (tick.evidence is None and row.text.strip()):
            found.setdefault(tick.component, Mark(tick.component, piece, tick.where))
    return found


def with_offers(entry: Entry, offers: Mapping[str, Mark]) -> Entry:
    """The item with where last year showed each of its open components."""
    checks = tuple(
        check if check.mark or check.lost else replace(check, offer=offers.get(check.component))
        for check in entry.checks
    )
    return replace(entry, checks=checks)
