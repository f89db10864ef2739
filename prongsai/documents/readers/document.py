"""What every reader makes of its file first: paragraphs and tables, each with its place; nothing of measures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from prongsai.core.sentence import Sentence

#: A ticked and an empty box, however the file writes them.
TICKED, EMPTY = "☑", "☐"


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph: its text with white space collapsed and boxes as ☑ and ☐.

    ``line`` is its line in the source, from 1. ``block``: it stood in an element of its own (``<p>``, ``<li>``).
    ``depth`` is its level in lists, 0 outside. ``gap``: an empty line or the end of an element stands before it.
    """

    text: str
    line: int
    block: bool = False
    depth: int = 0
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: its paragraphs, empty where the cell is empty."""

    paras: tuple[Para, ...] = ()

    @property
    def text(self) -> str:
        """All of it on one line."""
        return " ".join(para.text for para in self.paras)


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it stands in the source."""

    cells: tuple[Cell, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that stand together; ``number`` counts the tables of the document from 1."""

    number: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole file, in the order of its text."""

    blocks: tuple[Para | Table, ...]

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables alone."""
        return tuple(block for block in self.blocks if isinstance(block, Table))


@dataclass(frozen=True, slots=True)
class Spot:
    """A line of the source, and the column of its table where it is a row of one; both from 1."""

    line: int
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the picture of a page: its edges as parts of the page's width and height, 0 to 1."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class DoubtfulWord:
    """A word or number that was seen, not read: where it stands, and how sure the reader is of it, 0 to 1.

    An empty ``text`` tells that something stands there that could not be read at all.
    """

    text: str
    confidence: float
    spot: Spot
    region: Region


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader made of its file, or of one page of it.

    ``lines`` is the text to show beside the Reading: a paragraph a line, a row of a table a line with tabs between its
    cells; the ``line`` of each block counts into it. ``page_of_line`` has the page of each line where there are pages.
    ``regions`` are the parts of the page's picture where paragraphs and cells stand, for what was seen on a scan.
    ``remarks`` are sentences about the file itself: pages that were left out, macros that were not looked at.
    """

    document: Document
    lines: tuple[str, ...]
    page_of_line: tuple[int, ...] = ()
    regions: Mapping[Spot, Region] = field(default_factory=dict)
    doubtful: tuple[DoubtfulWord, ...] = ()
    remarks: tuple[Sentence, ...] = ()
