"""What waits for a person, said on the pages where the day begins; each domain says it of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from prongsai.web.agencies.queries import Seat


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence in the reader's language, and the page where it is done."""

    text: str
    address: str


Source = Callable[[Seat], Iterable[Notice]]
_SOURCES: list[Source] = []


def announce(source: Source) -> None:
    """Have ``source`` asked; called once, when its app is ready, so that no domain imports one above it."""
    if source not in _SOURCES:
        _SOURCES.append(source)


def notices_for(seat: Seat) -> list[Notice]:
    """Everything that waits for this seat; each source costs at most one query where nothing does."""
    return [notice for source in _SOURCES for notice in source(seat)]
