"""What a layout says: the columns of a table, the paper made of a memo and tables. Reading and writing use the same.

The files are in ``prongsai/layouts``; their loader makes these values. Source: the layouts of real reports.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from prongsai.core.reports.reading import Status


class Holds(StrEnum):
    """What the rows of a table are."""

    MEASURES = "measures"  # measures with their own number or title
    INDICATORS = "indicators"  # measures that are rows of an indicator
    DISCLOSURES = "disclosures"
    SCORES = "scores"
    RESULT = "result"  # last year's result in an analysis: indicators, instruments, total, level
    STRENGTHS = "strengths"
    URGENT = "urgent"  # weak points to be mended without delay
    IMPROVABLE = "improvable"  # weak points to be made better


#: What only the analysis of a result fills; in any other report these tables stay away.
OF_ANALYSIS = frozenset({Holds.RESULT, Holds.STRENGTHS, Holds.URGENT, Holds.IMPROVABLE})


class Grammar(StrEnum):
    """How a cell is cut into a value, and written from one."""

    TEXT = "text"  # one string
    ITEMS = "items"  # a list, numbered or with bullets
    UNITS = "units"  # responsible units
    NUMBER = "number"  # the measure's own number
    NUMBERED_TITLE = "numbered_title"  # "๑. มาตรการ…": number and title in one cell
    INDICATOR = "indicator"  # "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่": indicator and title
    PERIOD = "period"
    CODE = "code"  # O๑
    TICK = "tick"  # a status column of its own: a tick where the status is the column's
    BOXES_AND_ITEMS = "boxes_and_items"  # two boxes for the status, then a list
    SCORE = "score"


_OF_MEASURES = {
    "number": {Grammar.NUMBER},
    "title": {Grammar.TEXT, Grammar.NUMBERED_TITLE},
    "procedure": {Grammar.ITEMS},
    "responsible": {Grammar.UNITS, Grammar.ITEMS},
    "period": {Grammar.PERIOD, Grammar.TEXT},
    "monitoring": {Grammar.ITEMS},
    "status": {Grammar.TICK},
    "result": {Grammar.ITEMS, Grammar.BOXES_AND_ITEMS},
    "outcome": {Grammar.ITEMS},
    "suggestion": {Grammar.TEXT},
}

_OF_POINTS = {
    "number": {Grammar.NUMBER},
    "name": {Grammar.TEXT},
    "score": {Grammar.SCORE},
    "points": {Grammar.SCORE},
    "remarks": {Grammar.ITEMS},
}

#: The fields that a table of each kind can have, and the grammars that each can be written in.
FITTING: dict[Holds, dict[str, set[Grammar]]] = {
    Holds.MEASURES: _OF_MEASURES,
    Holds.INDICATORS: _OF_MEASURES | {"title": {Grammar.TEXT, Grammar.INDICATOR}},
    Holds.DISCLOSURES: {
        "code": {Grammar.CODE},
        "name": {Grammar.TEXT},
        "components": {Grammar.ITEMS},
        "responsible": {Grammar.UNITS, Grammar.ITEMS},
        "status": {Grammar.TICK},
        "progress": {Grammar.ITEMS, Grammar.BOXES_AND_ITEMS},
    },
    Holds.SCORES: {"indicator": {Grammar.NUMBER}, "name": {Grammar.TEXT}, "score": {Grammar.SCORE}},
    Holds.RESULT: {
        "number": {Grammar.NUMBER},
        "name": {Grammar.TEXT},
        "score": {Grammar.SCORE},
        "before": {Grammar.SCORE},
        "change": {Grammar.SCORE},
    },
    Holds.STRENGTHS: _OF_POINTS,
    Holds.URGENT: _OF_POINTS,
    Holds.IMPROVABLE: _OF_POINTS,
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``field`` names a field of ReadMeasure, ReadDisclosure or Scores; ``value`` is the status of a tick
    column; ``width`` a share of the table's width in percent; ``variants`` further headings that are read as this."""

    field: str
    heading: str
    grammar: Grammar
    width: float
    variants: tuple[str, ...] = ()
    value: Status | None = None


@dataclass(frozen=True, slots=True)
class TableLayout:
    """A table: ``holds`` says what a row is. ``id`` and ``version`` never change once published."""

    id: str
    version: int
    holds: Holds
    source: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class FormTable:
    """A table's place in a form: heading above it, and whether it is cut by sub-indicator with headings between."""

    table: TableLayout
    heading: str | None = None
    by_sub_indicator: bool = False


@dataclass(frozen=True, slots=True)
class FormLayout:
    """A paper: title, optional memo, ordered tables. ``name_th``/``name_en`` are what the chooser shows.

    In the heading of a table of an analysis ``{result_year}`` stands for the year of the result.
    """

    id: str
    version: int
    name_th: str
    name_en: str
    title: str
    source: str
    memo: bool
    landscape: bool
    tables: tuple[FormTable, ...]

    @property
    def is_analysis(self) -> bool:
        """Whether this is a paper for the analysis of a result: only an analysis takes it, and takes no other."""
        return any(place.table.holds in OF_ANALYSIS for place in self.tables)
