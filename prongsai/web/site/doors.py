"""What a person may enter beside the own agencies, said on the home page; each domain says it of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from prongsai.web.accounts.models import Person


@dataclass(frozen=True, slots=True)
class Door:
    """What is behind it, in the reader's language: a name, a line below, and the page."""

    name: str
    text: str
    address: str


Source = Callable[[Person], Iterable[Door]]
_SOURCES: list[Source] = []


def announce_doors(source: Source) -> None:
    """Have ``source`` asked; called once, when its app is ready, so that the site imports no domain."""
    if source not in _SOURCES:
        _SOURCES.append(source)


def doors_for(person: Person) -> list[Door]:
    """Everything that is open to this person; each source costs one query."""
    return [door for source in _SOURCES for door in source(person)]
