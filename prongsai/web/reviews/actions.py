"""Leaving a finding as it is, with a reason, and taking that back."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from prongsai.core.events.vocabulary import EventKind
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.audit.actions import record
from prongsai.web.reviews.models import AcceptedFinding
from prongsai.web.reviews.queries import Shown
from prongsai.web.site.refusals import refuse

#: The longest reason, in characters.
LONGEST_REASON = 500


@transaction.atomic
def accept_finding(*, by: Person, agency: Agency, fiscal_year: int, shown: Shown, reason: str) -> AcceptedFinding:
    """Leave a finding of that year's papers as it is. Refused without a reason, or where another was quicker."""
    reason = " ".join(reason.split())
    if not reason or len(reason) > LONGEST_REASON:
        raise refuse(
            f"โปรดเขียนเหตุผลที่คงไว้ตามเดิม ไม่เกิน {LONGEST_REASON} ตัวอักษร",
            f"Please write why it stays as it is, in at most {LONGEST_REASON} characters.",
        )
    finding = shown.finding
    try:
        with transaction.atomic():
            made = AcceptedFinding.objects.add(
                agency=agency,
                fiscal_year=fiscal_year,
                fingerprint=shown.fingerprint,
                code=finding.code,
                what=finding.what.th,
                reason=reason,
                by=by,
            )
    except IntegrityError as error:
        raise refuse("มีผู้รับทราบข้อนี้ไปแล้ว", "Somebody has accepted this one already.") from error
    record(
        by=by,
        agency=agency,
        kind=EventKind.FINDING_ACCEPTED,
        subject=made,
        after={"fiscal_year": fiscal_year, "finding": f"{finding.code} {finding.what.th}"},
        reason=reason,
    )
    return made


@transaction.atomic
def reopen_finding(*, by: Person, agency: Agency, fiscal_year: int, fingerprint: str) -> None:
    """Have a finding told again. Refused where it was not accepted."""
    rows = AcceptedFinding.objects.of(agency).select_for_update()
    found = rows.filter(fiscal_year=fiscal_year, fingerprint=fingerprint).first()
    if found is None:
        raise refuse("ข้อนี้ไม่ได้รับทราบไว้", "This one was not accepted.")
    before = {"fiscal_year": fiscal_year, "finding": f"{found.code} {found.what}"}
    record(by=by, agency=agency, kind=EventKind.FINDING_REOPENED, subject=found, before=before, reason=found.reason)
    found.delete()
