"""The workflow of a contest: written, sent to the assessors, answered. Source: ita.md §4.1, §4.3."""

from __future__ import annotations

from enum import StrEnum

from prongsai.core.access.permissions import Permission
from prongsai.core.events.vocabulary import EventKind
from prongsai.core.workflow import Transition, Workflow


class ContestState(StrEnum):
    """Where a contest stands. An answer that was recorded wrongly can be taken back, with a reason."""

    DRAFT = "draft"
    SENT = "sent"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


#: Letters of a reason, and of an answer.
MOST_LETTERS = 4000

S = ContestState
_WRITE = Permission.EDIT_DISCLOSURE
_CHANGED, _ANSWERED = EventKind.CONTEST_CHANGED, EventKind.CONTEST_ANSWERED

CONTEST = Workflow(
    name="contest",
    labels={
        S.DRAFT: "ร่างคำชี้แจง",
        S.SENT: "ส่งชี้แจงแล้ว",
        S.ACCEPTED: "ปรับคะแนนให้",
        S.REJECTED: "คงคะแนนเดิม",
    },
    table={
        (S.DRAFT, S.SENT): Transition(_WRITE, _CHANGED, needs_reason=True),
        (S.SENT, S.DRAFT): Transition(_WRITE, _CHANGED),
        (S.SENT, S.ACCEPTED): Transition(_WRITE, _ANSWERED, needs=("score",)),
        (S.SENT, S.REJECTED): Transition(_WRITE, _ANSWERED),
        (S.ACCEPTED, S.SENT): Transition(_WRITE, _ANSWERED, needs_reason=True),
        (S.REJECTED, S.SENT): Transition(_WRITE, _ANSWERED, needs_reason=True),
    },
)

#: Steps that are possible only while the assessors take contests.
INSIDE_THE_WINDOW = frozenset({(S.DRAFT, S.SENT), (S.SENT, S.DRAFT)})
