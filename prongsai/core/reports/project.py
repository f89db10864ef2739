"""What of a Reading a form can carry: writing a projected Reading and reading it back gives the same Reading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from typing import TypeVar

from prongsai.core.reports.layout import Column, FormLayout, FormTable, Grammar, Holds, TableLayout
from prongsai.core.reports.printable import printable
from prongsai.core.reports.reading import Memo, ReadDisclosure, Reading, ReadMeasure, Scores, Status
from prongsai.core.reports.wording import official_date

#: Fields that a grammar carries beside the field its column names.
ALSO_CARRIES: dict[Grammar, tuple[str, ...]] = {
    Grammar.NUMBER: ("number",),
    Grammar.NUMBERED_TITLE: ("number", "title"),
    Grammar.INDICATOR: ("indicator", "title"),
    Grammar.CODE: ("code",),
    Grammar.TICK: ("status",),
    Grammar.BOXES_AND_ITEMS: ("status",),
}

Row = TypeVar("Row", ReadMeasure, ReadDisclosure)


def project(reading: Reading, form: FormLayout) -> Reading:
    """The part of ``reading`` that ``form`` can carry, in the order in which the form prints it; notes are dropped."""
    reading = printable(reading)
    return replace(
        reading,
        title=reading.title or form.title or None,
        memo=project_memo(reading.memo) if form.memo else None,
        measures=tuple(
            row for place in form.tables for row in _carried(place.table, measures_of(reading, form, place))
        ),
        disclosures=tuple(
            row
            for place in form.tables
            if place.table.holds is Holds.DISCLOSURES
            for row in _carried(place.table, reading.disclosures)
        ),
        scores=project_scores(reading.scores) if _has(form, Holds.SCORES) else None,
        notes=(),
    )


def measures_of(reading: Reading, form: FormLayout, place: FormTable) -> tuple[ReadMeasure, ...]:
    """The measures that stand in this table: where a form has both kinds, rows of an indicator stand in theirs."""
    if place.table.holds not in (Holds.MEASURES, Holds.INDICATORS):
        return ()
    if not (_has(form, Holds.MEASURES) and _has(form, Holds.INDICATORS)):
        return reading.measures
    of_indicator = place.table.holds is Holds.INDICATORS
    return tuple(row for row in reading.measures if (row.indicator is not None) is of_indicator)


def carried_fields(columns: Sequence[Column]) -> frozenset[str]:
    """The names of the fields that these columns carry."""
    return frozenset(name for column in columns for name in (column.field, *ALSO_CARRIES.get(column.grammar, ())))


def carried_statuses(columns: Sequence[Column]) -> frozenset[Status]:
    """The statuses that these columns can say: each tick column one, boxes all three."""
    if any(column.grammar is Grammar.BOXES_AND_ITEMS for column in columns):
        return frozenset(Status)
    return frozenset(column.value for column in columns if column.grammar is Grammar.TICK and column.value is not None)


def project_memo(memo: Memo | None) -> Memo | None:
    """The memo as its page carries it: its date in words too, and its period only where the subject does not say it."""
    if memo is None:
        return None
    date_text = memo.date_text or (official_date(memo.date) if memo.date else None)
    said = memo.period is not None and memo.period in (memo.subject or "")
    return replace(memo, date_text=date_text, period=None if said else memo.period)


def project_scores(scores: Scores | None) -> Scores | None:
    """The scores in the order of the indicators; None where there is no figure at all."""
    if scores is None or not (scores.indicators or scores.total is not None):
        return None
    return Scores(dict(sorted(scores.indicators.items(), key=lambda item: int(item[0]))), scores.total)


def _has(form: FormLayout, holds: Holds) -> bool:
    return any(place.table.holds is holds for place in form.tables)


def _carried(table: TableLayout, rows: Iterable[Row]) -> list[Row]:
    """The rows with only what the table carries; a row of which nothing is left is not printed."""
    kept, statuses = carried_fields(table.columns), carried_statuses(table.columns)
    made = (_keep(row, kept, statuses) for row in rows)
    return [row for row in made if any(getattr(row, part.name) not in (None, ()) for part in fields(row))]


def _keep(row: Row, kept: frozenset[str], statuses: frozenset[Status]) -> Row:
    values = {}
    for part in fields(row):
        value = getattr(row, part.name)
        if part.name not in kept and part.name not in ("code", "sub_indicator"):
            value = () if isinstance(value, tuple) else None
        values[part.name] = value
    if values["status"] not in statuses:
        values["status"] = None
    return type(row)(**values)
