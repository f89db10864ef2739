"""Rounds of reporting: when each is due, and what may still be written once it is locked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from prongsai.core.access.decision import ALLOWED, Decision, refused
from prongsai.core.thai.dates import format_date as _thai
from prongsai.core.thai.fiscal import FiscalYear, RoundKind, round_dates
from prongsai.core.thai.period import Period

#: A round may be made due until this long after the last day that it tells of.
LATEST_DUE = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class LockedRound:
    """A locked round with its days, and the divisions that may write all the same, each until a day."""

    period: Period
    leave: Mapping[int, date] = field(default_factory=dict)


def usual_due(kind: RoundKind, fiscal_year: int) -> date:
    """The day on which a round is due unless the coordinator says otherwise: the last day that it tells of."""
    return round_dates(fiscal_year, kind).end


def may_be_due(kind: RoundKind, fiscal_year: int, due_on: date) -> Decision:
    """Whether a round may be due that day: from its first day until four months after its last."""
    period = round_dates(fiscal_year, kind)
    first, latest = period.start, period.end + LATEST_DUE
    if first <= due_on <= latest:
        return ALLOWED
    return refused(
        f"วันครบกำหนดของรอบนี้ต้องอยู่ระหว่าง {_thai(first)} ถึง {_thai(latest)} โปรดเลือกวันใหม่",
        f"This round is due between {first:%d %B %Y} and {latest:%d %B %Y}. Please choose another day.",
    )


def may_write_on(
    on: date, *, today: date, fiscal_year: int, division: int | None, locked: Sequence[LockedRound]
) -> Decision:
    """Whether progress of that day may be written today for a division: in the year, not ahead, not locked."""
    year = FiscalYear(fiscal_year)
    first, last = year.start, year.end
    if not year.contains(on):
        return refused(
            f"วันที่ดำเนินการต้องอยู่ในปีงบประมาณของแผนนี้ คือ {_thai(first)} ถึง {_thai(last)} โปรดแก้ไขวันที่",
            f"The date must be in the fiscal year of this plan, {first:%d %B %Y} to {last:%d %B %Y}. Please change it.",
        )
    if on > today:
        return refused(
            "วันที่ดำเนินการยังมาไม่ถึง โปรดบันทึกเมื่อได้ดำเนินการแล้ว หรือแก้ไขวันที่",
            "This date is still to come. Please record it once it was done, or change the date.",
        )
    shut = (one.period for one in locked if not _has_leave(one, division, today))
    closed = next((period for period in shut if period.start <= on <= period.end), None)
    if closed is None:
        return ALLOWED
    return refused(
        f"รอบรายงาน {_thai(closed.start)} ถึง {_thai(closed.end)} ปิดแล้ว โปรดใช้วันที่นอกช่วงนี้ "
        "หรือขอให้ผู้ประสานงาน ITA เปิดให้ส่วนราชการของท่านบันทึกหลังปิดรอบ",
        f"The round {closed.start:%d %B %Y} to {closed.end:%d %B %Y} is locked. Please use a date outside it, "
        "or ask the ITA coordinator to let your division write after the lock.",
    )


def may_give_leave(*, locked: bool, until: date, today: date, reason: str) -> Decision:
    """Whether a division may be let in after the lock until a day, for that reason."""
    if not locked:
        return refused(
            "รอบนี้ยังไม่ปิด ส่วนราชการบันทึกได้ตามปกติ จึงไม่ต้องเปิดให้เป็นพิเศษ",
            "This round is not locked: divisions can write as usual and need no exception.",
        )
    if until < today:
        return refused("วันสิ้นสุดผ่านไปแล้ว โปรดเลือกวันนี้หรือวันหลังจากนี้", "That day has passed. Please choose today or later.")
    if not reason.strip():
        return refused("โปรดระบุเหตุผลที่เปิดให้บันทึกหลังปิดรอบ", "Please say why the division may write after the lock.")
    return ALLOWED


def _has_leave(one: LockedRound, division: int | None, today: date) -> bool:
    return division is not None and today <= one.leave.get(division, date.min)
