"""What stands on a division's sheet: its columns, its rows, and what comes back of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from prongsai.core.measures.workflow import MEASURE
from prongsai.core.reports.printable import printable_text
from prongsai.core.reports.reading import Status
from prongsai.layouts import load_table

#: The words that may stand in the column of the status.
STATUS_WORDS: Mapping[Status, str] = MEASURE.labels

#: The columns that the division fills in; those before them are there to read.
FILLED = ("status", "result", "outcome", "suggestion")
_GIVEN = ("number", "title", "procedure", "period")

#: In front of what tells which row this is, so that it is found in whatever column it comes to stand.
MARK = "prongsai:"
#: Before the name of the division, above the table.
DIVISION_LABEL = "ส่วนราชการ:"
#: Headings that stand in no layout in these words: reports are read with them all the same.
_OWN_HEADINGS = {"status": "สถานะ", "suggestion": "ปัญหา อุปสรรค และข้อเสนอแนะ"}


@cache
def headings() -> Mapping[str, str]:
    """Field to heading, in the order of the columns: those of the layout, so that the sheet is read as a report too."""
    of_layout = {column.field: column.heading for column in load_table("measures-with-outcome").columns}
    known = of_layout | _OWN_HEADINGS
    return {name: known[name] for name in (*_GIVEN, *FILLED)}


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One measure. ``identity`` is any text without spaces; ``values`` has a text for each of ``FILLED``."""

    identity: str
    number: int | None
    title: str
    procedure: tuple[str, ...] = ()
    period: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DivisionSheet:
    """A whole sheet. ``round_words`` is "รอบ ๖ เดือน (…)"; ``place`` the district and province of the agency."""

    agency: str
    place: str
    division: str
    fiscal_year: int
    round_words: str
    due_on: date
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row that came back. ``identity`` is None where it is gone; a value is None where its whole column is.

    ``sheet``, ``row`` (from 1) and ``columns`` (field to letter) tell where it stands, ``division`` under which name.
    """

    sheet: str
    row: int
    identity: str | None
    number: int | None
    title: str
    values: Mapping[str, str | None]
    columns: Mapping[str, str]
    division: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """A file that came back, by its name."""

    file: str
    rows: tuple[FilledRow, ...]


def clean(text: str) -> str:
    """What a cell keeps of a text: lines without what cannot be printed, none of them empty."""
    lines = (printable_text(line) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def status_in(text: str) -> Status | None:
    """The status that a cell names, whatever its spaces; None for other words."""
    squeezed = "".join(text.split())
    return next((status for status, word in STATUS_WORDS.items() if word == squeezed), None)
