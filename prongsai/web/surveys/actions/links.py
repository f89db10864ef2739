"""One-time links: made in batches whose secrets are given out once, and taken back as a batch."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from prongsai.core.events.vocabulary import EventKind
from prongsai.web.accounts.models import Person
from prongsai.web.audit.actions import record
from prongsai.web.site.refusals import refuse
from prongsai.web.surveys.codes import new_secret
from prongsai.web.surveys.models import OneTimeLink, Survey
from prongsai.web.surveys.queries.answering import link_hash
from prongsai.web.surveys.queries.sharing import MOST_LINKS, next_batch


def draw_secrets(count: int) -> list[str]:
    """The secrets of links to be made, in no order. Whoever asks makes their file first, and then the links: a file of
    slips takes seconds, for which nobody's answer may wait. Raises Refused for too many.
    """
    if not 1 <= count <= MOST_LINKS:
        raise refuse(f"ออกลิงก์ได้ครั้งละ 1 ถึง {MOST_LINKS} ลิงก์", f"A batch has 1 to {MOST_LINKS} links.")
    return [new_secret() for _ in range(count)]


@transaction.atomic
def make_links(*, by: Person, survey: Survey, secrets: Sequence[str], batch: int) -> None:
    """Links with these secrets, which are not stored. ``batch`` is the number that the new batch is to have: the same
    form sent twice makes one batch.
    """
    if batch != next_batch(survey):
        raise refuse(
            "ชุดนี้ออกไปแล้ว และลิงก์ดาวน์โหลดได้ครั้งเดียว หากไฟล์หาย โปรดยกเลิกชุดนั้นแล้วออกชุดใหม่",
            "This batch was made already, and its links come once. If the file is lost, revoke it and make another.",
        )
    OneTimeLink.objects.add_all([_link(survey, batch, secret) for secret in secrets])
    after = {"batch": batch, "links": len(secrets)}
    record(by=by, agency=survey.agency, kind=EventKind.SURVEY_LINKS_MADE, subject=survey, after=after)


@transaction.atomic
def revoke_links(*, by: Person, survey: Survey, batch: int) -> None:
    """End all links of a batch; answers that came through them stay. Doing it twice changes nothing."""
    if OneTimeLink.objects.of(survey.agency_id).filter(survey=survey, batch=batch, revoked=False).update(revoked=True):
        event = EventKind.SURVEY_LINKS_REVOKED
        record(by=by, agency=survey.agency, kind=event, subject=survey, before={"batch": batch})


def _link(survey: Survey, batch: int, secret: str) -> OneTimeLink:
    return OneTimeLink(agency=survey.agency, survey=survey, batch=batch, secret_sha256=link_hash(survey.pk, secret))
