"""What each reader does with bytes, in this process: a Refusal is an answer, anything else is a find."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from prongsai.documents.readers import Refusal
from prongsai.documents.readers.reader import read
from prongsai.documents.readers.understand import understood


def text(data: bytes) -> None:
    """Text, HTML and Markdown, to the Reading."""
    if data[:4] not in (b"PK\x03\x04", b"%PDF"):
        read(data)


def word(data: bytes) -> None:
    """Word files."""
    from prongsai.documents.readers.word import read_word

    understood(read_word(data, ""))


def sheets(data: bytes) -> None:
    """Excel files."""
    from prongsai.documents.readers.sheets import read_sheets

    understood(read_sheets(data, ""))


def pdf(data: bytes) -> None:
    """PDF files: every page's text layer; a page that must be looked at is drawn and no more."""
    from prongsai.documents.readers.pdf import open_pdf

    file = open_pdf(data, "")
    try:
        for number in range(1, min(file.page_count, 3) + 1):
            if file.read_page(number) is None:
                file.picture(number, 40)
    finally:
        file.close()


def picture(data: bytes) -> None:
    """Pictures: opening, cleaning, and the rules of tables; letters are read by another program."""
    from prongsai.documents.readers.scan import clean
    from prongsai.documents.readers.scan.pictures import open_picture

    file = open_picture(data, "")
    for number in range(1, min(file.page_count, 2) + 1):
        clean(file.picture(number))


TARGETS: dict[str, Callable[[bytes], None]] = {
    "text": text,
    "word": word,
    "sheets": sheets,
    "pdf": pdf,
    "picture": picture,
}


def one(reader: str, data: bytes) -> None:
    """One file for one reader."""
    with contextlib.suppress(Refusal):
        TARGETS[reader](data)
