"""Content for disclosures that the system itself has, such as a report on the measures: each domain offers its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from prongsai.core.publication.content import Section
from prongsai.web.agencies.models import Agency


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be shown for an item: ``code`` is stored and names it for ever, such as ``report:12``.

    ``subjects`` are those of the items for which it is fit; empty: any.
    """

    code: str
    title: str
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A domain that has such content. ``prefix`` begins its codes; ``sections`` is empty where there is nothing now."""

    prefix: str
    offers: Callable[[Agency, int], Sequence[Offer]]
    sections: Callable[[Agency, int, str], Sequence[Section]]


_SOURCES: dict[str, Source] = {}


def offer_content(source: Source) -> None:
    """Have ``source`` asked; called once, when its app is ready."""
    _SOURCES[source.prefix] = source


def offers_of(agency: Agency, fiscal_year: int) -> list[Offer]:
    """Everything that the system can show for that year."""
    return [offer for source in _SOURCES.values() for offer in source.offers(agency, fiscal_year)]


def sections_of(agency: Agency, fiscal_year: int, code: str) -> Sequence[Section]:
    """The content of that code as it is now; nothing where it is gone."""
    source = _SOURCES.get(code.split(":", 1)[0])
    return source.sections(agency, fiscal_year, code) if source else ()
