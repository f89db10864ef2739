"""Bringing a report in: the file, the Reading and its places are kept together or not at all.

What has pages is read in the background, a page at a time: see paging.py.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.db import transaction

from prongsai.core.access.decision import Refused, demand
from prongsai.core.events.vocabulary import EventKind
from prongsai.core.reports.incoming import OFFERED, may_read
from prongsai.documents import readers
from prongsai.documents.readers.kinds import kind_of
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.audit.actions import record
from prongsai.web.imports.actions.filling import fill
from prongsai.web.imports.actions.paging import read_in_background
from prongsai.web.imports.models import ReportImport


def read_report(*, by: Person, agency: Agency, data: bytes, name: str, background: bool = True) -> ReportImport:
    """Bring a report in (at most 100 MB): read at once, or page by page in the background where it has pages.

    ``background`` False leaves the pages to the caller (``read_pages``). Refused says what is wrong with the file.
    """
    demand(may_read(len(data)))
    try:
        kind = kind_of(data, name)
        report = None if kind.has_pages else readers.read(data, name)
    except readers.Refusal as refusal:
        raise Refused(refusal.sentence) from refusal
    made = ReportImport(agency=agency, file_name=_bare(name), sha256=sha256(data).hexdigest(), kind=kind, by=by)
    if report is None:
        made.state = ReportImport.State.READING
    else:
        fill(made, report)
    _keep(made, data, background=background and report is None)
    return made


def _bare(name: str) -> str:
    """The name without folders; a file that has none is called a report."""
    bare = PurePath(name).name
    return "รายงาน" if bare in ("", "..") else bare[:300]


def _ending(name: str) -> str:
    """The ending of a name where it is one that is offered: a stranger's can be longer than a disk takes, or a lie."""
    ending = PurePath(name).suffix.lower()
    return ending if ending.removeprefix(".") in OFFERED else ""


def _keep(made: ReportImport, data: bytes, *, background: bool) -> None:
    """File, row and event: a failure of the database takes the file away again."""
    made.file.save(made.sha256[:16] + _ending(made.file_name), ContentFile(data), save=False)
    after: dict[str, str | int] = {"sha256": made.sha256}
    if made.state != ReportImport.State.READING:
        after["measures"] = len(made.reading["measures"])
    try:
        with transaction.atomic():
            made.save()
            record(by=made.by, agency=made.agency, kind=EventKind.IMPORT_READ, subject=made, after=after)
            if background:
                transaction.on_commit(lambda: read_in_background.enqueue(made.agency_id, made.pk))
    except BaseException:
        made.file.delete(save=False)
        raise
