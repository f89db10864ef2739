"""Adding evidence, and taking it off."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from prongsai.core.access.decision import Refused
from prongsai.core.events.vocabulary import EventKind
from prongsai.core.evidence.kinds import FileKind, kind_of, safe_name
from prongsai.core.evidence.links import address
from prongsai.core.sentence import Sentence
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.audit.actions import record
from prongsai.web.evidence.models import Evidence
from prongsai.web.evidence.photos import Copies, copies_of
from prongsai.web.evidence.storing import all_or_nothing as all_or_nothing
from prongsai.web.evidence.storing import keep
from prongsai.web.site.refusals import refuse

LONGEST_TITLE = 300


def add_file(
    *,
    by: Person | None,
    agency: Agency,
    upload: File[Any],
    fiscal_year: int,
    title: str = "",
    effective_on: date | None = None,
    through: str = "",
) -> Evidence:
    """Keep a file or photo (at most EVIDENCE_MAX_BYTES), its kind told by its content; Refused says why not.

    Inside a caller's ``all_or_nothing`` its files are removed again where the caller fails later.
    """
    data = _bytes(upload)
    name = upload.name or ""
    kind = kind_of(data, name)
    if isinstance(kind, Sentence):
        raise Refused(_of_file(name, kind))
    copies = copies_of(data, kind) if kind.picture else None
    clean = safe_name(name, kind)
    with all_or_nothing():
        evidence = _row(data, kind, clean, copies)
        _place(evidence, by, agency, fiscal_year, title.strip() or clean, effective_on, through)
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


def _bytes(upload: File[Any]) -> bytes:
    """All of an upload, or Refused where it is larger than is taken."""
    most = settings.EVIDENCE_MAX_BYTES
    upload.seek(0)
    data: bytes = upload.read(most + 1)
    if len(data) > most:
        megabytes = most // (1024 * 1024)
        sentence = Sentence(
            f"ไฟล์นี้ใหญ่เกิน {megabytes} MB โปรดย่อไฟล์ แบ่งเป็นหลายไฟล์ หรือวางลิงก์แทน",
            f"This file is larger than {megabytes} MB. Please make it smaller, split it, or give a link instead.",
        )
        raise Refused(_of_file(upload.name or "", sentence))
    return data


def _of_file(name: str, why: Sentence) -> Sentence:
    """The sentence with the name of the file that it is about: several may have come at once."""
    short = name.replace("\\", "/").rsplit("/", 1)[-1][:80]
    return Sentence(f"“{short}”: {why.th}", f"“{short}”: {why.en}") if short else why


def _row(data: bytes, kind: FileKind, name: str, copies: Copies | None) -> Evidence:
    """The row of a file, its bytes written and itself not saved yet."""
    evidence = Evidence(
        kind=Evidence.Kind.PHOTO if copies else Evidence.Kind.FILE,
        file_name=name,
        content_type=kind.content_type,
        size=len(data),
        sha256=sha256(data).hexdigest(),
    )
    keep(evidence.file, data)
    if copies:
        keep(evidence.shown, copies.shown)
        keep(evidence.small, copies.small)
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
