"""What may be done to a plan and to its measures, by the state of the plan."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.core.access.decision import ALLOWED, Decision, refused
from prongsai.core.access.permissions import Permission
from prongsai.core.measures.content import FROZEN
from prongsai.core.measures.workflow import PLAN, PlanState

#: Plans are made for years that have passed (brought in from paper) and for a few to come.
FIRST_YEAR, YEARS_AHEAD = 2550, 2


def may_plan_year(year: int, *, this_year: int) -> Decision:
    """Whether a plan can be made for a fiscal year (Buddhist era)."""
    last = this_year + YEARS_AHEAD
    if FIRST_YEAR <= year <= last:
        return ALLOWED
    return refused(
        f"จัดทำแผนได้สำหรับปีงบประมาณ {FIRST_YEAR} ถึง {last} โปรดตรวจปีอีกครั้ง",
        f"A plan can be made for fiscal years {FIRST_YEAR} to {last} (Buddhist era). Please check the year.",
    )


def may_approve(state: PlanState, *, measures: int) -> Decision:
    """Whether a plan with so many measures can be approved now."""
    decision = PLAN.allows(state, PlanState.APPROVED)
    if not decision:
        return refused("แผนนี้อนุมัติแล้วหรือปิดแล้ว จึงไม่ต้องอนุมัติอีก", "This plan has been approved already or is closed.")
    if measures < 1:
        return refused(
            "แผนยังไม่มีมาตรการ โปรดเพิ่มอย่างน้อย ๑ มาตรการก่อนอนุมัติ",
            "The plan has no measures. Please add at least one before it is approved.",
        )
    return ALLOWED


def may_carry_over(state: PlanState, year: int, source_year: int | None) -> Decision:
    """Whether measures can be taken over from the plan of another year (None: no plan of this agency)."""
    if state is not PlanState.DRAFT:
        return refused(
            "ยกมาตรการมาได้เฉพาะเมื่อแผนยังเป็นร่าง หลังอนุมัติแล้วโปรดเพิ่มมาตรการพร้อมเหตุผล",
            "Measures are carried over into a draft; after approval, please add them with a reason.",
        )
    if source_year is None or source_year >= year:
        return refused("โปรดเลือกแผนของปีก่อน", "Please choose the plan of an earlier year.")
    return ALLOWED


def needed_to_edit(state: PlanState) -> Permission:
    """Editing a draft is one permission, amending an approved plan another."""
    return Permission.EDIT_PLAN if state is PlanState.DRAFT else Permission.AMEND_PLAN


def is_amendment(state: PlanState, names: Sequence[str]) -> bool:
    """Whether a change of these values of a measure alters what was approved."""
    return state is PlanState.APPROVED and any(name in FROZEN for name in names)


def may_change(state: PlanState, names: Sequence[str], *, reason: str) -> Decision:
    """Whether these values of a measure may change: never in a closed plan, with a reason what was approved."""
    if state is PlanState.CLOSED:
        return refused(
            "แผนปิดแล้ว จึงแก้ไขไม่ได้ โปรดแก้ในแผนของปีถัดไป",
            "This plan is closed and stays as it is. Please make the change in the next year's plan.",
        )
    if is_amendment(state, names) and not reason.strip():
        return refused(
            "แผนอนุมัติแล้ว การเปลี่ยนชื่อมาตรการ ตัวชี้วัด ผู้รับผิดชอบ หรือระยะเวลา เป็นการปรับแผน โปรดระบุเหตุผล",
            "The plan is approved: changing title, indicator, owners or period amends it. Please give the reason.",
        )
    return ALLOWED


def may_change_list(state: PlanState, *, reason: str) -> Decision:
    """Whether measures may be added, removed or put back: after approval only with a reason."""
    return may_change(state, ("title",), reason=reason)
