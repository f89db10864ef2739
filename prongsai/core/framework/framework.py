"""The types of an assessment framework: what is asked, how it is weighed, where each entry comes from.

The data is in ``prongsai/frameworks``; its loader makes these values. Source of the model: ita.md §1–3.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Confidence(StrEnum):
    """How sure we are of an entry. What is only from memory is marked so wherever it is shown."""

    CERTAIN = "certain"  # read in a source, or proven by arithmetic
    LIKELY = "likely"  # one indirect source, or an inference
    MEMORY = "memory"  # no source found


class YearRule(StrEnum):
    """Of which time the data of an item must be."""

    NONE = "none"
    CURRENT = "current"  # of the fiscal year that is assessed
    FIRST_SIX_MONTHS = "first_six_months"  # October to March of it
    PREVIOUS = "previous"  # of the year before


class Coding(StrEnum):
    """How the answers of a question become points."""

    NORMAL = "normal"  # four choices: 0, 33, 67, 100
    REVERSED = "reversed"  # four choices: 100, 67, 33, 0
    BAD = "bad"  # yes 0, no 100
    GOOD = "good"  # yes 100, no 0


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an entry comes from and how sure it is."""

    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Instrument:
    """A แบบวัด. ``weight`` is its share of the total, 0 to 1."""

    code: str
    name: str
    name_en: str
    weight: Decimal
    origin: Origin


@dataclass(frozen=True, slots=True)
class Indicator:
    """A ตัวชี้วัด, numbered 1 to 10."""

    number: int
    name: str
    name_en: str
    instrument: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class SubIndicator:
    """A ตัวชี้วัดย่อย, such as ``9.1``."""

    code: str
    name: str
    indicator: int
    origin: Origin


@dataclass(frozen=True, slots=True)
class Component:
    """An องค์ประกอบด้านข้อมูล: one thing that the disclosure must show."""

    text: str
    confidence: Confidence

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class DisclosureItem:
    """A รายการข้อมูล. ``subject`` is the same over the years, whatever the code; ``group`` is the heading above it."""

    code: str
    name: str
    group: str
    sub_indicator: str
    subject: str
    year_rule: YearRule
    components: tuple[Component, ...]
    origin: Origin

    @property
    def number(self) -> int:
        """12 of ``O12``."""
        return int(self.code[1:])


@dataclass(frozen=True, slots=True)
class Part:
    """One answer to give within a question; ``label`` is empty where the question has only one."""

    label: str
    coding: Coding


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a perception instrument, shortened as in the source."""

    code: str
    indicator: int
    text: str
    parts: tuple[Part, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Level:
    """A level of result: the least total, and the least score of every instrument (None: no such condition)."""

    name: str
    name_en: str
    total: Decimal
    each_instrument: Decimal | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Framework:
    """The framework of one fiscal year (Buddhist era). ``levels`` stand in the order in which they are tried."""

    kind: str
    year: int
    instruments: tuple[Instrument, ...]
    indicators: tuple[Indicator, ...]
    sub_indicators: tuple[SubIndicator, ...]
    items: tuple[DisclosureItem, ...]
    questions: tuple[Question, ...]
    levels: tuple[Level, ...]

    def indicator(self, number: int) -> Indicator | None:
        """The indicator of that number."""
        return next((one for one in self.indicators if one.number == number), None)

    def indicators_of(self, instrument: str) -> tuple[Indicator, ...]:
        """The indicators of an instrument."""
        return tuple(one for one in self.indicators if one.instrument == instrument)

    def sub_indicator(self, code: str) -> SubIndicator | None:
        """The sub-indicator of that code."""
        return next((one for one in self.sub_indicators if one.code == code), None)

    def item(self, code: str) -> DisclosureItem | None:
        """The disclosure item of that code."""
        return next((one for one in self.items if one.code == code), None)

    def items_of(self, sub_indicator: str) -> tuple[DisclosureItem, ...]:
        """The items of a sub-indicator, in order."""
        return tuple(one for one in self.items if one.sub_indicator == sub_indicator)
