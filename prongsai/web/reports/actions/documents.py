"""Documents made of a snapshot: stored with their hash, made anew when one more has signed. PDF in the background."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Sequence
from typing import Literal, get_args

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from prongsai.core.reports.layout import FormLayout
from prongsai.core.reports.sheet import SignatureBlock
from prongsai.core.reports.snapshot import Content, thaw
from prongsai.documents.readers.refusal import Refusal
from prongsai.documents.writers import Format as WriterFormat
from prongsai.documents.writers import own_paper, write
from prongsai.documents.writers.errors import WriterUnavailable
from prongsai.web.agencies.models import Agency
from prongsai.web.reports.forms_of import form_named, own_form_named
from prongsai.web.reports.models import Document, OwnForm, Snapshot
from prongsai.web.reports.paper import names_for, signature_blocks

logger = logging.getLogger(__name__)

Format = Literal["docx", "pdf", "xlsx", "html"]
FORMATS: tuple[Format, ...] = get_args(Format)

#: Made when somebody asks for them: well under a second. A PDF takes longer and is made off the request.
QUICK: frozenset[Format] = frozenset({"docx", "xlsx", "html"})


def want_all(*, snapshot: Snapshot, signatures: int) -> None:
    """Have the PDF of the newest state made in the background, once this transaction is kept."""
    document = _wanted(snapshot, "pdf", signatures)
    transaction.on_commit(lambda: make_in_background.enqueue(document.agency_id, document.pk))


def want_document(*, snapshot: Snapshot, format: Format) -> Document:
    """The document of the newest state: ready, or made right away if that is quick, or on its way."""
    document = _wanted(snapshot, format, snapshot.sign_offs.count())
    if document.state == Document.State.READY:
        return document
    if format in QUICK:
        return make_document(document=document)
    if document.state == Document.State.FAILED:
        document.state = Document.State.WAITING
        document.save(update_fields=["state"])
        make_in_background.enqueue(document.agency_id, document.pk)
    return document


def make_what_waits() -> int:
    """Ask again for every document that is on its way: called when the server begins; returns how many there were.

    One that was being made when the machine went down would stay on its way for ever. To be asked for twice is no harm.
    """
    waiting = [
        (agency.pk, document)
        for agency in Agency.objects.all()
        for document in Document.objects.of(agency).filter(state=Document.State.WAITING).values_list("pk", flat=True)
    ]
    for agency_id, document in waiting:
        make_in_background.enqueue(agency_id, document)
    return len(waiting)


def make_document(*, document: Document) -> Document:
    """Write the document and store it with its hash; a failure is kept with its sentence and can be tried again."""
    snapshot = document.snapshot
    signed = list(snapshot.sign_offs.order_by("order"))[: document.signatures]
    content = thaw(snapshot.content)
    form = form_named(snapshot.report.agency, content.form, content.form_version)
    own = own_form_named(snapshot.report.agency, content.form, content.form_version)
    signatures = signature_blocks(content.chain, signed)
    try:
        data = _written(content, form, document.format, own, signatures)
    except (WriterUnavailable, Refusal) as problem:
        return _failed(document, str(problem.sentence))
    document.sha256 = hashlib.sha256(data).hexdigest()
    document.size = len(data)
    document.state, document.problem, document.made_at = Document.State.READY, "", timezone.now()
    document.file.save(f"{document.sha256[:16]}.{document.format}", ContentFile(data), save=False)
    document.save()
    return document


def _written(
    content: Content, form: FormLayout, format: str, own: OwnForm | None, signatures: Sequence[SignatureBlock]
) -> bytes:
    """The file: a Word document of the agency's own paper is that paper, everything else is made by our writers."""
    reading, names = content.reading, names_for(content.reading)
    if own is not None and own.file and format == "docx":
        with own.file.open("rb") as file:
            return own_paper.write(file.read(), reading, form=form, names=names, signatures=signatures)
    kind: WriterFormat = format  # type: ignore[assignment]  # one of FORMATS
    return write(reading, form, kind, names=names, signatures=signatures, analysis=content.analysis)


@task()
def make_in_background(agency_id: int, document_id: int) -> None:
    """Make one document; whatever goes wrong is told on the report's page."""
    document = Document.objects.of(agency_id).select_related("snapshot__report__agency").get(pk=document_id)
    if document.state == Document.State.READY:
        return
    try:
        make_document(document=document)
    except Exception:
        logger.exception("document %s could not be made", document_id)
        _failed(document, "จัดทำเอกสารไม่สำเร็จ โปรดลองอีกครั้ง (The document could not be made. Please try again.)")
        raise


def _wanted(snapshot: Snapshot, format: Format, signatures: int) -> Document:
    """The row of that document; where two people ask for it at once, the same for both."""
    found = Document.objects.of(snapshot.agency_id).select_related("snapshot__report__agency")
    made, _new = found.get_or_create(
        snapshot=snapshot, format=format, signatures=signatures, defaults={"agency_id": snapshot.agency_id}
    )
    return made


def _failed(document: Document, problem: str) -> Document:
    document.state, document.problem = Document.State.FAILED, problem
    document.save(update_fields=["state", "problem"])
    return document
