"""The workflow of an official report: draft, the chain, acknowledged; and whose turn it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from prongsai.core.access.decision import ALLOWED, Decision, refused
from prongsai.core.access.permissions import Permission as P
from prongsai.core.events.vocabulary import EventKind as E
from prongsai.core.workflow import Transition, Workflow


class ReportState(StrEnum):
    """Where a report is. A return brings it back to the draft; a new submission makes a new snapshot."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    ACKNOWLEDGED = "acknowledged"


class Act(StrEnum):
    """What a person in the chain may do."""

    ENDORSED = "endorsed"
    RETURNED = "returned"
    ACKNOWLEDGED = "acknowledged"


REPORT: Workflow[ReportState] = Workflow(
    "report",
    {
        ReportState.DRAFT: "ร่าง",
        ReportState.SUBMITTED: "เสนอตามลำดับชั้น",
        ReportState.ACKNOWLEDGED: "รับทราบแล้ว",
    },
    {
        (ReportState.DRAFT, ReportState.SUBMITTED): Transition(
            P.SUBMIT_REPORT, E.REPORT_SUBMITTED, needs=("memo", "chain")
        ),
        (ReportState.SUBMITTED, ReportState.SUBMITTED): Transition(P.SIGN_REPORT, E.REPORT_ENDORSED),
        (ReportState.SUBMITTED, ReportState.DRAFT): Transition(P.SIGN_REPORT, E.REPORT_RETURNED, needs_reason=True),
        (ReportState.SUBMITTED, ReportState.ACKNOWLEDGED): Transition(P.SIGN_REPORT, E.REPORT_ACKNOWLEDGED),
    },
)

#: What each act makes of a submitted report.
LEADS_TO: dict[Act, ReportState] = {
    Act.ENDORSED: ReportState.SUBMITTED,
    Act.RETURNED: ReportState.DRAFT,
    Act.ACKNOWLEDGED: ReportState.ACKNOWLEDGED,
}


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One place in the chain: its order, whether it is the last, whose it is, and what was decided there so far."""

    order: int
    last: bool
    person_id: int
    decided: Act | None = None


def whose_turn(chain: Sequence[ChainLink]) -> ChainLink | None:
    """The first place that has not decided, or None where all have, or where one has returned it."""
    ordered = sorted(chain, key=lambda link: link.order)
    if any(link.decided is Act.RETURNED for link in ordered):
        return None
    return next((link for link in ordered if link.decided is None), None)


def may_act(chain: Sequence[ChainLink], person_id: int, act: Act, *, opinion: str = "") -> Decision:
    """Whether this person may do this now: in turn, the last acknowledges and the others endorse, a return says why."""
    turn = whose_turn(chain)
    if turn is None or turn.person_id != person_id:
        return refused("ยังไม่ถึงลำดับของท่าน หรือรายงานนี้ไม่ได้รอท่านลงนาม", "It is not your turn to sign this report.")
    if act is Act.RETURNED and not opinion.strip():
        return refused(
            "โปรดระบุเหตุผลที่ส่งคืน เพื่อให้ผู้จัดทำแก้ไขได้ตรงจุด", "Please say why you return it, so that it can be mended."
        )
    if act is not Act.RETURNED and (act is Act.ACKNOWLEDGED) != turn.last:
        return refused(
            "ผู้ลงนามลำดับสุดท้ายเป็นผู้รับทราบ ลำดับก่อนหน้าเป็นผู้เสนอความเห็น",
            "The last in the chain acknowledges; those before endorse.",
        )
    return ALLOWED
