"""What can be taken of a row that came back: the status that is offered, the entries that are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from prongsai.core.measures.rounds import LockedRound
from prongsai.core.measures.workflow import may_set_status
from prongsai.core.reports.reading import Status
from prongsai.core.sentence import Sentence

#: The longest entry, and the longest outcome or suggestion, in characters: those of the forms on screen.
LONGEST_ENTRY, LONGEST_TEXT = 5000, 10_000


@dataclass(frozen=True, slots=True)
class Write:
    """One entry to record; ``replaces`` is the id of the entry that it corrects."""

    text: str
    replaces: int | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """The status that a measure would have, what is to be said of it, and whether it needs a reason."""

    status: Status
    remarks: tuple[Sentence, ...] = ()
    needs_reason: bool = False


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry of the plan, as the corrections need it."""

    on: date
    text: str


@dataclass(frozen=True, slots=True)
class Past:
    """Every entry of a plan by its id, and which entry took the place of which."""

    entries: Mapping[int, Recorded]
    replaced_by: Mapping[int, int]

    def latest(self, pk: int) -> int:
        """The entry that now stands in the place of that one."""
        while pk in self.replaced_by:
            pk = self.replaced_by[pk]
        return pk

    def texts(self, pks: Sequence[int]) -> list[str] | None:
        """What these entries said; None where one is no longer there."""
        return [self.entries[pk].text for pk in pks] if all(pk in self.entries for pk in pks) else None


@dataclass(frozen=True, slots=True)
class Terms:
    """What taking a row depends on beside the row: the day of new entries, the rights, the locks, the past entries."""

    day: date
    today: date
    fiscal_year: int
    may_edit: bool
    locked: tuple[LockedRound, ...]
    past: Past


def offer(now: Status, wanted: Status | None, *, writes: bool, evidence: int) -> Offer:
    """The status to offer where ``wanted`` came back (None: nobody changed it) and something is written or not."""
    aim = wanted or now
    if writes and aim is Status.NOT_STARTED and now is Status.NOT_STARTED:
        return Offer(Status.IN_PROGRESS, (_HAS_A_RESULT,))
    decision = may_set_status(now, aim, results=1, evidence=evidence, reason="-")
    if decision:
        return Offer(aim, needs_reason=now is Status.DONE and aim is not now)
    if aim is Status.DONE:
        return Offer(Status.IN_PROGRESS, (_NO_EVIDENCE,))
    return Offer(now, (decision.why,) if decision.why else ())


_HAS_A_RESULT = Sentence(
    "เขียนผลไว้แล้วแต่สถานะยังเป็น “ยังไม่ดำเนินการ” จึงเสนอเป็น “อยู่ระหว่างดำเนินการ”",
    "There is a result beside “not started”, so “in progress” is offered.",
)
_NO_EVIDENCE = Sentence(
    "ยังไม่มีหลักฐาน จึงเสนอเป็น “อยู่ระหว่างดำเนินการ” เมื่อแนบหลักฐานในหน้ามาตรการแล้ว จึงเลือก “ดำเนินการแล้ว” ได้",
    "There is no evidence yet, so “in progress” is offered. Once evidence is attached on the page of the measure, "
    "“done” can be chosen.",
)
