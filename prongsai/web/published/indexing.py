"""The words of what is public, kept for the search: those of the pages at once, those of files in the background.

Only the newest edition of a publication has words here, and none once it is withdrawn: they are taken out in the
transaction that withdraws it.
"""

from __future__ import annotations

import logging
import time
from contextlib import closing

from django.db import transaction
from django_tasks import task

from prongsai.core.publication.canonical import read
from prongsai.core.search.letters import folded, mended
from prongsai.core.search.words import LONGEST_FILE, words_of
from prongsai.documents.readers import Refusal
from prongsai.documents.readers.document import Document, Para
from prongsai.documents.readers.isolated import PageRead, Whole, read_apart
from prongsai.documents.readers.kinds import FileKind, kind_of
from prongsai.documents.readers.text import to_document
from prongsai.documents.readers.text.decode import decode
from prongsai.web.published.models import Attachment, Edition, FileText, Publication, PublishedFile, Searchable, Shelf

logger = logging.getLogger(__name__)

#: Seconds that one file may take; what was read by then is what is found. Scanned pages take some seconds each.
LONGEST_READING = 300
#: Larger files are found by their names alone, in bytes.
LARGEST_FILE = 50 * 1024 * 1024
#: The first letter of those that Unicode leaves to private use, and how many of them a letter of a scope may be.
_PRIVATE, _BASE = 0xE000, 6400


def scope_of(agency_id: int) -> str:
    """The agency as three letters of private use: one trigram, which nobody else's text has."""
    high, low = divmod(agency_id, _BASE)
    return "".join(chr(_PRIVATE + number) for number in (high // _BASE, high % _BASE, low))


def index(publication: Publication) -> None:
    """Keep the words of the edition that is shown, or of none; texts of files that were never read follow later."""
    agency = publication.agency_id
    Searchable.objects.of(agency).filter(publication=publication).delete()
    rows = Edition.objects.of(agency).filter(publication=publication).select_related("withdrawal")
    edition = rows.order_by("-number").first()
    if edition is None or getattr(edition, "withdrawal", None) is not None:
        return
    files = _files(edition)
    said = dict(FileText.objects.of(agency).filter(file__in=files).values_list("file", "text"))
    words = words_of(read(edition.content))
    Searchable.objects.add(
        agency_id=agency,
        publication=publication,
        edition=edition,
        fiscal_year=publication.fiscal_year,
        order=publication.order,
        published_at=edition.published_at,
        scope=scope_of(agency),
        title=folded(words.title),
        parts=folded(words.parts),
        body=folded(words.body),
        files=folded(" · ".join(said[one.pk] for one in files if said.get(one.pk))),
    )
    if any(one.pk not in said for one in files):
        transaction.on_commit(lambda: read_files.enqueue(agency, publication.pk))


def forget_texts(agency_id: int) -> None:
    """Keep no text of files that only withdrawn editions show."""
    live = Attachment.objects.of(agency_id).filter(edition__withdrawal=None)
    FileText.objects.of(agency_id).exclude(file__in=live.values("file")).delete()


@task()
def read_files(agency_id: int, publication_id: int) -> None:
    """Read the files of a publication that were never read, and keep its words anew with theirs."""
    publication = Publication.objects.of(agency_id).filter(pk=publication_id).first()
    edition = Edition.objects.of(agency_id).filter(publication=publication_id).order_by("-number").first()
    if publication is None or edition is None:
        return
    files = _files(edition)
    known = set(FileText.objects.of(agency_id).filter(file__in=files).values_list("file", flat=True))
    for file in files:
        if file.pk not in known:
            text = text_of(file)
            FileText.objects.of(agency_id).get_or_create(file=file, defaults={"agency_id": agency_id, "text": text})
    with transaction.atomic():
        # Whoever withdraws it at this moment comes before or after, else its words would come back.
        Shelf.objects.of(agency_id).select_for_update().get()
        index(publication)
        forget_texts(agency_id)


def text_of(file: PublishedFile) -> str:
    """What a file says, mended; empty where it has no text, cannot be read or is too large: its name is found still."""
    if file.size > LARGEST_FILE:
        return ""
    try:
        with file.file.open("rb") as opened:
            data = opened.read()
        return _read(data, file.name)
    except (Refusal, OSError) as why:
        logger.info("no text for the search in file %s: %s", file.pk, why)
        return ""


def _read(data: bytes, name: str) -> str:
    kind = kind_of(data, name)
    if kind is FileKind.TEXT:  # decoding alone needs no process of its own, as in readers/reader.py
        return mended(_of(to_document(decode(data, name))))[:LONGEST_FILE]
    return _apart(kind, data, name)


def _of(document: Document) -> str:
    """The text of a document without its markup."""
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return " ".join((*(block.text for block in document.blocks if isinstance(block, Para)), *cells))


def _apart(kind: FileKind, data: bytes, name: str) -> str:
    texts: list[str] = []
    letters, ends_at = 0, time.monotonic() + LONGEST_READING
    with closing(read_apart(kind, data, name)) as events:
        for event in events:
            if isinstance(event, Whole | PageRead):
                texts.append(" ".join(event.source.lines))
                letters += len(texts[-1])
            if letters >= LONGEST_FILE or time.monotonic() > ends_at:
                break
    return mended(" ".join(texts))[:LONGEST_FILE]


def _files(edition: Edition) -> list[PublishedFile]:
    attached = Attachment.objects.of(edition.agency_id).filter(edition=edition).select_related("file")
    return [one.file for one in attached.order_by("order")]
