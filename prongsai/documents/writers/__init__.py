"""Official documents out of a Reading: one content, made by the core, in five formats."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, get_args

from prongsai.core.reports.analysis import Analysis
from prongsai.core.reports.layout import FormLayout
from prongsai.core.reports.project import project
from prongsai.core.reports.reading import Reading
from prongsai.core.reports.sheet import Names, Sheet, SignatureBlock, cells
from prongsai.documents.writers.errors import WriterUnavailable

Format = Literal["docx", "pdf", "xlsx", "html", "txt"]
FORMATS: tuple[Format, ...] = get_args(Format)

#: What a browser is told each format is.
MEDIA_TYPES: dict[Format, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
}

#: Counts up when the same Reading and form would give another paper; a snapshot records it.
WRITER_VERSION = 1


def write(
    reading: Reading,
    form: FormLayout,
    format: Format,
    *,
    names: Names | None = None,
    signatures: Sequence[SignatureBlock] = (),
    analysis: Analysis | None = None,
) -> bytes:
    """The report as a file of ``format``. ``names`` of the year's framework stand in headings and the score table;
    ``signatures`` replace the memo's signatories, who otherwise get dotted lines to sign on. ``analysis`` fills the
    tables that only a form for the analysis of a result has.

    Raises WriterUnavailable where something that the format needs is not installed.
    """
    return _writer(format)(cells(reading, form, names, signatures, analysis), form)


def _writer(format: Format) -> Callable[[Sheet, FormLayout], bytes]:
    """The writer of a format, loaded only when it is asked for: each brings a library of its own."""
    match format:
        case "docx":
            from prongsai.documents.writers.word import write_docx as writer
        case "pdf":
            from prongsai.documents.writers.pdf import write_pdf as writer
        case "xlsx":
            from prongsai.documents.writers.sheets import write_xlsx as writer
        case "html":
            from prongsai.documents.writers.html import write_html as writer
        case "txt":
            from prongsai.documents.writers.plain import write_txt as writer
    return writer


__all__ = [
    "FORMATS",
    "MEDIA_TYPES",
    "WRITER_VERSION",
    "Format",
    "Names",
    "Sheet",
    "SignatureBlock",
    "WriterUnavailable",
    "cells",
    "project",
    "write",
]
