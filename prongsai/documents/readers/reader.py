"""The one way from a file's bytes to a Reading."""

from __future__ import annotations

from prongsai.documents.readers.recognise import recognise
from prongsai.documents.readers.report import ReadReport
from prongsai.documents.readers.text import to_document
from prongsai.documents.readers.text.decode import decode


def read(data: bytes, name: str = "") -> ReadReport:
    """Read a report of the text kind: tab-separated text, HTML, Markdown tables, or a mixture.

    ``name`` is the file's name, for messages only: what a file is, its content says. At most 5 MB and 50,000 cells.
    Raises Refusal, and nothing else, where the file cannot be read.
    """
    text = decode(data, name)
    document = to_document(text)
    reading, places = recognise(document)
    return ReadReport(reading, places, tuple(text.removesuffix("\n").split("\n")), document.tables)
