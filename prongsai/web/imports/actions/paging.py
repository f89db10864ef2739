"""Reading page by page: every page is kept as it is done, so that a restart goes on and a stop loses nothing."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.db import transaction
from django.db.models import QuerySet
from django_tasks import task

from prongsai.core.events.vocabulary import EventKind
from prongsai.core.sentence import Sentence
from prongsai.documents.readers import Refusal
from prongsai.documents.readers.document import Source
from prongsai.documents.readers.isolated import Lost, Opened, PageRead, Whole, read_apart
from prongsai.documents.readers.kinds import FileKind
from prongsai.documents.readers.reader import together, unread
from prongsai.documents.readers.source_json import source_from_json, source_to_json
from prongsai.documents.readers.understand import understood
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.audit.actions import record
from prongsai.web.imports.actions.filling import fill
from prongsai.web.imports.models import ImportPage, ReportImport
from prongsai.web.site.refusals import refuse

logger = logging.getLogger(__name__)

State = ReportImport.State
Progress = Callable[[int, int], None]


@task()
def read_in_background(agency_id: int, import_id: int) -> None:
    """Read the pages of one import; asked for twice, the second finds nothing left to do."""
    found = ReportImport.objects.of(agency_id).select_related("agency", "by").filter(pk=import_id).first()
    if found is None:
        return
    try:
        read_pages(report_import=found)
    except Exception:
        if not ReportImport.objects.of(agency_id).filter(pk=import_id).exists():
            return  # taken out in another window between two pages: nothing is wrong
        logger.exception("import %s could not be read", import_id)
        _failed(found, _WENT_WRONG)
        raise


def read_what_waits() -> int:
    """Ask again for every import that is being read: called when the server begins; returns how many there were."""
    waiting = [
        (agency.pk, found)
        for agency in Agency.objects.all()
        for found in ReportImport.objects.of(agency).filter(state=State.READING).values_list("pk", flat=True)
    ]
    for agency_id, found in waiting:
        read_in_background.enqueue(agency_id, found)
    return len(waiting)


def read_pages(*, report_import: ReportImport, progress: Progress | None = None) -> None:
    """Read the pages that are not there yet, each kept as it is done; at the end the Reading is made of all.

    Ends early, without a word, where somebody has stopped the import. A file that cannot be read fails with its reason.
    """
    done = set(_pages(report_import).values_list("number", flat=True))
    wanted = tuple(number for number in range(1, report_import.page_count + 1) if number not in done)
    if report_import.page_count == 0 or wanted:
        try:
            if not _read(report_import, wanted, progress):
                return
        except Refusal as refusal:
            _failed(report_import, refusal.sentence)
            return
    _finish(report_import)


def _read(report_import: ReportImport, wanted: tuple[int, ...], progress: Progress | None) -> bool:
    """Whether all wanted pages were read; False where somebody stopped it."""
    with report_import.file.open("rb") as file:
        data = file.read()
    with TemporaryDirectory(prefix="prongsai-") as folder:
        pictures = Path(folder)
        kind = FileKind(report_import.kind)
        events = read_apart(kind, data, report_import.file_name, pictures=pictures, only=wanted)
        try:
            for event in events:
                if not _is_wanted(report_import):
                    return False
                _keep(report_import, event, pictures)
                if progress is not None and not isinstance(event, Opened):
                    progress(_pages(report_import).count(), report_import.page_count)
        finally:
            events.close()
    return True


def _keep(report_import: ReportImport, event: Whole | Opened | PageRead | Lost, pictures: Path) -> None:
    match event:
        case Opened(count):
            report_import.page_count = count
            ReportImport.objects.of(report_import.agency_id).filter(pk=report_import.pk).update(page_count=count)
        case PageRead(number, source, picture):
            _keep_page(report_import, ImportPage(number=number, source=source_to_json(source)), pictures, picture)
        case Lost(number, why):
            _keep_page(report_import, ImportPage(number=number, lost={"th": why.th, "en": why.en}), pictures, None)
        case Whole():
            raise ValueError("a file with pages was read as one without")


def _keep_page(report_import: ReportImport, page: ImportPage, pictures: Path, picture: str | None) -> None:
    """The page and its picture, unless another process was first; a picture without its row does not stay."""
    page.agency_id, page.report_import = report_import.agency_id, report_import
    if _pages(report_import).filter(number=page.number).exists():
        return
    if picture is not None:
        content = ContentFile((pictures / picture).read_bytes())
        page.picture.save(f"{report_import.pk}-{picture}", content, save=False)
        (pictures / picture).unlink()
    try:
        page.save()
    except BaseException:
        if page.picture:
            page.picture.delete(save=False)
        raise


@transaction.atomic
def _finish(report_import: ReportImport) -> None:
    """The pages become one paper, and that a Reading; nothing where it was stopped or is done already."""
    rows = ReportImport.objects.of(report_import.agency_id).select_for_update(of=("self",))
    current = rows.select_related("agency").get(pk=report_import.pk)
    if current.state != State.READING:
        return
    pages = list(_pages(current))
    lost = [Sentence(**page.lost) for page in pages if page.lost]
    try:
        fill(current, understood(together([(page.number, _source(page)) for page in pages], lost)))
    except Refusal as refusal:
        _failed(current, refusal.sentence)
        return
    current.state, current.version = State.READ, current.version + 1
    current.save()
    after = {"measures": len(current.reading["measures"])}
    record(by=None, agency=current.agency, kind=EventKind.IMPORT_FINISHED, subject=current, after=after)


def _delete(files: Sequence[tuple[Storage, str]]) -> None:
    for storage, name in files:
        storage.delete(name)


def _source(page: ImportPage) -> Source:
    return unread(Sentence(**page.lost)) if page.lost else source_from_json(page.source)


@transaction.atomic
def stop(*, by: Person, report_import: ReportImport) -> None:
    """Stop reading; the pages that are done are kept. Refused where nothing is being read."""
    current = _locked(report_import)
    if current.state != State.READING:
        raise refuse("ไฟล์นี้ไม่ได้กำลังอ่านอยู่", "This file is not being read.")
    current.state = State.STOPPED
    current.save(update_fields=["state"])
    record(by=by, agency=current.agency, kind=EventKind.IMPORT_STOPPED, subject=current)


@transaction.atomic
def resume(*, by: Person, report_import: ReportImport) -> None:
    """Go on with what was stopped or failed, or try lost pages again. Refused where a person has corrected values."""
    current = _locked(report_import)
    if current.state == State.READ and current.corrected:
        raise refuse(
            "มีการแก้ไขข้อมูลแล้ว จึงอ่านหน้าที่หายใหม่ไม่ได้ โปรดกรอกเพิ่มเอง หรือนำเข้าไฟล์อีกครั้ง",
            "Values have been corrected already. Please type what is missing, or bring the file in once more.",
        )
    lost = _pages(current).exclude(lost={})
    if current.state not in (State.STOPPED, State.FAILED) and not (current.state == State.READ and lost.exists()):
        raise refuse("ไฟล์นี้ไม่มีอะไรต้องอ่านต่อ", "There is nothing left to read in this file.")
    lost.delete()
    current.state, current.problem = State.READING, {}
    current.save(update_fields=["state", "problem"])
    record(by=by, agency=current.agency, kind=EventKind.IMPORT_RESUMED, subject=current)
    transaction.on_commit(lambda: read_in_background.enqueue(current.agency_id, current.pk))


@transaction.atomic
def drop(*, by: Person, report_import: ReportImport) -> None:
    """Take a file out that was stopped or could not be read, with its pages. Refused once there is a Reading."""
    current = _locked(report_import)
    if current.state not in (State.STOPPED, State.FAILED):
        raise refuse(
            "นำออกได้เฉพาะไฟล์ที่หยุดอ่านหรืออ่านไม่ได้",
            "Only a file that was stopped or could not be read can be taken out.",
        )
    before = {"sha256": current.sha256}
    record(by=by, agency=current.agency, kind=EventKind.IMPORT_DROPPED, subject=current, before=before)
    fields = [current.file, *(page.picture for page in _pages(current) if page.picture)]
    files = [(field.storage, str(field.name)) for field in fields]
    current.delete()
    transaction.on_commit(lambda: _delete(files))


def _pages(report_import: ReportImport) -> QuerySet[ImportPage]:
    return ImportPage.objects.of(report_import.agency_id).filter(report_import=report_import)


def _locked(report_import: ReportImport) -> ReportImport:
    rows = ReportImport.objects.of(report_import.agency_id).select_for_update(of=("self",))
    return rows.select_related("agency").get(pk=report_import.pk)


def _is_wanted(report_import: ReportImport) -> bool:
    rows = ReportImport.objects.of(report_import.agency_id)
    return rows.filter(pk=report_import.pk, state=State.READING).exists()


def _failed(report_import: ReportImport, why: Sentence) -> None:
    rows = ReportImport.objects.of(report_import.agency_id).filter(pk=report_import.pk, state=State.READING)
    rows.update(state=State.FAILED, problem={"th": why.th, "en": why.en})


_WENT_WRONG = Sentence(
    "อ่านไฟล์ไม่สำเร็จ โปรดลองอีกครั้ง หากยังไม่ได้ โปรดแจ้งผู้ดูแลระบบ",
    "The file could not be read. Please try again; if that does not help, tell your administrator.",
)
