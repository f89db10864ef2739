"""What a person is told of a Word report that is to be a form."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.core.reports.layout import FormLayout, Holds
from prongsai.core.sentence import Sentence
from prongsai.documents.writers.own_paper.find import Target, understand
from prongsai.documents.writers.own_paper.leftovers import said


@dataclass(frozen=True, slots=True)
class OwnColumn:
    """A column: its heading as written, and the field that it is; None where it stays empty.

    ``status:done`` is the tick column of a status, ``counting`` one that only counts the rows.
    """

    heading: str
    field: str | None


@dataclass(frozen=True, slots=True)
class OwnTable:
    """A table of the paper: what its rows are, its columns, and how many rows it had."""

    holds: Holds
    columns: tuple[OwnColumn, ...]
    rows: int
    tables: int = 1


@dataclass(frozen=True, slots=True)
class OwnPaper:
    """What was found: the form that it is, the fields of the memo, the tables, what is in doubt.

    ``year`` is the fiscal year of the report in the file; ``remarks`` say where it still stands after another year's
    report was written.
    """

    layout: FormLayout
    year: int | None
    memo: tuple[str, ...]
    tables: tuple[OwnTable, ...]
    doubts: tuple[Sentence, ...]
    remarks: tuple[Sentence, ...]


def find(data: bytes, name: str = "") -> OwnPaper:
    """Read a Word report as a form. Raises Refusal, and nothing else, where it cannot be one."""
    found = understand(data, name)
    return OwnPaper(
        layout=found.layout,
        year=found.year,
        memo=found.memo.fields if found.memo else (),
        tables=tuple(map(_table, found.targets)),
        doubts=found.doubts,
        remarks=tuple(said(one, found.year) for one in found.left if found.year is not None),
    )


def _table(target: Target) -> OwnTable:
    part, pattern = target.parts[0]
    columns = []
    for at, heading in enumerate(part.columns.headings):
        column = pattern.columns.get(at)
        field = None if column is None else f"status:{column.value}" if column.value else column.field
        columns.append(OwnColumn(heading, "counting" if at in pattern.counting else field))
    sections = [section for one, _ in target.parts for section in one.sections]
    return OwnTable(
        target.place.table.holds, tuple(columns), sum(len(section.body) for section in sections), len(target.parts)
    )
