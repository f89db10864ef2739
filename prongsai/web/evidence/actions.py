"""Adding evidence, and taking it off."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from prongsai.core.access.decision import Refused
from prongsai.core.events.vocabulary import EventKind
from prongsai.core.evidence.links import address
from prongsai.core.sentence import Sentence
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.audit.actions import record
from prongsai.web.evidence.models import Evidence
from prongsai.web.evidence.preparing import Prepared as Prepared
from prongsai.web.evidence.preparing import prepare
from prongsai.web.evidence.preparing import prepare_all as prepare_all
from prongsai.web.evidence.storing import all_or_nothing as all_or_nothing
from prongsai.web.evidence.storing import keep as keep
from prongsai.web.evidence.sweeping import sweep_too as sweep_too
from prongsai.web.site.refusals import refuse

LONGEST_TITLE = 300


def add_file(
    *,
    by: Person | None,
    agency: Agency,
    upload: File[Any] | Prepared,
    fiscal_year: int,
    title: str = "",
    effective_on: date | None = None,
    through: str = "",
) -> Evidence:
    """Keep a file or photo (at most EVIDENCE_MAX_BYTES), its kind told by its content; Refused says why not.

    A file that was prepared before the transaction (see preparing.py) does not keep others waiting while it is drawn.
    Inside a caller's ``all_or_nothing`` its files are removed again where the caller fails later.
    """
    ready = upload if isinstance(upload, Prepared) else prepare(upload)
    with all_or_nothing():
        evidence = _row(ready)
        _place(evidence, by, agency, fiscal_year, title.strip() or ready.name, effective_on, through)
    return evidence


def add_link(
    *,
    by: Person | None,
    agency: Agency,
    url: str,
    title: str,
    fiscal_year: int,
    effective_on: date | None = None,
    page_or_quote: str = "",
    through: str = "",
) -> Evidence:
    """Keep the address of a page, http or https; Refused says what is wrong with another."""
    checked = address(url)
    if isinstance(checked, Sentence):
        raise Refused(checked)
    evidence = Evidence(kind=Evidence.Kind.LINK, url=checked, page_or_quote=page_or_quote.strip()[:300])
    with transaction.atomic():
        _place(evidence, by, agency, fiscal_year, title.strip() or checked, effective_on, through)
    return evidence


def add_nothing(
    *, by: Person | None, agency: Agency, why: str, on: date, fiscal_year: int, through: str = ""
) -> Evidence:
    """Keep that there was nothing to report, with the reason and the day: that is evidence too."""
    if not why.strip():
        raise refuse(
            "โปรดระบุเหตุผลที่ไม่มีรายการจะรายงาน เช่น ไม่มีผู้ร้องเรียนในช่วงนี้",
            "Please say why there is nothing to report, for instance that nobody complained.",
        )
    evidence = Evidence(kind=Evidence.Kind.NOTHING)
    with transaction.atomic():
        _place(evidence, by, agency, fiscal_year, why.strip(), on, through)
    return evidence


@transaction.atomic
def remove_evidence(*, by: Person, evidence: Evidence, reason: str = "") -> None:
    """Take a piece off. Its bytes stay, for a signed report may hold its hash; taking it off twice is one time."""
    now = timezone.now()
    taken = Evidence.objects.of(evidence.agency_id).filter(pk=evidence.pk, removed_at=None).update(removed_at=now)
    if taken:
        evidence.removed_at = now
        before = {"title": evidence.title, "sha256": evidence.sha256}
        record(
            by=by,
            agency=evidence.agency,
            kind=EventKind.EVIDENCE_REMOVED,
            subject=evidence,
            before=before,
            reason=reason,
        )


@transaction.atomic
def rename_evidence(*, by: Person, evidence: Evidence, title: str) -> None:
    """Call a piece something else, wherever it is shown; Refused without a title."""
    wanted = title.strip()[:LONGEST_TITLE]
    if not wanted:
        raise refuse(
            "โปรดตั้งชื่อลิงก์หรือไฟล์ ประชาชนจะเห็นชื่อนี้", "Please give the link or file a title: the public will read it."
        )
    before = evidence.title
    evidence.title = wanted
    evidence.save(update_fields=["title"])
    record(
        by=by,
        agency=evidence.agency,
        kind=EventKind.EVIDENCE_RENAMED,
        subject=evidence,
        before={"title": before},
        after={"title": wanted},
    )


def _row(ready: Prepared) -> Evidence:
    """The row of a file, its bytes written and itself not saved yet."""
    evidence = Evidence(
        kind=Evidence.Kind.PHOTO if ready.copies else Evidence.Kind.FILE,
        file_name=ready.name,
        content_type=ready.kind.content_type,
        size=len(ready.data),
        sha256=ready.sha256,
    )
    keep(evidence.file, ready.data)
    if ready.copies:
        keep(evidence.shown, ready.copies.shown)
        keep(evidence.small, ready.copies.small)
    return evidence


def _place(
    evidence: Evidence,
    by: Person | None,
    agency: Agency,
    fiscal_year: int,
    title: str,
    effective_on: date | None,
    through: str,
) -> None:
    """Save the row in its agency, with its event."""
    evidence.agency, evidence.fiscal_year, evidence.title = agency, fiscal_year, title[:LONGEST_TITLE]
    evidence.effective_on, evidence.added_by, evidence.added_through = effective_on, by, through
    evidence.save()
    after = {"kind": evidence.kind, "title": evidence.title}
    after |= {"sha256": evidence.sha256} if evidence.sha256 else {}
    after |= {"url": evidence.url} if evidence.url else {}
    record(by=by, agency=agency, kind=EventKind.EVIDENCE_ADDED, subject=evidence, after=after, through=through)
