"""Opening a round of reporting, locking it, and letting a division in after the lock."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from prongsai.core.access.decision import demand
from prongsai.core.events.vocabulary import EventKind
from prongsai.core.measures.rounds import may_be_due, may_give_leave
from prongsai.core.thai.fiscal import RoundKind
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Division
from prongsai.web.audit.actions import record
from prongsai.web.measures.actions.plans import locked
from prongsai.web.measures.models import Plan, Round, RoundException
from prongsai.web.site import clock
from prongsai.web.site.refusals import refuse


@transaction.atomic
def open_round(*, by: Person, plan: Plan, kind: str, due_on: date) -> Round:
    """A new round of a plan, one of each kind. Refused where the plan is closed, or the day is out of reach."""
    plan = locked(plan)
    if plan.state == Plan.State.CLOSED:
        raise refuse(
            "แผนนี้ปิดแล้ว จึงเปิดรอบรายงานไม่ได้ โปรดเปิดรอบในแผนของปีที่ดำเนินการอยู่",
            "This plan is closed. Please open the round in the plan of the year that is running.",
        )
    demand(may_be_due(RoundKind(kind), plan.fiscal_year, due_on))
    if Round.objects.of(plan.agency_id).filter(plan=plan, kind=kind).exists():
        raise refuse(
            "รอบรายงานนี้เปิดไว้แล้ว โปรดดูในรายการรอบรายงานของปีนี้",
            "This round is open already. Please look in the list of this year's rounds.",
        )
    made = Round.objects.add(agency=plan.agency, plan=plan, kind=kind, due_on=due_on)
    after = {"kind": str(kind), "due_on": due_on.isoformat()}
    record(by=by, agency=plan.agency, kind=EventKind.ROUND_OPENED, subject=made, after=after)
    return made


@transaction.atomic
def lock_round(*, by: Person, round: Round) -> None:
    """End the writing of a round; locking it twice is locking it once. There is no way back but exceptions."""
    now = timezone.now()
    if Round.objects.of(round.agency_id).filter(pk=round.pk, locked_at=None).update(locked_at=now):
        round.locked_at = now
        record(by=by, agency=round.agency, kind=EventKind.ROUND_LOCKED, subject=round)


@transaction.atomic
def allow_after_lock(*, by: Person, round: Round, division: Division, until: date, reason: str) -> RoundException:
    """Let one division write in a locked round until a day. A second leave takes the place of the first."""
    round = Round.objects.of(round.agency_id).select_related("agency").select_for_update(of=("self",)).get(pk=round.pk)
    demand(may_give_leave(locked=round.locked_at is not None, until=until, today=clock.today(), reason=reason))
    if division.agency_id != round.agency_id:
        raise refuse(
            "ไม่พบส่วนราชการนี้ในหน่วยงานของท่าน โปรดเลือกจากรายการ",
            "This division is not in your agency. Please choose from the list.",
        )
    given = RoundException.objects.of(round.agency_id).filter(round=round, division=division).first()
    before = {"until": given.until.isoformat()} if given else {}
    given = given or RoundException(agency_id=round.agency_id, round=round, division=division)
    given.until, given.reason = until, reason.strip()
    given.save()
    after = {"division": division.name, "until": until.isoformat()}
    record(
        by=by,
        agency=round.agency,
        kind=EventKind.ROUND_EXCEPTION,
        subject=round,
        before=before,
        after=after,
        reason=given.reason,
    )
    return given
