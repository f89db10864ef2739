"""Word documents, straight from their XML."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from prongsai.documents.readers.document import Source
from prongsai.documents.readers.office.source import source_of
from prongsai.documents.readers.package import Package, damaged, open_package
from prongsai.documents.readers.word.body import Block, Body
from prongsai.documents.readers.word.numbering import Numbering
from prongsai.documents.readers.word.styles import Styles
from prongsai.documents.readers.word.tags import w

#: What stands between text and footnotes is a footnote too.
_RULES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read_word(data: bytes, name: str = "") -> Source:
    """The text, tables and notes of a Word document; headers and footers are left out.

    ``name`` is the file's name, for messages only. What was deleted under tracked changes, and what is hidden, is not
    there. Raises Refusal, and nothing else, where the file cannot be read.
    """
    package = open_package(data, name)
    main = package.related("officeDocument") or "word/document.xml"
    root = package.xml(main)
    body = root.find(w("body"))
    if body is None:
        raise damaged(name)
    styles = Styles(_part(package, main, "styles"))
    reader = Body(root, styles, Numbering(_part(package, main, "numbering"), styles), name)
    try:
        return source_of(_blocks(package, main, reader, body), package)
    except RecursionError as fault:
        raise damaged(name) from fault


def _part(package: Package, main: str, kind: str) -> etree._Element | None:
    part = package.related(kind, main)
    return None if part is None else package.xml(part)


def _blocks(package: Package, main: str, reader: Body, body: etree._Element) -> Iterator[Block]:
    yield from reader.blocks(body)
    for kind, tag in (("footnotes", "footnote"), ("endnotes", "endnote")):
        notes = _part(package, main, kind)
        for note in () if notes is None else notes.findall(w(tag)):
            if note.get(w("type")) not in _RULES:
                yield from reader.blocks(note)
