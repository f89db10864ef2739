"""The roles of people in an agency: a Thai name, a plain description, and what each may do."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.core.access.permissions import Permission as P
from prongsai.core.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Role:
    """``code`` is stored; ``division_only`` people write only for measures of their own division."""

    code: str
    name: Sentence
    does: Sentence
    permissions: frozenset[P]
    division_only: bool = False


_READ = frozenset({P.SEE_AGENCY, P.COMMENT})
_SIGN = _READ | {P.SIGN_REPORT, P.SEE_HISTORY}

COORDINATOR = Role(
    "coordinator",
    Sentence("ผู้ประสานงาน ITA", "ITA coordinator"),
    Sentence(
        "นำเข้ารายงาน จัดทำแผน ติดตามทุกกอง และจัดทำรายงานเสนอผู้บริหาร",
        "Imports reports, makes the plan, follows all divisions and writes the reports.",
    ),
    _READ
    | {
        P.ACCEPT_IMPORT,
        P.AMEND_PLAN,
        P.EDIT_DISCLOSURE,
        P.EDIT_PLAN,
        P.MANAGE_AGENCY,
        P.MANAGE_PEOPLE,
        P.MANAGE_ROUNDS,
        P.MANAGE_SURVEYS,
        P.PUBLISH,
        P.RECORD_PROGRESS,
        P.SEE_HISTORY,
        P.SEND_LINKS,
        P.SUBMIT_REPORT,
        P.WRITE_REPORT,
    },
)
OFFICER = Role(
    "officer",
    Sentence("เจ้าหน้าที่ของกอง", "Division officer"),
    Sentence("บันทึกผลการดำเนินการของกองตนพร้อมหลักฐาน", "Records progress of the own division, with evidence."),
    _READ | {P.EDIT_DISCLOSURE, P.RECORD_PROGRESS},
    division_only=True,
)
DIVISION_HEAD = Role(
    "division_head",
    Sentence("ผู้อำนวยการกอง/หัวหน้าสำนักปลัด", "Division head"),
    Sentence("ดูแลงานของกองตน และลงความเห็นในรายงาน", "Looks after the own division and endorses reports."),
    _SIGN | {P.EDIT_DISCLOSURE, P.RECORD_PROGRESS},
    division_only=True,
)
CLERK = Role(
    "clerk",
    Sentence("ปลัด/รองปลัด", "Clerk or deputy clerk"),
    Sentence("กลั่นกรองและลงความเห็นในรายงาน อนุมัติแผน", "Endorses reports and approves plans."),
    _SIGN | {P.APPROVE_PLAN, P.PUBLISH},
)
EXECUTIVE = Role(
    "executive",
    Sentence("นายก (ผู้บริหารสูงสุด)", "Chief executive"),
    Sentence("อนุมัติแผน รับทราบและสั่งการในรายงาน", "Approves plans, acknowledges reports."),
    _SIGN | {P.APPROVE_PLAN, P.PUBLISH},
)
AUDITOR = Role(
    "auditor",
    Sentence("ผู้ตรวจสอบภายใน", "Internal auditor"),
    Sentence("อ่านได้ทุกอย่างของหน่วยงาน รวมทั้งประวัติ", "Reads all of the agency, with its history."),
    _READ | {P.SEE_HISTORY},
)
ADMINISTRATOR = Role(
    "administrator",
    Sentence("ผู้ดูแลระบบของหน่วยงาน", "Agency administrator"),
    Sentence("ดูแลข้อมูลหน่วยงาน กอง และบัญชีผู้ใช้", "Looks after the agency, its divisions and accounts."),
    _READ | {P.MANAGE_AGENCY, P.MANAGE_PEOPLE, P.SEE_HISTORY},
)

#: Every role by its code, in the order in which choosers show them.
ROLES: dict[str, Role] = {
    role.code: role for role in (COORDINATOR, OFFICER, DIVISION_HEAD, CLERK, EXECUTIVE, AUDITOR, ADMINISTRATOR)
}
