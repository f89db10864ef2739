"""One cell of an official table: its paragraphs as they are printed, and its number where it is one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from prongsai.core.reports.layout import Column, Grammar
from prongsai.core.reports.reading import ReadDisclosure, ReadMeasure, Status
from prongsai.core.reports.wording import figure, to_thai

TICK, TICKED_BOX, EMPTY_BOX = "✓", "☑", "☐"

#: The labels of the boxes. The middle one is printed only where it is the one that is ticked: the forms have two.
BOX_LABELS = {
    Status.NOT_STARTED: "ยังไม่ดำเนินการ",
    Status.IN_PROGRESS: "อยู่ระหว่างดำเนินการ",
    Status.DONE: "ดำเนินการ",
}

#: A reader would cut such a unit in two if it did not stand behind a number.
_SEVERAL_UNITS = re.compile(r"\s|/|และ")


class Kind(StrEnum):
    """How a cell is set: text from the left, short text in the middle, a figure from the right."""

    TEXT = "text"
    MIDDLE = "middle"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Cell:
    """``lines`` are the paragraphs as printed; ``number`` the value where the whole cell is one."""

    lines: tuple[str, ...] = ()
    kind: Kind = Kind.TEXT
    number: float | None = None

    @property
    def text(self) -> str:
        """The paragraphs under each other."""
        return "\n".join(self.lines)


Row = ReadMeasure | ReadDisclosure


def cell(column: Column, row: Row) -> Cell:
    """The cell of ``row`` in ``column``. A field that rows of this kind do not have is an error of the layout."""
    return _BY_GRAMMAR[column.grammar](column, row)


def numbered(items: Sequence[str], *, always: bool = False) -> tuple[str, ...]:
    """``๑. …`` each item; a single one stands without a number unless ``always``."""
    if len(items) < 2 and not always:
        return tuple(items)
    return tuple(f"{to_thai(at)}. {item}" for at, item in enumerate(items, 1))


def ordinal(number: int | None) -> Cell:
    """``๑.`` in the middle of its cell, a number for formats that know numbers."""
    return Cell(() if number is None else (f"{to_thai(number)}.",), Kind.MIDDLE, number)


def score(value: float) -> Cell:
    """A score from the right, so that the decimals stand under each other."""
    return Cell((figure(value),), Kind.FIGURE, value)


def boxes(status: Status | None) -> tuple[str, ...]:
    """One line a box, label behind it."""
    return tuple(
        f"{TICKED_BOX if status is each else EMPTY_BOX} {label}"
        for each, label in BOX_LABELS.items()
        if each is not Status.IN_PROGRESS or status is each
    )


def _line(text: str | None) -> tuple[str, ...]:
    return (text,) if text else ()


def _value(column: Column, row: Row) -> str | None:
    value: str | None = getattr(row, column.field)
    return value


def _list(column: Column, row: Row) -> tuple[str, ...]:
    value: tuple[str, ...] = getattr(row, column.field)
    return value


def _measure(row: Row) -> ReadMeasure:
    if not isinstance(row, ReadMeasure):
        raise TypeError("this column is for tables of measures")
    return row


def _text(column: Column, row: Row) -> Cell:
    return Cell(_line(_value(column, row)))


def _items(column: Column, row: Row) -> Cell:
    return Cell(numbered(_list(column, row)))


def _units(column: Column, row: Row) -> Cell:
    units = _list(column, row)
    return Cell(numbered(units, always=any(_SEVERAL_UNITS.search(unit) for unit in units)))


def _number(column: Column, row: Row) -> Cell:
    return ordinal(_measure(row).number)


def _numbered_title(column: Column, row: Row) -> Cell:
    measure = _measure(row)
    number = f"{to_thai(measure.number)}." if measure.number is not None else None
    return Cell(_line(" ".join(part for part in (number, measure.title) if part)))


def _indicator(column: Column, row: Row) -> Cell:
    measure = _measure(row)
    which = f"ตัวชี้วัดที่ {to_thai(measure.indicator)}" if measure.indicator is not None else None
    return Cell(_line(" ".join(part for part in (which, measure.title) if part)))


def _period(column: Column, row: Row) -> Cell:
    return Cell(_line(_value(column, row)), Kind.MIDDLE)


def _code(column: Column, row: Row) -> Cell:
    return Cell(_line(to_thai(_value(column, row) or "")), Kind.MIDDLE)


def _tick(column: Column, row: Row) -> Cell:
    return Cell(_line(TICK if row.status is not None and row.status is column.value else None), Kind.MIDDLE)


def _boxes_and_items(column: Column, row: Row) -> Cell:
    return Cell(boxes(row.status) + numbered(_list(column, row)))


def _score(column: Column, row: Row) -> Cell:
    raise TypeError("a score column is for tables of scores")


_BY_GRAMMAR: dict[Grammar, Callable[[Column, Row], Cell]] = {
    Grammar.TEXT: _text,
    Grammar.ITEMS: _items,
    Grammar.UNITS: _units,
    Grammar.NUMBER: _number,
    Grammar.NUMBERED_TITLE: _numbered_title,
    Grammar.INDICATOR: _indicator,
    Grammar.PERIOD: _period,
    Grammar.CODE: _code,
    Grammar.TICK: _tick,
    Grammar.BOXES_AND_ITEMS: _boxes_and_items,
    Grammar.SCORE: _score,
}
