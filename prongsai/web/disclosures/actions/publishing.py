"""What else happens when an item is published."""

from __future__ import annotations

from django.db.models import F

from prongsai.core.events.vocabulary import EventKind
from prongsai.core.reports.reading import Status
from prongsai.web.accounts.models import Person
from prongsai.web.audit.actions import record
from prongsai.web.disclosures.entries import Entry
from prongsai.web.disclosures.models import Disclosure


def tell_reports(*, by: Person, entry: Entry) -> None:
    """The item was published: for reports it is done then, where every component is shown, else in progress.

    Called inside the transaction that publishes it.
    """
    row = entry.line.row
    status = Status.DONE if entry.ticked == len(entry.checks) else Status.IN_PROGRESS
    if row is None or row.status == status:
        return
    Disclosure.objects.of(row.agency_id).filter(pk=row.pk).update(status=status.value, version=F("version") + 1)
    before, after = {"status": row.status}, {"status": status.value}
    record(by=by, agency=row.agency, kind=EventKind.DISCLOSURE_CHANGED, subject=row, before=before, after=after)
