"""What every reader makes of its file first: paragraphs and tables, each with its place; nothing of measures."""

from __future__ import annotations

from dataclasses import dataclass

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
