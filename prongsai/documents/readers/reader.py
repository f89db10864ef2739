"""The one way from a file's bytes to a Reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path

from prongsai.core.sentence import Sentence
from prongsai.documents.readers.document import Document, Source
from prongsai.documents.readers.isolated import Lost, Opened, PageRead, Whole, read_apart
from prongsai.documents.readers.join import joined
from prongsai.documents.readers.kinds import FileKind, kind_of
from prongsai.documents.readers.refusal import Refusal
from prongsai.documents.readers.report import ReadReport
from prongsai.documents.readers.text import to_document
from prongsai.documents.readers.text.decode import decode

#: Told of every page that is done: its number, and of how many.
Progress = Callable[[int, int], None]


def read(data: bytes, name: str = "", *, progress: Progress | None = None, pictures: Path | None = None) -> ReadReport:
    """Read a report: text, HTML, Markdown, Word, Excel, PDF or the picture of a page, told apart by content.

    ``name`` is the file's name, for messages only. At most 100 MB and 200 pages; text at most 5 MB and 50,000 cells.
    Everything but text is read in a process of its own. ``pictures`` is a folder for the pictures of scanned pages.
    Raises Refusal, and nothing else, where the file cannot be read.
    """
    kind = kind_of(data, name)
    # While another process reads the file, this one loads what recognises reports.
    with ThreadPoolExecutor(max_workers=1) as beside:
        loading = beside.submit(import_module, "prongsai.documents.readers.understand")
        source = _text(data, name) if kind is FileKind.TEXT else _apart(kind, data, name, progress, pictures)
        report: ReadReport = loading.result().understood(source)
    return report


def _text(data: bytes, name: str) -> Source:
    text = decode(data, name)
    return Source(to_document(text), tuple(text.removesuffix("\n").split("\n")))


def _apart(kind: FileKind, data: bytes, name: str, progress: Progress | None, pictures: Path | None) -> Source:
    pages: list[tuple[int, Source]] = []
    lost: list[Sentence] = []
    count = 0
    for event in read_apart(kind, data, name, pictures=pictures):
        match event:
            case Whole(source):
                return source
            case Opened(total):
                count = total
            case PageRead(number, source, _):
                pages.append((number, source))
            case Lost(number, why):
                pages.append((number, unread(why)))
                lost.append(why)
        if progress is not None and not isinstance(event, Opened):
            progress(len(pages), count)
    return together(pages, lost)


def together(pages: Sequence[tuple[int, Source]], lost: Sequence[Sentence]) -> Source:
    """The pages of a file as one source. Refusal with the first reason where every page was lost."""
    if lost and len(lost) == len(pages):
        raise Refusal(lost[0].th, lost[0].en)
    return joined(sorted(pages, key=lambda page: page[0]))


def unread(why: Sentence) -> Source:
    """What stands for a page that was lost: nothing, and a remark that says so."""
    return Source(Document(()), (), remarks=(why,))
