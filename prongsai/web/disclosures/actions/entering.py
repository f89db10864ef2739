"""The note that an item was typed into ITAS, and which addresses are typed."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from prongsai.core.disclosures.entry import Preference, Readiness
from prongsai.core.events.vocabulary import EventKind
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.audit.actions import record
from prongsai.web.disclosures.actions.rows import opened
from prongsai.web.disclosures.entering import Filled
from prongsai.web.disclosures.models import Disclosure, EntryChoice
from prongsai.web.site.refusals import refuse


@transaction.atomic
def set_entered(*, by: Person, agency: Agency, fiscal_year: int, item: Filled, entered: bool, seen: str) -> Disclosure:
    """Note that an item was typed into ITAS, or that it was not. ``seen``: the addresses that the person had before
    them; Refused where they are others by now, and where there is nothing that could have been typed.
    """
    row = opened(by=by, agency=agency, fiscal_year=fiscal_year, code=item.code)
    if entered and item.readiness is Readiness.NOT_YET and not item.values.answer:
        raise refuse(
            f"{item.code} ยังไม่มีคำตอบหรือที่อยู่ให้กรอก โปรดใส่ลิงก์หรือตอบ “ไม่มี” พร้อมคำอธิบายในหน้ารายการก่อน",
            f"{item.code} has no answer or address yet. Please give it one on its page first.",
        )
    if entered and seen.split() != item.addresses.split():
        raise refuse(
            f"ที่อยู่ของ {item.code} เพิ่งเปลี่ยน โปรดตรวจกับที่กรอกไว้ใน ITAS แล้วกดอีกครั้ง",
            f"The address of {item.code} has just changed. Please compare it with ITAS and press again.",
        )
    before = {"entered": list(row.entered.get("urls", [])) or row.entered.get("answer", "")}
    kept = item.values.kept if entered else {}
    values = {
        "entered": kept,
        "entered_at": timezone.now() if entered else None,
        "entered_by_id": by.pk if entered else None,
    }
    # No new version: what officials have open in a form is not out of date by this.
    Disclosure.objects.of(agency).filter(pk=row.pk).update(**values)
    after = {"entered": kept.get("urls") or kept.get("answer", "")}
    record(by=by, agency=agency, kind=EventKind.DISCLOSURE_CHANGED, subject=row, before=before, after=after)
    row.refresh_from_db()
    return row


@transaction.atomic
def choose_address(*, by: Person, agency: Agency, preference: Preference) -> EntryChoice:
    """Enter the addresses of the portal, or the agency's own, for all items that are not entered yet."""
    row = EntryChoice.objects.of(agency).first() or EntryChoice(agency=agency)
    before = {"address": row.address}
    if row.pk is None or row.address != preference:
        row.address = preference.value
        row.save()
        after = {"address": row.address}
        record(by=by, agency=agency, kind=EventKind.DISCLOSURE_CHANGED, subject=row, before=before, after=after)
    return row
