"""A look that a person asks for: at one link, at those of an item, or at all of a year."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from prongsai.core.access.decision import Refused
from prongsai.core.events.vocabulary import EventKind
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.audit.actions import record
from prongsai.web.links.actions.opening import check_wanted
from prongsai.web.links.models import Link, Watch
from prongsai.web.links.queries import PATIENCE
from prongsai.web.site.refusals import refuse

#: A link that was opened so lately is not opened again: nobody's server is called upon again and again by a button.
PAUSE = timedelta(minutes=2)


@transaction.atomic
def want_check(
    *,
    by: Person,
    agency: Agency,
    fiscal_year: int,
    code: str = "",
    link_id: int | None = None,
    division_id: int | None = None,
) -> int:
    """Have the links of a year opened soon, in the background; returns how many.

    Only those of an item with ``code``, only one with ``link_id``, only those that a division answers for with
    ``division_id``. Refused, with the way out, where there is none, or where all were opened or asked for just now.
    """
    now = timezone.now()
    rows = _shown(agency, fiscal_year, code, link_id, division_id)
    asked_for = Q(wanted_at__gte=now - PATIENCE)
    free = rows.exclude(asked_for).exclude(checked_at__gte=now - PAUSE)
    pks = list(free.values_list("pk", flat=True))
    if not pks:
        raise _nothing_to_do(rows, asked_for)
    Link.objects.of(agency).filter(pk__in=pks).update(wanted_at=now, due_at=now)
    _record(by, agency, fiscal_year, code, link_id, len(pks))
    transaction.on_commit(lambda: check_wanted.enqueue(agency_id=agency.pk))
    return len(pks)


def _shown(agency: Agency, fiscal_year: int, code: str, link_id: int | None, division_id: int | None) -> QuerySet[Link]:
    watches = Watch.objects.of(agency).filter(fiscal_year=fiscal_year)
    if code:
        watches = watches.filter(code=code)
    if link_id is not None:
        watches = watches.filter(link=link_id)
    if division_id is not None:
        watches = watches.filter(division=division_id)
    return Link.objects.of(agency).filter(pk__in=watches.values("link"))


def _nothing_to_do(rows: QuerySet[Link], asked_for: Q) -> Refused:
    if not rows.exists():
        return refuse(
            "ยังไม่มีลิงก์ให้ตรวจ โปรดใส่ลิงก์ในรายการข้อมูลก่อน",
            "There is no link to check yet. Please put links into the items first.",
        )
    if rows.filter(asked_for).exists():
        return refuse(
            "กำลังรอตรวจอยู่แล้ว โปรดเปิดหน้านี้ใหม่อีกครั้งในอีกสักครู่",
            "This is waiting to be checked already. Please open the page again in a moment.",
        )
    minutes = PAUSE // timedelta(minutes=1)
    return refuse(
        f"เพิ่งตรวจไปเมื่อสักครู่ ตรวจซ้ำได้หลัง {minutes} นาที เพื่อไม่ให้รบกวนเว็บไซต์ปลายทาง",
        f"This was checked just now. It can be checked again after {minutes} minutes, to spare the other server.",
    )


def _record(by: Person, agency: Agency, fiscal_year: int, code: str, link_id: int | None, links: int) -> None:
    link = Link.objects.of(agency).filter(pk=link_id).first() if link_id is not None else None
    after = {"fiscal_year": fiscal_year, "code": code, "links": links}
    record(by=by, agency=agency, kind=EventKind.LINKS_CHECKED, subject=link or agency, after=after)
