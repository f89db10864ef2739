"""What a measure says, apart from how far it is: the value that plans, imports and reports hand to each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from prongsai.core.access.decision import ALLOWED, Decision, refused
from prongsai.core.reports.reading import ReadMeasure, Status

#: The longest text of a period and of a responsible unit, in characters; longer ones are no such thing.
LONGEST_PERIOD, LONGEST_UNIT = 200, 300

#: What the approval of a plan freezes: a change of these is an amendment and needs a reason.
FROZEN = ("number", "indicator", "title", "responsible", "period")


@dataclass(frozen=True, slots=True)
class MeasureContent:
    """One measure of a plan. ``number`` is its number on paper; ``indicator`` 1-10 where it belongs to one."""

    number: int | None = None
    indicator: int | None = None
    title: str = ""
    steps: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    period: str = ""
    monitoring: tuple[str, ...] = ()
    outcome: tuple[str, ...] = ()
    suggestion: str = ""

    @classmethod
    def from_read(cls, read: ReadMeasure) -> MeasureContent:
        """What a paper says of a measure, without its status and results: those are progress."""
        return cls(
            number=read.number,
            indicator=read.indicator,
            title=read.title or "",
            steps=read.procedure,
            responsible=read.responsible,
            period=read.period or "",
            monitoring=read.monitoring,
            outcome=read.outcome,
            suggestion=read.suggestion or "",
        )

    def to_read(self, *, status: Status | None, result: Sequence[str]) -> ReadMeasure:
        """The same as a row of a report, with what was done."""
        return ReadMeasure(
            number=self.number,
            indicator=self.indicator,
            title=self.title or None,
            procedure=self.steps,
            responsible=self.responsible,
            period=self.period or None,
            monitoring=self.monitoring,
            status=status,
            result=tuple(result),
            outcome=self.outcome,
            suggestion=self.suggestion or None,
        )

    def plain(self) -> dict[str, Any]:
        """Name to plain JSON value: lists for tuples. The history keeps this."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def changed(old: MeasureContent, new: MeasureContent) -> tuple[str, ...]:
    """The names of the values that differ, in their order."""
    return tuple(field.name for field in fields(old) if getattr(old, field.name) != getattr(new, field.name))


def may_be_kept(content: MeasureContent) -> Decision:
    """Whether a measure can stand in a plan: it has a title, and no text is longer than its kind can be."""
    if not content.title.strip():
        return refused("โปรดกรอกชื่อมาตรการ", "Please enter the title of the measure.")
    name = content.title[:60]
    if len(content.period) > LONGEST_PERIOD:
        return refused(
            f"ระยะเวลาของ “{name}” ยาวเกิน {LONGEST_PERIOD} ตัวอักษร โปรดเขียนเช่น ต.ค. ๖๘ - ก.ย. ๖๙",
            f"The period of “{name}” is longer than {LONGEST_PERIOD} letters. Please write it like ต.ค. 68 - ก.ย. 69.",
        )
    if any(len(unit) > LONGEST_UNIT for unit in content.responsible):
        return refused(
            f"ผู้รับผิดชอบของ “{name}” มีข้อความยาวเกิน {LONGEST_UNIT} ตัวอักษร โปรดแยกหน่วยงานละหนึ่งบรรทัด",
            f"A responsible unit of “{name}” is longer than {LONGEST_UNIT} letters. Please write one unit a line.",
        )
    if content.indicator is not None and not 1 <= content.indicator <= 10:
        return refused(f"ตัวชี้วัดของ “{name}” ต้องเป็น ๑ ถึง ๑๐", f"The indicator of “{name}” must be between 1 and 10.")
    return ALLOWED


def merged(base: MeasureContent, mine: MeasureContent, theirs: MeasureContent) -> MeasureContent:
    """Two people's changes of one measure put together: mine where I changed something, else theirs."""
    values: Mapping[str, Any] = {
        field.name: getattr(mine if getattr(mine, field.name) != getattr(base, field.name) else theirs, field.name)
        for field in fields(base)
    }
    return MeasureContent(**values)
