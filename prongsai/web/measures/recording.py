"""What must hold before an entry of progress is kept; each check raises Refused with the way out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from prongsai.core.access.decision import demand
from prongsai.core.access.permissions import Permission
from prongsai.core.measures.rounds import may_write_on
from prongsai.core.measures.workflow import may_set_status
from prongsai.core.reports.reading import Status
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Division
from prongsai.web.agencies.queries import seat_of
from prongsai.web.evidence.queries import Evidence
from prongsai.web.measures.models import Measure, Plan, Progress, Step
from prongsai.web.measures.queries.measures import division_ids, lead_of
from prongsai.web.measures.queries.progress import counted, evidence_ids
from prongsai.web.measures.queries.rounds import locked_rounds
from prongsai.web.site import clock
from prongsai.web.site.refusals import refuse


def division_for(by: Person | None, measure: Measure, wanted: Division | None) -> Division | None:
    """The division whose work this is: the wanted one, else the writer's own, else the lead.

    Where all are responsible there is no lead. Without a person (an outside link) only a responsible division may be
    wanted.
    """
    theirs = division_ids(measure)
    own = _own_division(by, measure, theirs) if by else None
    if wanted is None:
        return own if own and own.pk in theirs else lead_of(measure)
    if wanted.agency_id != measure.agency_id or (theirs and wanted.pk not in theirs) or (not theirs and by is None):
        raise refuse(
            "ส่วนราชการนี้ไม่ได้รับผิดชอบมาตรการนี้ โปรดติดต่อผู้ประสานงาน ITA",
            "This division is not responsible for this measure. Please ask the ITA coordinator.",
        )
    return wanted


def _own_division(by: Person, measure: Measure, responsible: set[int]) -> Division | None:
    """The writer's own division, once it is sure that the writer may write here."""
    seat = seat_of(by, measure.agency.slug)
    if seat is None:
        raise refuse(
            "ท่านไม่ได้อยู่ในหน่วยงานนี้แล้ว โปรดติดต่อผู้ประสานงาน ITA",
            "You no longer belong to this agency. Please ask the ITA coordinator.",
        )
    demand(seat.may(Permission.RECORD_PROGRESS))
    demand(seat.writes_for(responsible))
    return seat.division


def check_key(measure: Measure, key: UUID | None) -> None:
    """The key of the form was not used for another measure."""
    if key is not None and Progress.objects.of(measure.agency_id).filter(key=key).exists():
        raise refuse(
            "แบบฟอร์มนี้ใช้บันทึกมาตรการอื่นไปแล้ว โปรดเปิดหน้ามาตรการนี้ใหม่แล้วบันทึกอีกครั้ง",
            "This form has been used for another measure. Please open this measure again and record it once more.",
        )


def check_entry(
    measure: Measure, text: str, step: Step | None, evidence: Sequence[Evidence], replaces: Progress | None
) -> None:
    """The measure is open, something is said, and all that belongs to the entry belongs to the measure."""
    _check_open(measure)
    _check_text(text)
    _check_belongs(measure, step, evidence, replaces)


def check_taking_off(entries: Collection[Progress]) -> None:
    """Evidence of entries may be taken off as long as these may be written: the plan open, their days not locked."""
    for entry in entries:
        _check_open(entry.measure)
        check_days(entry.measure, {entry.on}, entry.division)


def _check_open(measure: Measure) -> None:
    if measure.plan.state == Plan.State.CLOSED or measure.removed_at is not None:
        raise refuse(
            "แผนปิดแล้ว หรือมาตรการนี้ถูกนำออกจากแผน จึงบันทึกเพิ่มไม่ได้ โปรดสอบถามผู้ประสานงาน ITA",
            "The plan is closed, or this measure was taken out of it. Please ask the ITA coordinator.",
        )


def _check_text(text: str) -> None:
    if not text.strip():
        raise refuse(
            "โปรดเขียนว่าได้ดำเนินการอะไรไปแล้ว สั้น ๆ หนึ่งประโยคก็พอ",
            "Please write what was done; one short sentence is enough.",
        )


def _check_belongs(
    measure: Measure, step: Step | None, evidence: Sequence[Evidence], replaces: Progress | None
) -> None:
    """Step, evidence and the entry to correct are of this measure, and that entry was not corrected before."""
    foreign = any(piece.agency_id != measure.agency_id for piece in evidence)
    foreign = foreign or (step is not None and step.measure_id != measure.pk)
    if foreign or (replaces is not None and not counted(measure).filter(pk=replaces.pk).exists()):
        raise refuse(
            "ข้อมูลนี้เปลี่ยนไปแล้วหลังจากที่ท่านเปิดหน้านี้ โปรดเปิดหน้ามาตรการใหม่แล้วบันทึกอีกครั้ง",
            "This has changed since you opened the page. Please open the measure again and record it once more.",
        )


def check_days(measure: Measure, days: Collection[date], division: Division | None) -> None:
    """Every day may be written today for that division: see core.measures.rounds."""
    locked, today = locked_rounds(measure.plan), clock.today()
    for day in days:
        demand(
            may_write_on(
                day,
                today=today,
                fiscal_year=measure.plan.fiscal_year,
                division=division.pk if division else None,
                locked=locked,
            )
        )


def check_status(
    measure: Measure, status: str, evidence: Collection[int], reason: str, replaces: Progress | None
) -> None:
    """The step from the measure's status to the new one is allowed with what it has after the write."""
    entries = [pk for pk in counted(measure).values_list("pk", flat=True) if replaces is None or pk != replaces.pk]
    pieces = evidence_ids(measure.agency_id, entries) | set(evidence)
    old, new = Status(measure.status), Status(status)
    demand(may_set_status(old, new, results=len(entries) + 1, evidence=len(pieces), reason=reason))
