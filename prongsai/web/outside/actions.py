"""Making and revoking links for divisions without accounts, and answering through one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from prongsai.core.events.vocabulary import EventKind
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Division
from prongsai.web.audit.actions import record
from prongsai.web.evidence.actions import all_or_nothing
from prongsai.web.measures import actions as measures
from prongsai.web.measures.actions.progress import Attached
from prongsai.web.measures.queries.progress import Measure, Progress, sent_before
from prongsai.web.measures.queries.rounds import Round
from prongsai.web.outside.models import DivisionLink
from prongsai.web.outside.secrets import secret_of
from prongsai.web.site import clock
from prongsai.web.site.link_secrets import fingerprint, new_salt
from prongsai.web.site.refusals import refuse

#: A link lives this long after the round is due, or after today where that has passed.
GRACE = timedelta(days=7)


@transaction.atomic
def make_link(*, by: Person, round: Round, division: Division, until: date | None = None) -> tuple[DivisionLink, str]:
    """A new link with its secret. It takes the place of an older one for the same division and round."""
    if division.agency_id != round.agency_id:
        raise refuse(
            "ไม่พบส่วนราชการนี้ในหน่วยงานของท่าน โปรดเลือกจากรายการ",
            "This division is not in your agency. Please choose from the list.",
        )
    last = until or max(round.due_on, clock.today()) + GRACE
    if last < clock.today():
        raise refuse("วันสิ้นสุดของลิงก์ผ่านไปแล้ว โปรดเลือกวันใหม่", "That day has passed. Please choose a later one.")
    Round.objects.of(round.agency_id).select_for_update().get(pk=round.pk)  # two clicks at once leave one living link
    now = timezone.now()
    alive = DivisionLink.objects.of(round.agency_id).filter(round=round, division=division, revoked_at=None)
    alive.update(revoked_at=now)
    salt = new_salt()
    secret = secret_of(round.agency_id, salt)
    link = DivisionLink.objects.add(
        agency=round.agency,
        division=division,
        round=round,
        salt=salt,
        secret_sha256=fingerprint(secret),
        expires_at=_end_of(last),
        made_by=by,
    )
    after = {"division": division.name, "until": last.isoformat()}
    record(by=by, agency=round.agency, kind=EventKind.LINK_MADE, subject=link, after=after)
    return link, secret


@transaction.atomic
def revoke_link(*, by: Person, link: DivisionLink) -> None:
    """End a link now; revoking it twice is revoking it once."""
    now = timezone.now()
    if DivisionLink.objects.of(link.agency_id).filter(pk=link.pk, revoked_at=None).update(revoked_at=now):
        link.revoked_at = now
        record(by=by, agency=link.agency, kind=EventKind.LINK_REVOKED, subject=link)


def answer(
    *, by: None, link: DivisionLink, measure: Measure, name: str, said: Mapping[str, Any], brought: Mapping[str, Any]
) -> Progress:
    """Record progress of the link's division, by somebody who gives a name and is not signed in.

    ``said`` and ``brought`` are those of the form (site.work_form). Refused says what is missing; then nothing is kept.
    """
    if not name.strip():
        raise refuse(
            "โปรดเขียนชื่อของท่าน เพื่อให้ผู้ประสานงานทราบว่าใครเป็นผู้รายงาน",
            "Please write your name, so that the coordinator knows who reported.",
        )
    through = f"ลิงก์ของ{link.division.name[:100]} ({' '.join(name.split())[:80]})"
    attached = Attached(**brought).prepared()
    with all_or_nothing():
        if sent := sent_before(measure, said.get("key")):
            return sent
        made = measures.record_with_evidence(
            by=by, measure=measure, division=link.division, through=through, attached=attached, **said
        )
        DivisionLink.objects.of(link.agency_id).filter(pk=link.pk).update(last_used_at=timezone.now())
        after = {"measure": measure.title, "entry": made.pk}
        record(by=by, agency=link.agency, kind=EventKind.LINK_ANSWERED, subject=link, after=after, through=through)
    return made


def _end_of(day: date) -> datetime:
    """The last moment of a day in Thailand."""
    return timezone.make_aware(datetime.combine(day, time.max))
