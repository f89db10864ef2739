"""The text of an item as people type it: paragraphs, entries of lists, and the addresses in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from prongsai.core.evidence.links import address

#: More letters than a page needs; what is longer belongs into a file.
LONGEST = 50_000

_ADDRESS = re.compile(r"https?://[^\s<>\"“”]+", re.IGNORECASE)
_TRAILING = ".,;:!?'’»"
_BULLET = re.compile(r"^\s*[-–•*]\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; ``url`` is the address that it is, or empty."""

    text: str
    url: str = ""


def paragraphs_of(text: str) -> tuple[str, ...]:
    """Each paragraph, without white space around it; an entry of a list is one by itself and begins with “- ”.

    Lines without an empty line between them belong to one paragraph, kept as lines.
    """
    found: list[list[str]] = [[]]
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        bullet = _BULLET.match(line)
        if bullet:
            found += [[f"- {line[bullet.end() :].strip()}"], []]
        elif line.strip():
            found[-1].append(line.strip())
        else:
            found.append([])
    return tuple("\n".join(lines) for lines in found if lines)


def pieces_of(text: str) -> tuple[Piece, ...]:
    """The text cut at its addresses; punctuation after an address, and a bracket that it did not open, is text."""
    found: list[Piece] = []
    at = 0
    for match in _ADDRESS.finditer(text):
        url = _trimmed(match[0])
        clean = address(url)
        if not isinstance(clean, str):
            continue
        if match.start() > at:
            found.append(Piece(text[at : match.start()]))
        found.append(Piece(url, clean))
        at = match.start() + len(url)
    return (*found, *([Piece(text[at:])] if at < len(text) else []))


def addresses_in(text: str) -> tuple[str, ...]:
    """The addresses of pages that a text names, each once, in order."""
    return tuple(dict.fromkeys(piece.url for piece in pieces_of(text) if piece.url))


def _trimmed(url: str) -> str:
    while url:
        last = url[-1]
        unopened = (last == ")" and url.count(")") > url.count("(")) or (
            last == "]" and url.count("]") > url.count("[")
        )
        if last not in _TRAILING and not unopened:
            break
        url = url[:-1]
    return url
