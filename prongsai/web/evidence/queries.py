"""What a person may see of evidence."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from prongsai.core.access.decision import ALLOWED, Decision, refused
from prongsai.web.agencies.models import Agency
from prongsai.web.agencies.queries import Seat
from prongsai.web.evidence.models import Evidence as Evidence

#: Who may have the original of a photo, which still tells where it was taken.
SEES_ORIGINALS = {"coordinator", "auditor"}


def evidence_for(seat: Seat, pk: int) -> Evidence:
    """A piece of the seat's agency that was not taken off; 404 for any other."""
    return get_object_or_404(Evidence.objects.of(seat.agency).filter(removed_at=None), pk=pk)


def evidence_of(agency: Agency, pks: Iterable[int]) -> QuerySet[Evidence]:
    """Those of the pieces that the agency has and that were not taken off."""
    return Evidence.objects.of(agency).filter(pk__in=tuple(pks), removed_at=None)


def evidence_in(agency: Agency) -> QuerySet[Evidence]:
    """All pieces of an agency that were not taken off, to be fetched along with what they belong to."""
    return Evidence.objects.of(agency).filter(removed_at=None)


def may_have_original(seat: Seat, evidence: Evidence) -> Decision:
    """Whether the seat may download the original of a photo; of anything else everybody in the agency may."""
    if evidence.kind != Evidence.Kind.PHOTO or seat.role.code in SEES_ORIGINALS:
        return ALLOWED
    return refused(
        "ภาพต้นฉบับอาจบอกสถานที่ถ่าย จึงดาวน์โหลดได้เฉพาะผู้ประสานงาน ITA และผู้ตรวจสอบภายใน ท่านเปิดดูภาพที่แสดงได้ตามปกติ",
        "The original may tell where it was taken; only the ITA coordinator and the internal auditor may download it. "
        "The picture that is shown is yours to open.",
    )


def may_remove(seat: Seat, evidence: Evidence) -> Decision:
    """Whether the seat may take a piece off: people of one division only what they added themselves."""
    if not seat.role.division_only or evidence.added_by_id == seat.person.pk:
        return ALLOWED
    return refused(
        "หลักฐานนี้ผู้อื่นเป็นผู้แนบ ท่านนำออกได้เฉพาะที่ท่านแนบเอง โปรดแจ้งผู้ประสานงาน ITA หากต้องนำออก",
        "Somebody else attached this; you may take off only what you attached. Please tell the ITA coordinator.",
    )
