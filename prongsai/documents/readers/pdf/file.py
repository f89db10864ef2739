"""A PDF file: opened, read page by page, shown as pictures, closed. No script or embedded file in it is looked at."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from functools import cached_property
from types import TracebackType

import pypdfium2 as pdfium
from PIL import Image
from pypdfium2 import raw

from prongsai.core.sentence import Sentence
from prongsai.documents.readers.document import Document, Source
from prongsai.documents.readers.pdf.layer import is_broken
from prongsai.documents.readers.pdf.letters import Letters, letters
from prongsai.documents.readers.pdf.lines import Line, lines
from prongsai.documents.readers.pdf.page import source
from prongsai.documents.readers.pdf.rules import rules
from prongsai.documents.readers.pdf.running import SAMPLE, Key, running, without
from prongsai.documents.readers.pdf.squares import with_boxes
from prongsai.documents.readers.pdf.tags import blocks

MOST_PAGES = 200
#: A page with more orders to draw is no page of a report, and a picture of one no larger than this (dots).
MOST_OBJECTS, MOST_DOTS = 100_000, 40_000_000
#: What a page with damaged data can end in; it costs this page and no other.
_FAULTS = (pdfium.PdfiumError, ValueError, ArithmeticError, LookupError, OSError, ctypes.ArgumentError)


class PdfFile:
    """An open file, its pages counted from 1. Close it: pages live in memory outside of Python."""

    def __init__(self, document: pdfium.PdfDocument) -> None:
        self._document = document
        self.page_count = len(document)

    def __enter__(self) -> PdfFile:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def read_page(self, number: int) -> Source | None:
        """One page by its text layer, its lines counted from 1; None where it must be read as a scan.

        A page that cannot be read at all is a source without text, with a remark that says so.
        """
        try:
            page = self._document[number - 1]
            try:
                return self._read(page, number)
            finally:
                page.close()
        except _FAULTS:
            return _nothing(number)

    def _read(self, page: pdfium.PdfPage, number: int) -> Source | None:
        objects = raw.FPDFPage_CountObjects(page.raw)
        if objects > MOST_OBJECTS:
            return None
        found = _letters(page)
        if found.cut:
            return None
        if not found.glyphs and not objects:
            return Source(Document(()), ())
        if is_broken(found):
            return None
        glyphs = with_boxes(page, found.glyphs, found.upright)

        def keep(free: Sequence[Line]) -> list[Line]:
            return without(free, self._running, number)

        width, height = page.get_size()
        width = height if found.turn % 180 else width
        return source(glyphs, rules(page, found.turn), width, keep, writes_spaces=found.writes_spaces)

    @cached_property
    def _running(self) -> dict[Key, int]:
        return _heads(self._document)

    def picture(self, number: int, dpi: int = 200) -> Image.Image:
        """A page as a picture in shades of grey, as a person holds it, of at most 40 million dots."""
        try:
            page = self._document[number - 1]
            try:
                width, height = page.get_size()
                scale = min(dpi / 72, (MOST_DOTS / max(1.0, width * height)) ** 0.5)
                made: Image.Image = page.render(scale=scale, grayscale=True).to_pil().convert("L")
                return made
            finally:
                page.close()
        except _FAULTS:
            return Image.new("L", (1, 1), 255)

    def close(self) -> None:
        """Let go of the file."""
        self._document.close()


def _letters(page: pdfium.PdfPage) -> Letters:
    text = page.get_textpage()
    try:
        return letters(page, text, blocks(page))
    finally:
        text.close()


def _heads(document: pdfium.PdfDocument) -> dict[Key, int]:
    """What runs through the first pages of a file."""
    pages = []
    for at in range(min(SAMPLE, len(document))):
        try:
            page = document[at]
            try:
                if raw.FPDFPage_CountObjects(page.raw) <= MOST_OBJECTS:
                    found = _letters(page)
                    pages.append((at + 1, lines(found.glyphs, writes_spaces=found.writes_spaces)))
            finally:
                page.close()
        except _FAULTS:
            continue
    return running(pages)


def _nothing(number: int) -> Source:
    return Source(
        Document(()),
        (),
        remarks=(
            Sentence(
                f"อ่านหน้า {number} ไม่ได้ เพราะข้อมูลของหน้านี้เสียหาย โปรดตรวจหน้านี้ในไฟล์เดิม",
                f"Page {number} could not be read because it is damaged. Please look at it in the file itself.",
            ),
        ),
    )
