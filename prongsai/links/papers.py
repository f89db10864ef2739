"""Whether a file opens, how many pages it has, and what its first pages say: no more than a verdict needs.

Only for a process with limits: see paper_worker.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from itertools import islice
from xml.sax.saxutils import unescape
from zipfile import BadZipFile, ZipFile

import pypdfium2 as pdfium
from pypdfium2 import raw

from prongsai.core.links.paper import Paper
from prongsai.documents.readers.package import Package, damaged, open_package
from prongsai.documents.readers.refusal import Refusal

#: Pages, letters and bytes of XML that are looked at.
FIRST_PAGES, MOST_LETTERS, MOST_XML = 5, 40_000, 24 << 20

_ENCRYPTED = 0x1
#: Texts of Word, Excel and PowerPoint, and the ends of their paragraphs and cells.
_RUNS = re.compile(rb"<(?:[a-z]+:)?t(?:\s[^<>]*)?>([^<]*)<|</(?:(?:w|a):p|si)>")
_ODF = re.compile(rb">([^<]+)")
_PAGES = re.compile(rb"<(?:Pages|Slides)>(\d{1,6})<")
_SHEET_NAME = re.compile(rb'<(?:[a-z]+:)?sheet\s[^<>]*?name="([^"]*)"')
_SHEET = re.compile(rb"<(?:[a-z]+:)?sheet\s")


def look(kind: str, body: bytes) -> Paper | None:
    """What is in a file of one of the kinds of core.links.kinds.PAPERS; None where it is left alone, for safety."""
    if kind == "pdf":
        return _pdf(body)
    if kind == "zip":
        return _zip(body)
    try:
        return _package(kind, open_package(body))
    except Refusal as refusal:
        locked = "password" in refusal.sentence.en
        return Paper(opens=False, locked=locked) if locked or refusal.sentence == damaged("").sentence else None


def _pdf(body: bytes) -> Paper:
    try:
        document = pdfium.PdfDocument(body)
    except pdfium.PdfiumError as fault:
        return Paper(opens=False, locked=fault.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY))
    pages = len(document)
    texts = [_page_text(document, number) for number in range(min(pages, FIRST_PAGES))]
    document.close()
    text = "\n".join(texts)
    return Paper(
        opens=pages > 0,
        pages=pages,
        text=text[:MOST_LETTERS],
        whole=pages <= FIRST_PAGES and len(text) <= MOST_LETTERS,
    )


def _page_text(document: pdfium.PdfDocument, number: int) -> str:
    """The letters of a page; nothing for one that cannot be parsed, as viewers show it empty and go on."""
    try:
        page = document[number]
        letters = page.get_textpage()
        text = str(letters.get_text_range())
        letters.close()
        page.close()
    except pdfium.PdfiumError:
        return ""
    return text


def _zip(body: bytes) -> Paper:
    """Whether its list of files can be read; what is in them is not asked."""
    try:
        entries = ZipFile(BytesIO(body)).infolist()
    except (BadZipFile, OSError, ValueError):
        return Paper(opens=False)
    return Paper(opens=True, locked=any(entry.flag_bits & _ENCRYPTED for entry in entries))


def _package(kind: str, package: Package) -> Paper:
    text, whole = _READERS[kind](package)
    return Paper(opens=True, pages=_pages(kind, package), text=text, whole=whole)


def _word(package: Package) -> tuple[str, bool]:
    return _runs(package.read("word/document.xml", MOST_XML))


def _sheets(package: Package) -> tuple[str, bool]:
    """Texts of cells stand once for the whole workbook; names of sheets with them, for many bear the year."""
    book = package.read("xl/workbook.xml", MOST_XML)
    names = " ".join(one.decode(errors="replace") for one in _SHEET_NAME.findall(book))
    if "xl/sharedStrings.xml" not in package:
        return names, False
    text, whole = _runs(package.read("xl/sharedStrings.xml", MOST_XML))
    return f"{names}\n{text}", whole


def _slides(package: Package) -> tuple[str, bool]:
    parts = [f"ppt/slides/slide{number}.xml" for number in range(1, FIRST_PAGES + 1)]
    texts = [_runs(package.read(part, MOST_XML))[0] for part in parts if part in package]
    return "\n".join(texts)[:MOST_LETTERS], len(texts) < FIRST_PAGES


def _open_document(package: Package) -> tuple[str, bool]:
    return _joined(package.read("content.xml", MOST_XML), _ODF)


def _runs(xml: bytes) -> tuple[str, bool]:
    return _joined(xml, _RUNS)


def _joined(xml: bytes, pattern: re.Pattern[bytes]) -> tuple[str, bool]:
    """Texts one after another, a line break for the end of a paragraph; and whether that is all."""
    found = pattern.finditer(xml)
    text = "".join(_piece(one) for one in islice(found, MOST_LETTERS))
    return text[:MOST_LETTERS], len(text) <= MOST_LETTERS and next(found, None) is None


def _piece(found: re.Match[bytes]) -> str:
    return "\n" if found[1] is None else unescape(found[1].decode(errors="replace"))


def _pages(kind: str, package: Package) -> int | None:
    """As the program that wrote the file counted them; sheets are counted."""
    if kind == "xlsx":
        return len(_SHEET.findall(package.read("xl/workbook.xml", MOST_XML)))
    if "docProps/app.xml" not in package:
        return None
    found = _PAGES.search(package.read("docProps/app.xml", MOST_XML))
    return int(found[1]) if found else None


_READERS: dict[str, Callable[[Package], tuple[str, bool]]] = {
    "docx": _word,
    "xlsx": _sheets,
    "pptx": _slides,
    "odt": _open_document,
    "ods": _open_document,
}
