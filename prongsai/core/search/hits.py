"""What is shown of a hit: a piece of the text with the words of the question marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from prongsai.core.search.letters import cut_after, cut_before, folded

#: Letters of a snippet, and the most hits of a text that are looked at.
WIDTH = 220
MOST_HITS = 200
_BEFORE = 60


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of a text; ``hit`` where it is what was asked for."""

    text: str
    hit: bool = False


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    word: int


def marked(text: str, words: Sequence[str]) -> tuple[Piece, ...]:
    """The whole (mended) text in pieces; hits reach to the ends of their clusters."""
    return tuple(_pieces(text, _hits(text, words), 0, len(text)))


def snippet(text: str, words: Sequence[str], width: int = WIDTH) -> tuple[Piece, ...]:
    """The part of a (mended) text that shows most of the words, about ``width`` letters; its start where none is there.

    An ellipsis stands where something is left out; no Thai cluster is torn.
    """
    hits = _hits(text, words)
    first = _best(hits, width - _BEFORE)
    start = _start(text, max(first - _BEFORE, 0))
    end = cut_before(text, start + width) if len(text) > start + width else len(text)
    inner = [hit for hit in hits if start <= hit.start < end]
    end = max([end, *(hit.end for hit in inner)])
    pieces = list(_pieces(text, inner, start, end))
    before, after = ([Piece("… ")] if start else []), ([Piece(" …")] if end < len(text) else [])
    return (*before, *pieces, *after)


def _hits(text: str, words: Sequence[str]) -> list[_Hit]:
    """The places of the words, in order, none overlapping another."""
    plain = folded(text)
    found = sorted(
        (hit for number, word in enumerate(words) for hit in islice(_of(plain, word, number), MOST_HITS)),
        key=lambda hit: (hit.start, -hit.end),
    )
    kept: list[_Hit] = []
    for hit in found:
        start, end = cut_before(text, hit.start), cut_after(text, hit.end)
        if not kept or start >= kept[-1].end:
            kept.append(_Hit(start, end, hit.word))
    return kept


def _of(plain: str, word: str, number: int) -> Iterator[_Hit]:
    at = plain.find(word)
    while at >= 0:
        yield _Hit(at, at + len(word), number)
        at = plain.find(word, at + len(word))


def _best(hits: Sequence[_Hit], width: int) -> int:
    """Where the window begins that holds the most different words; the first of equals."""
    best, most = 0, 0
    for place, hit in enumerate(hits):
        inside = {other.word for other in hits[place : place + 40] if other.end <= hit.start + width}
        if len(inside) > most:
            best, most = hit.start, len(inside)
    return best


def _start(text: str, at: int) -> int:
    """A little later where a space is near, so that a word begins the snippet; never inside a cluster."""
    space = text.find(" ", at, at + _BEFORE // 2) if at else -1
    return space + 1 if space >= 0 else cut_before(text, at)


def _pieces(text: str, hits: Sequence[_Hit], start: int, end: int) -> list[Piece]:
    pieces, at = [], start
    for hit in hits:
        if hit.start > at:
            pieces.append(Piece(text[at : hit.start]))
        pieces.append(Piece(text[max(hit.start, at) : hit.end], hit=True))
        at = hit.end
    if at < end:
        pieces.append(Piece(text[at:end]))
    return pieces
