"""Ticking the components of an item: each points to where it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils import timezone

from prongsai.core.disclosures.checklist import Check, Mark, checklist
from prongsai.core.events.vocabulary import EventKind
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.audit.actions import record
from prongsai.web.disclosures.actions.rows import opened, write
from prongsai.web.disclosures.entries import components_of, has_words, marks_of, pieces_of
from prongsai.web.disclosures.items import item_kept
from prongsai.web.disclosures.models import Disclosure, Tick
from prongsai.web.site.refusals import refuse

_LONGEST_WHERE = 300


@transaction.atomic
def set_ticks(
    *, by: Person, agency: Agency, fiscal_year: int, code: str, marks: Sequence[Mark], version: int
) -> Disclosure:
    """Exactly these components are shown, each at its place; the others are open.

    Refused, naming the component, where its place is not there. Stale where somebody else wrote first.
    """
    row = opened(by=by, agency=agency, fiscal_year=fiscal_year, code=code, version=version)
    _replace(by, row, marks)
    return row


def tick_open(*, by: Person, row: Disclosure, piece: int, where: str = "") -> int:
    """Every component that is not shown yet is shown by that piece of evidence; returns how many are ticked by it."""
    standing = [check.mark for check in checks_of(row) if check.mark is not None]
    fresh = [Mark(check.component, piece, where) for check in checks_of(row) if check.mark is None]
    if fresh:
        _replace(by, row, [*standing, *fresh])
    return len(fresh)


def checks_of(row: Disclosure) -> tuple[Check, ...]:
    """The components of an item as they stand now."""
    components = components_of(item_kept(row.agency, row.fiscal_year, row.code, row.subject), row)
    places = {piece.pk for piece in pieces_of(row)}
    return checklist(components, marks_of(row), places, has_words=has_words(row))


def _replace(by: Person, row: Disclosure, marks: Sequence[Mark]) -> None:
    """Write what differs, as the row's next version; nothing where nothing does."""
    before, names = {one.component: one for one in marks_of(row)}, {one.pk: one.title for one in pieces_of(row)}
    wanted = {mark.component: Mark(mark.component, mark.piece, mark.where.strip()[:_LONGEST_WHERE]) for mark in marks}
    _demand_places(row, wanted.values(), names)
    if wanted == before:
        return
    write(row, {})
    now = timezone.now()
    stale = [component for component, mark in before.items() if wanted.get(component) != mark]
    row.ticks.filter(component__in=stale).delete()
    Tick.objects.add_all(
        [
            Tick(
                agency_id=row.agency_id,
                disclosure=row,
                component=mark.component,
                evidence_id=mark.piece,
                where=mark.where,
                ticked_by=by,
                ticked_at=now,
            )
            for mark in wanted.values()
            if before.get(mark.component) != mark
        ]
    )
    shown = [{"shown": [_told(mark, names) for mark in one.values()]} for one in (before, wanted)]
    record(by=by, agency=row.agency, kind=EventKind.COMPONENT_TICKED, subject=row, before=shown[0], after=shown[1])


def _demand_places(row: Disclosure, marks: Iterable[Mark], names: dict[int, str]) -> None:
    asked = components_of(item_kept(row.agency, row.fiscal_year, row.code, row.subject), row)
    for mark in marks:
        name = mark.component[:60]
        if mark.component not in asked:
            raise refuse(
                f"รายการนี้ไม่มีองค์ประกอบ “{name}” แล้ว โปรดเปิดหน้านี้ใหม่",
                f"The item has no component “{name}” any more. Please open the page anew.",
            )
        if mark.piece is None and not has_words(row):
            raise refuse(
                f"“{name}”: ยังไม่มีข้อความหรือตารางในหน้านี้ โปรดเขียนก่อน หรือเลือกลิงก์หรือไฟล์แทน",
                f"“{name}”: there is no text or table here yet. Please write it first, or choose a link or file.",
            )
        if mark.piece is not None and mark.piece not in names:
            raise refuse(
                f"“{name}”: ลิงก์หรือไฟล์ที่เลือกถูกนำออกแล้ว โปรดเลือกที่แสดงใหม่",
                f"“{name}”: the link or file was taken off. Please choose again where it is shown.",
            )


def _told(mark: Mark, names: dict[int, str]) -> str:
    """A tick in one line of the history."""
    place = "ข้อความในหน้านี้" if mark.piece is None else names.get(mark.piece, "หลักฐานที่นำออกแล้ว")
    return " → ".join(part for part in (mark.component, place, mark.where) if part)
