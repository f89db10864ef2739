"""The state of a disclosure, derived from facts and never stored, with the reasons that a person reads beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from prongsai.core.sentence import Sentence

#: What is due within this time is due soon.
SOON = timedelta(days=14)


class State(StrEnum):
    """How an item stands, in the order of precedence: the first that holds is the state (see ``condition_of``)."""

    MISSING = "missing"  # nothing to show, and nothing is public
    BROKEN = "broken"  # something that it shows does not open
    STALE = "stale"  # what it shows is of another time than the framework asks
    DRAFTED = "drafted"  # something to show, but it is not public
    PUBLISHED = "published"


class Standing(StrEnum):
    """What the public sees of the item."""

    NEVER = "never"
    SHOWN = "shown"
    WITHDRAWN = "withdrawn"


class Due(StrEnum):
    """How an item stands against the day on which it should be public; told beside the state, never in its place."""

    NO_DAY = "no_day"
    LATER = "later"
    SOON = "soon"
    LATE = "late"
    MET = "met"  # it is public and whole


class Reason(StrEnum):
    """Why the state is what it is, or what is still to be done in it."""

    NOTHING_TO_SHOW = "nothing_to_show"
    LINK_BROKEN = "link_broken"
    OTHER_PERIOD = "other_period"
    NOT_PUBLISHED = "not_published"
    WITHDRAWN = "withdrawn"
    CHANGED_SINCE = "changed_since"
    COMPONENTS_OPEN = "components_open"
    LINK_DOUBTFUL = "link_doubtful"
    NO_OWNER = "no_owner"


WORDS: dict[State, Sentence] = {
    State.MISSING: Sentence("ยังไม่มีข้อมูล", "Missing"),
    State.BROKEN: Sentence("ลิงก์เสีย", "Broken link"),
    State.STALE: Sentence("ข้อมูลผิดช่วงเวลา", "Of another period"),
    State.DRAFTED: Sentence("ร่าง ยังไม่เผยแพร่", "Draft, not public"),
    State.PUBLISHED: Sentence("เผยแพร่แล้ว", "Published"),
}

WHY: dict[Reason, Sentence] = {
    Reason.NOTHING_TO_SHOW: Sentence("ยังไม่มีลิงก์ ไฟล์ ข้อความ หรือตาราง", "No link, file, text or table yet"),
    Reason.LINK_BROKEN: Sentence(
        "มีลิงก์ที่เปิดไม่ได้ โปรดแก้ลิงก์หรือแจ้งผู้ดูแลเว็บไซต์", "A link does not open: mend it, or tell the web master"
    ),
    Reason.OTHER_PERIOD: Sentence(
        "ข้อมูลที่แสดงเป็นของช่วงเวลาอื่น โปรดตรวจปี", "What is shown is of another period: look at the year"
    ),
    Reason.NOT_PUBLISHED: Sentence("ยังไม่ได้เผยแพร่ ประชาชนยังไม่เห็น", "Not published: the public does not see it yet"),
    Reason.WITHDRAWN: Sentence("ถอนการเผยแพร่แล้ว ประชาชนไม่เห็น", "Withdrawn: the public does not see it"),
    Reason.CHANGED_SINCE: Sentence("มีการแก้ไขที่ยังไม่เผยแพร่", "Changes that are not published yet"),
    Reason.COMPONENTS_OPEN: Sentence("ยังแสดงไม่ครบทุกองค์ประกอบ", "Not every component is shown"),
    Reason.LINK_DOUBTFUL: Sentence("มีลิงก์ที่ควรเปิดดู", "A link should be looked at"),
    Reason.NO_OWNER: Sentence("ยังไม่มีส่วนราชการรับผิดชอบ", "No division looks after it"),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the state rests on.

    ``has_content``: there is a text, table, link, file or content of the system, or a reasoned ไม่มี. ``differs``: the
    draft was changed since the newest edition. ``components`` and ``ticked`` count องค์ประกอบ; ``ticked`` those whose
    place is still there. ``broken`` and ``doubtful`` count links.
    """

    has_content: bool
    standing: Standing = Standing.NEVER
    differs: bool = False
    broken: int = 0
    doubtful: int = 0
    other_period: bool = False
    components: int = 0
    ticked: int = 0
    has_owner: bool = True
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """The state with its reasons, the gravest first; and how it stands against its day."""

    state: State
    reasons: tuple[Reason, ...]
    due: Due
    is_whole: bool

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to do for the points: it is public, whole, opens, and is of the right time."""
        return self.state is State.PUBLISHED and self.is_whole

    @property
    def is_late(self) -> bool:
        """Whether its day has passed without its being settled."""
        return self.due is Due.LATE


def condition_of(facts: Facts, today: date) -> Condition:
    """The state by precedence.

    1. MISSING: there is nothing to show and nothing public. 2. BROKEN: a link fails, draft or public: what assessors
    would find comes before all else. 3. STALE: it opens, but is of another time. 4. DRAFTED: it would do, but nobody
    outside sees it. 5. PUBLISHED: else, also where changes wait to be published: the reason tells of them.
    """
    whole = facts.ticked >= facts.components
    state = _state(facts)
    settled = state is State.PUBLISHED and whole
    return Condition(state, _reasons(facts, state, whole), _due(facts.due_on, today, settled), whole)


def _state(facts: Facts) -> State:
    if not facts.has_content and facts.standing is not Standing.SHOWN:
        return State.MISSING
    if facts.broken:
        return State.BROKEN
    if facts.other_period:
        return State.STALE
    return State.PUBLISHED if facts.standing is Standing.SHOWN else State.DRAFTED


def _reasons(facts: Facts, state: State, whole: bool) -> tuple[Reason, ...]:
    missing = state is State.MISSING
    held = {
        Reason.NOTHING_TO_SHOW: missing,
        Reason.LINK_BROKEN: facts.broken > 0,
        Reason.OTHER_PERIOD: facts.other_period,
        Reason.WITHDRAWN: facts.standing is Standing.WITHDRAWN,
        Reason.NOT_PUBLISHED: facts.standing is Standing.NEVER and not missing,
        Reason.CHANGED_SINCE: facts.standing is Standing.SHOWN and facts.differs,
        Reason.COMPONENTS_OPEN: not whole and not missing,
        Reason.LINK_DOUBTFUL: facts.doubtful > 0,
        Reason.NO_OWNER: not facts.has_owner,
    }
    return tuple(reason for reason, holds in held.items() if holds)


def _due(due_on: date | None, today: date, settled: bool) -> Due:
    if due_on is None:
        return Due.NO_DAY
    if settled:
        return Due.MET
    if today > due_on:
        return Due.LATE
    return Due.SOON if due_on - today <= SOON else Due.LATER
