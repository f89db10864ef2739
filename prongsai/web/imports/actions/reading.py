"""Bringing a report in: the file, the Reading and its places are kept together or not at all."""

from __future__ import annotations

from hashlib import sha256
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.db import transaction

from prongsai.core.access.decision import Refused, demand
from prongsai.core.events.vocabulary import EventKind
from prongsai.core.reports.incoming import may_read
from prongsai.core.reports.reading_json import to_json
from prongsai.documents import readers
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.audit.actions import record
from prongsai.web.imports.models import ReportImport


def read_report(*, by: Person, agency: Agency, data: bytes, name: str) -> ReportImport:
    """Read a report (at most 5 MB) and keep it for checking. Refused says what is wrong with the file."""
    demand(may_read(name, len(data)))
    try:
        report = readers.read(data, name)
    except readers.Refusal as refusal:
        raise Refused(refusal.sentence) from refusal
    values = to_json(report.reading, report.places)
    made = ReportImport(
        agency=agency,
        file_name=PurePath(name).name[:300],
        sha256=sha256(data).hexdigest(),
        source_lines=list(report.source_lines),
        places=values.pop("places"),
        reading=values,
        by=by,
    )
    _keep(made, data)
    return made


def _keep(made: ReportImport, data: bytes) -> None:
    """File, row and event: a failure of the database takes the file away again."""
    ending = PurePath(made.file_name).suffix.lower()
    made.file.save(f"{made.sha256[:16]}{ending}", ContentFile(data), save=False)
    try:
        with transaction.atomic():
            made.save()
            record(
                by=made.by,
                agency=made.agency,
                kind=EventKind.IMPORT_READ,
                subject=made,
                after={"sha256": made.sha256, "measures": len(made.reading["measures"])},
            )
    except BaseException:
        made.file.delete(save=False)
        raise
