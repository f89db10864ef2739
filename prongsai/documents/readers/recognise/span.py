"""Text with its places, from the cells to the values of a Reading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from prongsai.core.reports.reading import Place

_SPACE = re.compile(r"\s+")
_NOT_LETTERS = re.compile(r"[\s()\[\]{}.,:;/\\|*\"'“”‘’_–—-]+")
_MARKS = re.compile(r"[่-์]")


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text and where it stands. ``block`` and ``depth`` as in Para."""

    text: str
    places: tuple[Place, ...]
    block: bool = False
    depth: int = 0

    def cut(self, start: int, end: int | None = None) -> Span:
        """A part of it, at the same place."""
        return replace(self, text=self.text[start:end].strip())


def joined(spans: Sequence[Span], between: str = " ") -> Span:
    """One span of several."""
    return Span(between.join(span.text for span in spans if span.text).strip(), all_places(spans))


def all_places(spans: Iterable[Span]) -> tuple[Place, ...]:
    """The places of all, each once, in order."""
    return tuple(dict.fromkeys(place for span in spans for place in span.places))


def squeeze(text: str) -> str:
    """The text without any white space."""
    return _SPACE.sub("", text)


def letters(text: str) -> str:
    """The text as it is compared: no white space, no marks of punctuation."""
    return _NOT_LETTERS.sub("", text)


def alike(first: str, second: str) -> float:
    """How alike two texts are, 0 to 1, white space and punctuation aside."""
    a, b = letters(first)[:4000], letters(second)[:4000]
    return fuzz.ratio(a, b) / 100 if a and b else float(a == b)


def begins_alike(text: str, start: str) -> float:
    """How alike the beginning of ``text`` is to ``start``, 0 to 1."""
    a, b = letters(text), letters(start)
    return fuzz.ratio(a[: len(b)], b) / 100 if a and b else 0.0
