"""The source beside the Reading: its lines as cells that a person can read, and where a value stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from prongsai.core.reports.entities import unescaped
from prongsai.core.reports.paths import is_within

#: A snippet under a doubtful value is no longer than this.
SNIPPET = 400

_BREAKS = re.compile(r"<\s*(?:br|/p|/li|/div|/tr|/h\d)[^>]*>", re.IGNORECASE)
_BOX = re.compile(r"<\s*input\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")

Place = Mapping[str, int | None]
PlacesJson = Mapping[str, Sequence[Place]]


@dataclass(frozen=True, slots=True)
class Spot:
    """A line of the source, the column of its table and the page where those are known; all counted from 1."""

    line: int
    column: int | None = None
    page: int | None = None

    @property
    def anchor(self) -> str:
        """The id of that cell, or of the line."""
        return f"line-{self.line}" + (f"-{self.column}" if self.column else "")


@dataclass(frozen=True, slots=True)
class SourceCell:
    """One cell as text; ``anchor`` its id on the page; ``cut`` the column under which its picture is kept, if any."""

    anchor: str
    text: str
    cut: int | None = None


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of the source; ``gap`` says that lines before it are left out."""

    number: int
    cells: tuple[SourceCell, ...] = field(default=())
    gap: bool = False
    page: int | None = None

    @property
    def anchor(self) -> str:
        """The id of the line on the page."""
        return f"line-{self.number}"


def readable(text: str) -> str:
    """The text of a cell: marks of HTML gone, their breaks kept as lines, boxes as ☑ and ☐."""
    boxed = _BOX.sub(lambda box: "☑" if "checked" in box[0].lower() else "☐", text)
    plain = unescaped(_TAG.sub("", _BREAKS.sub("\n", boxed)))
    return "\n".join(part for line in plain.splitlines() if (part := " ".join(line.split())))


def cells_of(line: str) -> list[str]:
    """The cells of a line: cut at tabs, or at the bars of a Markdown table; else the line is one cell."""
    if "\t" in line:
        return line.split("\t")
    bare = line.strip()
    return bare.strip("|").split("|") if bare.startswith("|") and bare.count("|") > 1 else [line]


def spots_of(places: PlacesJson, path: str) -> list[Spot]:
    """Where the values of a field stand, each line and column once, in the order of the source."""
    found = {
        Spot(line, place.get("column"), place.get("page"))
        for at, listed in places.items()
        if is_within(at, path)
        for place in listed
        if (line := place.get("line"))
    }
    return sorted(found, key=lambda spot: (spot.line, spot.column or 0))


def snippet(lines: Sequence[str], spots: Sequence[Spot]) -> str:
    """The source of a field in short, for a narrow screen."""
    parts = []
    for spot in spots[:3]:
        if spot.line <= len(lines):
            cells = cells_of(lines[spot.line - 1])
            at = spot.column
            parts.append(readable(cells[at - 1] if at and at <= len(cells) else lines[spot.line - 1]))
    text = "\n".join(part for part in parts if part)
    return text if len(text) <= SNIPPET else text[:SNIPPET].rstrip() + "…"


def lines_around(
    lines: Sequence[str], spots: Iterable[Spot], cuts: AbstractSet[tuple[int, int]] = frozenset()
) -> list[SourceLine]:
    """The lines of these spots, as cells; those between them are left out and marked.

    ``cuts`` are the lines and columns (0 for none) that there are pictures of.
    """
    made: list[SourceLine] = []
    before = 0
    pages = {spot.line: spot.page for spot in spots}
    for number in sorted(number for number in pages if 1 <= number <= len(lines)):
        parts = cells_of(lines[number - 1])
        cells = tuple(
            SourceCell(f"line-{number}-{at}", readable(part), next((c for c in (at, 0) if (number, c) in cuts), None))
            for at, part in enumerate(parts, 1)
        )
        made.append(SourceLine(number, cells, gap=number > before + 1, page=pages[number]))
        before = number
    return made
