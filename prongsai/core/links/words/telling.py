"""The words of one thing that can be noticed."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.core.links.link import State
from prongsai.core.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Telling:
    """``what`` was found and the ``way`` out; ``{detail}`` in them is filled with the detail of what was noticed."""

    state: State
    what: Sentence
    way: Sentence


def broken(what_th: str, what_en: str, way_th: str, way_en: str) -> Telling:
    """An assessor would not see the content."""
    return Telling(State.BROKEN, Sentence(what_th, what_en), Sentence(way_th, way_en))


def doubtful(what_th: str, what_en: str, way_th: str, way_en: str) -> Telling:
    """A person should look."""
    return Telling(State.DOUBTFUL, Sentence(what_th, what_en), Sentence(way_th, way_en))


def fine(what_th: str, what_en: str, way_th: str, way_en: str) -> Telling:
    """Worth knowing, and no fault."""
    return Telling(State.FINE, Sentence(what_th, what_en), Sentence(way_th, way_en))


def unknown(what_th: str, what_en: str, way_th: str, way_en: str) -> Telling:
    """Nothing can be said."""
    return Telling(State.UNKNOWN, Sentence(what_th, what_en), Sentence(way_th, way_en))
