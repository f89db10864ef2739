"""Opening the documents that the browser has downloaded: tables as rows of cells of plain text."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pypdfium2

Rows = list[list[str]]


def squeezed(text: str) -> str:
    """Without white space: where a line breaks is the paper's affair."""
    return re.sub(r"\s+", "", text)


def docx_rows(path: Path) -> Rows:
    """The rows of every table of a Word file that has at least four columns, headers left out."""
    rows: Rows = []
    for table in docx.Document(str(path)).tables:
        cells = [[squeezed(cell.text) for cell in row.cells] for row in table.rows]
        if cells and len(cells[0]) >= 4:
            rows += cells[1:]
    return rows


def pdf_text(path: Path) -> str:
    """All text of a PDF, without white space."""
    with pypdfium2.PdfDocument(path) as document:
        return squeezed("".join(page.get_textpage().get_text_range() for page in document))


def stands_in(text: str, value: str, most_cuts: int = 2) -> bool:
    """Whether a value stands in the text of a PDF: whole, or cut where its row goes on on the next page."""
    rest, start = squeezed(value), 0
    for _ in range(most_cuts + 1):
        length = len(rest)
        while length and (found := text.find(rest[:length], start)) < 0:
            length -= 1
        if length == len(rest):
            return True
        if length < min(12, len(rest)):
            return False
        start, rest = found + length, rest[length:]
    return False
