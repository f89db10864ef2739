"""The workflows of measures and plans, as tables."""

from __future__ import annotations

from enum import StrEnum

from prongsai.core.access.decision import ALLOWED, Decision, refused
from prongsai.core.access.permissions import Permission as P
from prongsai.core.events.vocabulary import EventKind as E
from prongsai.core.reports.reading import Status
from prongsai.core.workflow import Transition, Workflow


class PlanState(StrEnum):
    """Approval freezes titles, owners and periods: later changes are amendments with a reason."""

    DRAFT = "draft"
    APPROVED = "approved"
    CLOSED = "closed"


MEASURE: Workflow[Status] = Workflow(
    "measure",
    {
        Status.NOT_STARTED: "ยังไม่ดำเนินการ",
        Status.IN_PROGRESS: "อยู่ระหว่างดำเนินการ",
        Status.DONE: "ดำเนินการแล้ว",
    },
    {
        (Status.NOT_STARTED, Status.IN_PROGRESS): Transition(P.RECORD_PROGRESS, E.MEASURE_STATUS_CHANGED),
        (Status.NOT_STARTED, Status.DONE): Transition(
            P.RECORD_PROGRESS, E.MEASURE_STATUS_CHANGED, needs=("result", "evidence")
        ),
        (Status.IN_PROGRESS, Status.DONE): Transition(
            P.RECORD_PROGRESS, E.MEASURE_STATUS_CHANGED, needs=("result", "evidence")
        ),
        (Status.DONE, Status.IN_PROGRESS): Transition(P.RECORD_PROGRESS, E.MEASURE_STATUS_CHANGED, needs_reason=True),
    },
)

PLAN: Workflow[PlanState] = Workflow(
    "plan",
    {PlanState.DRAFT: "ร่าง", PlanState.APPROVED: "อนุมัติแล้ว", PlanState.CLOSED: "ปิดแล้ว"},
    {
        (PlanState.DRAFT, PlanState.APPROVED): Transition(P.APPROVE_PLAN, E.PLAN_APPROVED, needs=("measures",)),
        (PlanState.APPROVED, PlanState.CLOSED): Transition(P.EDIT_PLAN, E.PLAN_CLOSED),
    },
)


def may_set_status(old: Status, new: Status, *, results: int, evidence: int, reason: str = "") -> Decision:
    """Whether a measure may go from one status to another.

    ``results`` and ``evidence`` count what the measure would have after the write. Staying as it is is always allowed.
    """
    if old == new:
        return ALLOWED
    decision = MEASURE.allows(old, new, reason=reason)
    if not decision:
        return decision
    if new is Status.DONE and results < 1:
        return refused(
            "ก่อนเลือก “ดำเนินการแล้ว” โปรดบันทึกผลการดำเนินการอย่างน้อย ๑ ข้อ",
            "Before choosing “done”, please record at least one result.",
        )
    if new is Status.DONE and evidence < 1:
        return refused(
            "ก่อนเลือก “ดำเนินการแล้ว” โปรดแนบหลักฐานอย่างน้อยหนึ่งชิ้น เช่น ภาพถ่าย ไฟล์ หรือลิงก์",
            "Before choosing “done”, please attach at least one piece of evidence: a photo, a file or a link.",
        )
    return ALLOWED
