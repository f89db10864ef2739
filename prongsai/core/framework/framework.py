"""The types of an assessment framework: what is asked, how it is weighed, where each entry comes from.

The data is in ``prongsai/frameworks``; its loader makes these values. Source of the model: ita.md §1–3.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from string import ascii_lowercase

from prongsai.core.framework.calendar import Phase
from prongsai.core.framework.origin import Confidence, Origin
from prongsai.core.framework.rules import Coding, Mechanics, Rules, Scale, YearRule
from prongsai.core.framework.samples import SampleRule

__all__ = [
    "Coding", "Component", "Confidence", "DisclosureItem", "Framework", "Indicator", "Instrument", "InstrumentPart",
    "KindWeight", "Level", "Origin", "Part", "Question", "SubIndicator", "YearRule",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class InstrumentPart:
    """A part that makes up an instrument with others, such as the public and the surveyed half of the EIT.

    ``weight`` is its share of each indicator's score, 0 to 1; the parts of an instrument sum to 1.
    """

    code: str
    name: str
    name_en: str
    weight: Decimal
    origin: Origin


@dataclass(frozen=True, slots=True)
class KindWeight:
    """The weight of an instrument for agencies of one kind, where it is another than for all."""

    kind: str
    weight: Decimal


@dataclass(frozen=True, slots=True)
class Instrument:
    """A แบบวัด. ``weight`` is its share of the total, 0 to 1."""

    code: str
    name: str
    name_en: str
    weight: Decimal
    origin: Origin
    weights: tuple[KindWeight, ...] = ()
    parts: tuple[InstrumentPart, ...] = ()

    def weight_for(self, kind: str | None) -> Decimal:
        """The weight for an agency of that kind."""
        return next((one.weight for one in self.weights if one.kind == kind), self.weight)


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
    """A ตัวชี้วัดย่อย, such as ``9.1``. ``most``: its score counts at most so much (None: 100)."""

    code: str
    name: str
    indicator: int
    origin: Origin
    most: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Component:
    """An องค์ประกอบด้านข้อมูล: one thing that the disclosure must show."""

    text: str
    confidence: Confidence

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class DisclosureItem:
    """A รายการข้อมูล. ``subject`` is the same over the years, whatever the code; ``group`` is the heading above it.

    ``also`` are further subjects that it unites and another year keeps apart. ``year_rule_confidence`` is told where
    the year rule is surer or less sure than the item itself.
    """

    code: str
    name: str
    group: str
    sub_indicator: str
    subject: str
    year_rule: YearRule
    components: tuple[Component, ...]
    origin: Origin
    mechanics: Mechanics = field(default_factory=Mechanics)
    also: tuple[str, ...] = ()
    year_rule_confidence: Confidence | None = None

    @property
    def subjects(self) -> tuple[str, ...]:
        """All that it deals with, its main subject first."""
        return (self.subject, *self.also)

    @property
    def year_rule_sure(self) -> Confidence:
        """How sure we are of the time that its data must be of."""
        return self.year_rule_confidence or self.origin.confidence

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
    mechanics: Mechanics = field(default_factory=Mechanics)

    @property
    def keys(self) -> tuple[str, ...]:
        """What the answer to each part is called: ``i1a``, ``i1b``; the bare code where there is only one part."""
        if len(self.parts) == 1:
            return (self.code,)
        return tuple(f"{self.code}{letter}" for letter, _part in zip(ascii_lowercase, self.parts, strict=False))


@dataclass(frozen=True, slots=True)
class Level:
    """A level of result: the least total, and the least score of every instrument (None: no such condition).

    ``passes`` tells whether the national plan counts an agency of this level as having passed.
    """

    name: str
    name_en: str
    total: Decimal
    each_instrument: Decimal | None
    origin: Origin
    passes: bool = False


@dataclass(frozen=True, slots=True)
class Framework:
    """The framework of one fiscal year (Buddhist era). ``levels`` stand in the order in which they are tried.

    ``own`` tells that a file of the agency or the installation took the place of what is shipped, in whole or in part.
    """

    kind: str
    year: int
    instruments: tuple[Instrument, ...]
    indicators: tuple[Indicator, ...]
    sub_indicators: tuple[SubIndicator, ...]
    items: tuple[DisclosureItem, ...]
    questions: tuple[Question, ...]
    levels: tuple[Level, ...]
    scales: tuple[Scale, ...] = ()
    rules: Rules = field(default_factory=Rules)
    samples: tuple[SampleRule, ...] = ()
    calendar: tuple[Phase, ...] = ()
    own: bool = False

    def instrument(self, code: str) -> Instrument | None:
        """The instrument of that code."""
        return next((one for one in self.instruments if one.code == code), None)

    def question(self, code: str) -> Question | None:
        """The question of that code."""
        return next((one for one in self.questions if one.code == code), None)

    def questions_of(self, indicator: int) -> tuple[Question, ...]:
        """The questions of an indicator, in order."""
        return tuple(one for one in self.questions if one.indicator == indicator)

    def scale(self, coding: Coding) -> Scale | None:
        """What each choice is worth under that coding this year."""
        return next((one for one in self.scales if one.coding == coding), None)

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

    def items_about(self, subject: str) -> tuple[DisclosureItem, ...]:
        """The items that deal with a subject, those of which it is the main one first."""
        return tuple(
            sorted((one for one in self.items if subject in one.subjects), key=lambda one: one.subject != subject)
        )

    def items_of(self, sub_indicator: str) -> tuple[DisclosureItem, ...]:
        """The items of a sub-indicator, in order."""
        return tuple(one for one in self.items if one.sub_indicator == sub_indicator)
