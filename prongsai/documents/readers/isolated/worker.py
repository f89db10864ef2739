"""The process that reads a file: what it finds goes to its output, a line of JSON each.

``python -m prongsai.documents.readers.isolated.worker KIND FILE NAME PICTURES PAGES`` – PICTURES is the folder that
pictures of scanned pages go to, or empty; PAGES the numbers wanted, with commas between them, or empty for all.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from prongsai.documents.readers.isolated.limits import PAGE_BUDGET, confine
from prongsai.documents.readers.kinds import FileKind
from prongsai.documents.readers.refusal import Refusal
from prongsai.documents.readers.source_json import source_to_json

Send = Callable[[dict[str, Any]], None]


def main(arguments: Sequence[str]) -> int:
    """Read the file; what goes wrong inside a parser ends this process, and the one that started it tells it."""
    kind, path, name, pictures, pages = arguments
    confine()
    send = _sender()
    try:
        _read(FileKind(kind), Path(path), name, Path(pictures) if pictures else None, _numbers(pages), send)
    except Refusal as refusal:
        send({"refusal": [refusal.sentence.th, refusal.sentence.en]})
    return 0


def _sender() -> Send:
    """Messages go to what was the output; whatever a library prints goes to the errors."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8", errors="replace")
    os.dup2(2, 1)

    def send(message: dict[str, Any]) -> None:
        out.write(json.dumps(message, ensure_ascii=False, separators=(",", ":")) + "\n")
        out.flush()

    return send


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(",") if part)


def _read(kind: FileKind, path: Path, name: str, pictures: Path | None, wanted: Sequence[int], send: Send) -> None:
    data = path.read_bytes()
    if not kind.has_pages:
        send({"whole": source_to_json(_whole(kind, data, name))})
        return
    from prongsai.documents.readers.pages import open_pages

    with open_pages(kind, data, name) as pages:
        send({"pages": pages.count})
        for number in wanted or range(1, pages.count + 1):
            send({"begins": number})
            try:
                page = pages.read(number, _Look(number, send), pictures)
            except Refusal as refusal:
                send({"lost": number, "why": [refusal.sentence.th, refusal.sentence.en]})
            else:
                send({"page": number, "source": source_to_json(page.source), "picture": page.picture})


class _Look:
    """Tells that a page is drawn and its letters are being read now; answers when that must be over."""

    def __init__(self, number: int, send: Send) -> None:
        self._number, self._send = number, send

    def __call__(self) -> float:
        self._send({"looks": self._number})
        return time.monotonic() + PAGE_BUDGET


def _whole(kind: FileKind, data: bytes, name: str) -> Any:
    if kind is FileKind.WORD:
        from prongsai.documents.readers.word import read_word

        return read_word(data, name)
    from prongsai.documents.readers.sheets import read_sheets

    return read_sheets(data, name)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
