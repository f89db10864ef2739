"""The one way from a file's bytes to what it says of a result: a filled template, or any report that prints scores."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing

from prongsai.core.framework.framework import Framework
from prongsai.core.sentence import Sentence
from prongsai.documents.readers.document import Source
from prongsai.documents.readers.isolated import Lost, PageRead, Whole, read_apart
from prongsai.documents.readers.kinds import FileKind, check_size, kind_of
from prongsai.documents.readers.reader import together, unread
from prongsai.documents.readers.text import to_document
from prongsai.documents.readers.text.decode import decode
from prongsai.documents.readers.understand import understood
from prongsai.documents.results.filled import filled
from prongsai.documents.results.received import Received
from prongsai.documents.results.report import reported
from prongsai.documents.results.sheet import sheet_of

#: The largest file in bytes: a result report has some dozens of pages.
LARGEST = 30 * 1024 * 1024
#: Seconds that the person waits for; pages that were not read by then are told.
PATIENCE = 40.0


def read_result(
    data: bytes,
    name: str,
    framework: Framework,
    fiscal_year: int,
    *,
    patience: float = PATIENCE,
    clock: Callable[[], float] = time.monotonic,
) -> Received:
    """Read a filled template (XLSX, CSV) or a report with scores (PDF, scan, Word, Excel, HTML, text).

    ``framework`` is that of ``fiscal_year``. Raises Refusal, and nothing else, where the file cannot be read.
    """
    check_size(len(data), name, LARGEST)
    kind = kind_of(data, name)
    sheet = sheet_of(kind, data, name)
    if sheet is not None:
        return filled(sheet, framework, fiscal_year)
    source = _of_text(data, name) if kind is FileKind.TEXT else _apart(kind, data, name, clock, clock() + patience)
    return reported(understood(source), framework)


def _of_text(data: bytes, name: str) -> Source:
    text = decode(data, name)
    return Source(to_document(text), tuple(text.removesuffix("\n").split("\n")))


def _apart(kind: FileKind, data: bytes, name: str, clock: Callable[[], float], until: float) -> Source:
    """The pages that can be read until then; the others stand as remarks."""
    pages: list[tuple[int, Source]] = []
    lost: list[Sentence] = []
    with closing(read_apart(kind, data, name)) as events:
        for event in events:
            match event:
                case Whole(source):
                    return source
                case PageRead(number, source, _):
                    pages.append((number, source))
                case Lost(number, why):
                    pages.append((number, unread(why)))
                    lost.append(why)
            if pages and clock() > until:
                pages.append((pages[-1][0] + 1, unread(_too_long(len(pages)))))
                break
    return together(pages, lost)


def _too_long(pages: int) -> Sentence:
    return Sentence(
        f"อ่านได้เพียง {pages} หน้าแรกในเวลาที่กำหนด หากคะแนนอยู่หน้าหลัง โปรดตัดเฉพาะหน้าที่มีคะแนนแล้วเลือกไฟล์ใหม่",
        f"Only the first {pages} pages were read in time. If the scores stand later, please choose those pages alone.",
    )
