"""What a file of open data is made of: columns with a name for programs and words for people, and rows of cells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from prongsai.core.sentence import Sentence

#: None is an empty cell. A moment is written with its time zone, as 2023-03-01T09:30:00+07:00.
Cell = str | int | Decimal | bool | datetime | None
Row = tuple[Cell, ...]


class Type(StrEnum):
    """What the cells of a column are, by the names of JSON Schema or of its formats."""

    TEXT = "string"
    INTEGER = "integer"
    NUMBER = "number"
    MIXED = "number or string"
    YES_NO = "boolean"
    MOMENT = "date-time"
    ADDRESS = "uri"


@dataclass(frozen=True, slots=True)
class Column:
    """``name`` stands in the heading of files; ``about`` in the data dictionary."""

    name: str
    type: Type
    about: Sentence


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file of data: ``name`` is that of the file without its ending."""

    name: str
    title: Sentence
    about: Sentence
    columns: tuple[Column, ...]

    def filled(self, rows: list[Row]) -> Filled:
        """The sheet with its rows; ValueError for a row that has not a cell for every column."""
        if any(len(row) != len(self.columns) for row in rows):
            raise ValueError(f"a row of {self.name} has not {len(self.columns)} cells")
        return Filled(self, tuple(rows))


@dataclass(frozen=True, slots=True)
class Filled:
    """A sheet with its rows."""

    sheet: Sheet
    rows: tuple[Row, ...]
