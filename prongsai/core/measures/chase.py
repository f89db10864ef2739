"""The reminder to a division: polite, complete, ready to paste into LINE or a circular."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from prongsai.core.reports.reading import Status
from prongsai.core.thai.dates import format_date
from prongsai.core.thai.digits import to_thai

#: Longer titles are cut here: a message is read on a phone.
TITLE_LENGTH = 70


class Missing(StrEnum):
    """What a round still needs of one measure."""

    NOTHING = "nothing"
    PROGRESS = "progress"
    EVIDENCE = "evidence"


#: What the reminder says of each.
WORDS: dict[Missing, str] = {
    Missing.PROGRESS: "ยังไม่มีผลการดำเนินการ",
    Missing.EVIDENCE: "ยังไม่มีหลักฐาน (ภาพถ่าย ไฟล์ หรือลิงก์)",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One measure and what is missing of it."""

    title: str
    missing: Missing


@dataclass(frozen=True, slots=True)
class Reminder:
    """What a reminder is made of. ``round_words`` is "รอบ ๖ เดือน (ตุลาคม ๒๕๖๘ – มีนาคม ๒๕๖๙)"; ``link`` may be ""."""

    agency: str
    division: str
    round_words: str
    due_on: date
    wanted: tuple[Wanted, ...]
    link: str = ""
    link_until: date | None = None


def missing(*, results: int, evidence: int, status: Status) -> Missing:
    """What a round needs of a measure with so many results and pieces of evidence inside its days.

    A measure that was done before the round began needs nothing more; done or not, a result wants its evidence.
    """
    if results == 0:
        return Missing.NOTHING if status is Status.DONE else Missing.PROGRESS
    return Missing.NOTHING if evidence else Missing.EVIDENCE


def shortened(title: str, length: int = TITLE_LENGTH) -> str:
    """The title on one line, cut with … where it is longer; never before a Thai vowel or tone mark."""
    line = " ".join(title.split())
    if len(line) <= length:
        return line
    end = length - 1
    while end > 1 and "\u0e30" <= line[end] <= "\u0e4e" and line[end] not in "เแโใไ":
        end -= 1
    return line[:end].rstrip("เแโใไ ") + "…"  # no vowel is left that waits for its consonant


def reminder(facts: Reminder, today: date) -> str:
    """The text, lines apart by ``\\n``: whom, what is missing, by when, where to answer, and thanks."""
    lines = [f"เรียน {facts.division}", ""]
    if not facts.wanted:
        lines += [
            f"ตามที่{facts.agency} ติดตามผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส (ITA) {facts.round_words} นั้น",
            "ส่วนราชการของท่านรายงานครบถ้วนแล้ว ขอขอบคุณที่ให้ความร่วมมือ",
        ]
        return "\n".join(lines)
    lines += [
        f"{facts.agency} ขอความร่วมมือรายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส (ITA) {facts.round_words}",
        "",
        f"รายการที่ยังขาด {to_thai(len(facts.wanted))} มาตรการ",
        *_listed(facts.wanted),
        "",
        _by_when(facts.due_on, today),
    ]
    return "\n".join(lines + _where(facts) + ["", "ขอขอบคุณที่ให้ความร่วมมือ"])


def _listed(wanted: Sequence[Wanted]) -> list[str]:
    return [
        f"{to_thai(place)}. {shortened(one.title)} – {WORDS[one.missing]}" for place, one in enumerate(wanted, start=1)
    ]


def _by_when(due_on: date, today: date) -> str:
    day = format_date(due_on)
    if due_on < today:
        return f"ครบกำหนดแล้วเมื่อวันที่ {day} โปรดรายงานโดยเร็ว"
    return f"โปรดรายงานภายในวันที่ {day}"


def _where(facts: Reminder) -> list[str]:
    if not facts.link:
        return ["โดยเข้าสู่ระบบแล้วเลือก “งานของฉัน”"]
    lines = ["รายงานและแนบภาพได้จากโทรศัพท์ ไม่ต้องมีบัญชีผู้ใช้ ที่ลิงก์นี้", facts.link]
    if facts.link_until:
        lines.append(f"(ใช้ได้ถึงวันที่ {format_date(facts.link_until)} โปรดใช้เฉพาะภายในส่วนราชการของท่าน)")
    return lines
