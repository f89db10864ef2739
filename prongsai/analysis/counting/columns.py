"""Which columns raw answers and their counts have, from the framework of the year."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from prongsai.core.framework.framework import Framework
from prongsai.core.scoring.refusal import NotScored


@dataclass(frozen=True, slots=True)
class AnswerColumn:
    """A part of a question: its ``key`` in the raw answers, the ``values`` that it may have, and their ``points``."""

    key: str
    values: tuple[int, ...]
    points: tuple[Decimal, ...]

    @property
    def counted(self) -> tuple[str, ...]:
        """The names of its counts, a value each: ``i1a_4`` is how many chose 4."""
        return tuple(f"{self.key}_{value}" for value in self.values)


def answer_columns(framework: Framework, instrument: str) -> tuple[AnswerColumn, ...]:
    """The columns of an instrument's answers, in the order of its questions. NotScored where a scale is missing."""
    numbers = {one.number for one in framework.indicators_of(instrument)}
    return tuple(
        _column(framework, key, part.coding)
        for question in framework.questions
        if question.indicator in numbers
        for key, part in zip(question.keys, question.parts, strict=True)
    )


def _column(framework: Framework, key: str, coding: object) -> AnswerColumn:
    scale = next((one for one in framework.scales if one.coding == coding), None)
    if scale is None:
        name = f"{framework.kind}/{framework.year}"
        raise NotScored(
            f"กรอบ {name} ยังไม่มีค่าคะแนนของตัวเลือกแบบ {coding} (ข้อ {key}) โปรดเพิ่ม scales ใน framework.yaml",
            f"The framework {name} does not say what the choices of {coding} questions ({key}) are worth. "
            "Please add them under scales.",
        )
    return AnswerColumn(key, tuple(one.value for one in scale.choices), tuple(one.points for one in scale.choices))


def surveyed(framework: Framework) -> tuple[str, ...]:
    """The instruments that have questions, by code."""
    asked = {one.indicator for one in framework.questions}
    return tuple(
        one.code
        for one in framework.instruments
        if any(each.number in asked for each in framework.indicators_of(one.code))
    )
