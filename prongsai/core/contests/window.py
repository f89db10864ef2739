"""When contests are taken: the phase ``contest`` of the year's calendar, or the days that the agency confirmed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from prongsai.core.access.decision import ALLOWED, Decision, refused
from prongsai.core.framework.calendar import Phase
from prongsai.core.framework.origin import Confidence
from prongsai.core.thai.dates import format_date

PHASE = "contest"


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which contests are taken, both included.

    ``sure`` is how sure the calendar is of them; ``own`` tells that the agency confirmed them by itself.
    """

    opens: date
    closes: date
    sure: Confidence
    source: str = ""
    own: bool = False

    @property
    def inferred(self) -> bool:
        """Whether the days are not established, so that somebody should confirm them."""
        return not self.own and self.sure is not Confidence.CERTAIN


def window_of(
    calendar: Iterable[Phase], own: tuple[date, date] | None = None, *, provisional: bool = False
) -> Window | None:
    """The window of a year; None where it is not known.

    ``provisional``: the calendar is another year's, whose days say nothing of this one. The agency's own days go first.
    """
    if own is not None:
        return Window(*own, Confidence.CERTAIN, own=True)
    phase = None if provisional else next((one for one in calendar if one.code == PHASE), None)
    if phase is None:
        return None
    return Window(phase.opens, phase.closes, phase.origin.confidence, phase.origin.source)


def may_contest(window: Window | None, today: date) -> Decision:
    """Whether contests are taken today; a refusal names the days."""
    if window is None:
        return refused(
            "ยังไม่ทราบช่วงเวลาชี้แจงของปีนี้ โปรดให้ผู้ประสานงานระบุวันตามหนังสือแจ้ง",
            "The days for contests of this year are not known. The coordinator can enter them from the announcement.",
        )
    days = f"{_thai(window.opens)} – {_thai(window.closes)}"
    days_en = f"{window.opens.isoformat()} to {window.closes.isoformat()}"
    if today < window.opens:
        return refused(
            f"ยังไม่ถึงช่วงชี้แจง ({days}) เมื่อถึงกำหนดจะส่งได้",
            f"Contests are not taken yet ({days_en}). Please come back then.",
        )
    if today > window.closes:
        return refused(
            f"พ้นช่วงชี้แจงแล้ว ({days}) ตามหลักเกณฑ์ การไม่ชี้แจงถือว่ายอมรับผล",
            f"The days for contests are over ({days_en}). By the rules, no reply means that the result is accepted.",
        )
    return ALLOWED


def check_days(opens: date, closes: date) -> Decision:
    """Whether days that somebody entered can be a window."""
    if closes < opens:
        return refused("วันสิ้นสุดอยู่ก่อนวันเริ่ม โปรดตรวจวันที่", "The last day is before the first. Please check the days.")
    return ALLOWED


def _thai(day: date) -> str:
    return format_date(day, "short", thai_digits=False)
