"""Giving several items their division and their day at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency, Division
from prongsai.web.disclosures.actions.rows import opened, plain, told, write_settings
from prongsai.web.disclosures.actions.watching import follow_links
from prongsai.web.disclosures.models import Disclosure
from prongsai.web.site.refusals import refuse


@transaction.atomic
def assign(
    *,
    by: Person,
    agency: Agency,
    fiscal_year: int,
    codes: Sequence[str],
    division_id: int | None = None,
    due_on: date | None = None,
) -> list[Disclosure]:
    """Set the division, the day or both of these items; what is None stays as it is. Returns those that changed.

    Refused without an item, without anything to set, and for a division or an item that is not there.
    """
    values = {key: value for key, value in (("division_id", division_id), ("due_on", due_on)) if value is not None}
    _demand(agency, codes, values, division_id)
    changed = []
    for code in dict.fromkeys(codes):
        row = opened(by=by, agency=agency, fiscal_year=fiscal_year, code=code)
        before = plain(row)
        if all(getattr(row, key) == value for key, value in values.items()):
            continue
        changed.append(write_settings(row, dict(values)))
        told(by, row, before, plain(row))
        if division_id is not None:
            follow_links(row)
    return changed


def _demand(agency: Agency, codes: Sequence[str], values: Mapping[str, object], division_id: int | None) -> None:
    if not codes:
        raise refuse(
            "ยังไม่ได้เลือกรายการ โปรดทำเครื่องหมายหน้ารายการที่ต้องการ",
            "No item is chosen. Please tick the items that you want.",
        )
    if not values:
        raise refuse(
            "โปรดเลือกส่วนราชการ หรือระบุวันกำหนดส่ง อย่างน้อยหนึ่งอย่าง",
            "Please choose a division, or give a day, or both.",
        )
    if division_id is not None and not Division.objects.of(agency).filter(pk=division_id).exists():
        raise refuse("ไม่พบส่วนราชการที่เลือก โปรดเลือกใหม่", "That division is not there. Please choose again.")
