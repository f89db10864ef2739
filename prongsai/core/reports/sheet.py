"""What stands on the paper: title lines, memo and tables of typed cells, made once and rendered by every format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from prongsai.core.reports.analysis import Analysis
from prongsai.core.reports.analysis_tables import heading_of, notes_of, rows_of
from prongsai.core.reports.cell import Cell, Kind, cell, ordinal, score
from prongsai.core.reports.layout import OF_ANALYSIS, Column, FormLayout, FormTable, Grammar, Holds
from prongsai.core.reports.printable import printable
from prongsai.core.reports.project import measures_of, project
from prongsai.core.reports.reading import Memo, ReadDisclosure, Reading, ReadMeasure, Scores
from prongsai.core.reports.wording import to_thai


@dataclass(frozen=True, slots=True)
class Names:
    """Names of indicators (by ``"9"``) and sub-indicators (by ``"9.1"``), from the framework of the report's year."""

    indicators: Mapping[str, str] = field(default_factory=dict)
    sub_indicators: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """One place of the chain of signatures. Unsigned, its opinion, name line and date are dotted lines to write on.

    ``acting_for`` is the line under the position, as ``ปลัดเทศบาล รักษาราชการแทน`` stands over it.
    """

    name: str
    position: str
    opinion: str | None = None
    date_text: str | None = None
    acting_for: str | None = None
    signed: bool = False
    asks_opinion: bool = False


@dataclass(frozen=True, slots=True)
class SheetTable:
    """One printed table: headings above it, its columns, rows of one cell a column, and notes below it."""

    headings: tuple[str, ...]
    holds: Holds
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole paper. ``title`` has the name of the report, its year, the agency and where it is, one a line."""

    title: tuple[str, ...]
    memo: Memo | None
    signatures: tuple[SignatureBlock, ...]
    tables: tuple[SheetTable, ...]


def cells(
    reading: Reading,
    form: FormLayout,
    names: Names | None = None,
    signatures: Sequence[SignatureBlock] = (),
    analysis: Analysis | None = None,
) -> Sheet:
    """What ``form`` prints of ``reading`` and ``analysis``. Without ``signatures`` the memo's signatories get lines to
    sign on."""
    names, kept = names or Names(), project(reading, form)
    return Sheet(
        title=tuple(title_lines(kept)),
        memo=kept.memo,
        signatures=tuple(map(printable, signatures)) or _to_sign(kept.memo),
        tables=tuple(table for place in form.tables for table in _tables(kept, form, place, names, analysis)),
    )


def title_lines(reading: Reading) -> Iterator[str]:
    """The lines in the middle of the first page of the report."""
    if reading.title:
        yield reading.title
    if reading.fiscal_year is not None:
        yield f"ประจำปีงบประมาณ พ.ศ. {to_thai(reading.fiscal_year)}"
    if reading.agency:
        yield reading.agency
    place = [f"{kind}{name}" for kind, name in (("อำเภอ", reading.district), ("จังหวัด", reading.province)) if name]
    if place:
        yield " ".join(place)


def _to_sign(memo: Memo | None) -> tuple[SignatureBlock, ...]:
    if memo is None:
        return ()
    return tuple(
        SignatureBlock(person.name, person.position, asks_opinion=at > 0) for at, person in enumerate(memo.signatories)
    )


def _tables(
    reading: Reading, form: FormLayout, place: FormTable, names: Names, analysis: Analysis | None
) -> Iterator[SheetTable]:
    """The printed tables of one place in the form: several where it is cut by sub-indicator; none where it is empty."""
    table, heading = place.table, (place.heading,) if place.heading else ()
    if table.holds in OF_ANALYSIS:
        if analysis is not None:
            yield _of_analysis(place, analysis)
        return
    if table.holds is Holds.SCORES:
        if reading.scores is not None:
            yield SheetTable(heading, table.holds, table.columns, tuple(_scores(table.columns, reading.scores, names)))
        return
    if table.holds is Holds.DISCLOSURES and place.by_sub_indicator:
        yield from _by_sub_indicator(reading.disclosures, place, names)
        return
    rows: Sequence[ReadMeasure | ReadDisclosure] = (
        reading.disclosures if table.holds is Holds.DISCLOSURES else measures_of(reading, form, place)
    )
    if rows:
        yield SheetTable(heading, table.holds, table.columns, _cut(table.columns, rows))


def _of_analysis(place: FormTable, analysis: Analysis) -> SheetTable:
    holds, columns = place.table.holds, place.table.columns
    headings = (heading_of(analysis, place.heading),) if place.heading else ()
    return SheetTable(headings, holds, columns, rows_of(analysis, holds, columns), notes_of(analysis, holds))


def _by_sub_indicator(rows: Sequence[ReadDisclosure], place: FormTable, names: Names) -> Iterator[SheetTable]:
    """One table a sub-indicator, in the order of the rows; the heading of the whole stands over the first."""
    heading, last = place.heading, ""
    for key, group in groupby(rows, key=lambda row: row.sub_indicator):
        indicator = (key or "").split(".")[0]
        headings = [heading] if heading else []
        if indicator and indicator != last:
            headings.append(named("ตัวชี้วัดที่", indicator, names.indicators))
        if key:
            headings.append(named("ตัวชี้วัดย่อยที่", key, names.sub_indicators))
        columns = place.table.columns
        yield SheetTable(tuple(headings), Holds.DISCLOSURES, columns, _cut(columns, list(group)))
        heading, last = None, indicator


def named(kind: str, key: str, names: Mapping[str, str]) -> str:
    """``ตัวชี้วัดย่อยที่ ๙.๑ ข้อมูลพื้นฐาน``, or without the name where it is not known."""
    return " ".join(part for part in (kind, to_thai(key), names.get(key)) if part)


def _cut(columns: Sequence[Column], rows: Sequence[ReadMeasure | ReadDisclosure]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(cell(column, row) for column in columns) for row in rows)


def _scores(columns: Sequence[Column], scores: Scores, names: Names) -> Iterator[tuple[Cell, ...]]:
    for key, value in scores.indicators.items():
        name = names.indicators.get(key) or f"ตัวชี้วัดที่ {to_thai(key)}"
        yield tuple(_score_cell(column, int(key), name, value) for column in columns)
    if scores.total is not None:
        yield tuple(_score_cell(column, None, "คะแนนรวม", scores.total) for column in columns)


def _score_cell(column: Column, number: int | None, name: str, value: float) -> Cell:
    if column.grammar is Grammar.SCORE:
        return score(value)
    return ordinal(number) if column.grammar is Grammar.NUMBER else Cell((name,), Kind.TEXT)
