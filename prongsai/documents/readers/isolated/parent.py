"""The application's side: starts the process that reads, takes its messages, and ends it when its time is over."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from prongsai.core.sentence import Sentence
from prongsai.documents.readers.document import Source
from prongsai.documents.readers.isolated.limits import MOST_LOST_IN_ROW
from prongsai.documents.readers.isolated.process import Ended, Process
from prongsai.documents.readers.kinds import FileKind, called
from prongsai.documents.readers.refusal import Refusal
from prongsai.documents.readers.source_json import source_from_json

_PICTURE = re.compile(r"page-[0-9]{4}\.jpg")


@dataclass(frozen=True, slots=True)
class Whole:
    """A file without pages, read."""

    source: Source


@dataclass(frozen=True, slots=True)
class Opened:
    """A file with pages is open; ``pages`` is how many it has."""

    pages: int


@dataclass(frozen=True, slots=True)
class PageRead:
    """One page, read. ``picture`` is the file name of its picture where it was read as a scan."""

    number: int
    source: Source
    picture: str | None


@dataclass(frozen=True, slots=True)
class Lost:
    """One page that could not be read; ``why`` says it and what to do."""

    number: int
    why: Sentence


Event = Whole | Opened | PageRead | Lost


def read_apart(
    kind: FileKind, data: bytes, name: str, *, pictures: Path | None = None, only: Sequence[int] = ()
) -> Generator[Event]:
    """Read a file in a process of its own: a Whole, or Opened and then each page (``only`` those) as it is done.

    A page that hangs or breaks the process is Lost and the next ones go on. ``pictures`` is the folder for pictures of
    scanned pages. Closing the iterator ends the process. Raises Refusal where the file as a whole cannot be read.
    """
    with tempfile.TemporaryDirectory(prefix="prongsai-") as folder:
        path = Path(folder) / "file"
        path.write_bytes(data)
        yield from _Reading(kind, path, name, pictures).events(tuple(only))


class _Reading:
    """One file being read, by one process after another where pages break them."""

    def __init__(self, kind: FileKind, path: Path, name: str, pictures: Path | None) -> None:
        self._kind, self._path, self._name, self._pictures = kind, path, name, pictures
        self._pages = 0

    def events(self, wanted: tuple[int, ...]) -> Iterator[Event]:
        in_row = 0
        while True:
            with Process(self._kind, self._path, self._name, self._pictures, wanted) as process:
                try:
                    for event in self._of(process):
                        in_row = 0 if isinstance(event, PageRead) else in_row
                        yield event
                    return
                except Ended as ended:
                    if process.page is None:
                        raise self._refusal(late=ended.late) from None
                    lost, late = process.page, ended.late
            in_row += 1
            yield Lost(lost, _lost(lost, late=late))
            wanted = tuple(number for number in wanted or range(1, self._pages + 1) if number > lost)
            if in_row == MOST_LOST_IN_ROW:
                yield from (Lost(number, _GIVEN_UP) for number in wanted)
                wanted = ()
            if not wanted:
                return

    def _of(self, process: Process) -> Iterator[Event]:
        for message in process.messages():
            try:
                event = _event(message)
            except (KeyError, TypeError, ValueError):
                raise Ended(late=False) from None
            if isinstance(event, Opened):
                if self._pages:  # told by the process before this one
                    continue
                self._pages = event.pages
            if event is not None:
                yield event

    def _refusal(self, *, late: bool) -> Refusal:
        name = self._name
        if late:
            return Refusal(
                f"{called(name)}ใช้เวลาอ่านนานเกินไป จึงหยุดอ่าน โปรดบันทึกไฟล์ใหม่จากโปรแกรมเดิม หรือแบ่งเป็นไฟล์เล็กลง",
                f"{name or 'The file'} takes too long to read and was given up. Please save it anew from its program, "
                "or split it.",
            )
        return Refusal(
            f"{called(name)}เสียหายหรือใช้หน่วยความจำมากเกินไป จึงอ่านไม่ได้ โปรดบันทึกไฟล์ใหม่จากโปรแกรมเดิมแล้วเลือกอีกครั้ง",
            f"{name or 'The file'} is damaged or takes too much memory. Please save it anew from its program and "
            "choose it again.",
        )


def _event(message: dict[str, Any]) -> Event | None:
    """What a message tells; Refusal where that is what it says."""
    if "refusal" in message:
        th, en = message["refusal"]
        raise Refusal(str(th), str(en))
    if "whole" in message:
        return Whole(source_from_json(message["whole"]))
    if "lost" in message:
        th, en = message["why"]
        return Lost(int(message["lost"]), Sentence(str(th), str(en)))
    if "page" in message:
        picture = message["picture"]
        sound = picture if isinstance(picture, str) and _PICTURE.fullmatch(picture) else None
        return PageRead(int(message["page"]), source_from_json(message["source"]), sound)
    return Opened(int(message["pages"])) if "pages" in message else None


_GIVEN_UP = Sentence(
    "ไม่ได้อ่านหน้านี้ เพราะหลายหน้าก่อนหน้าอ่านไม่ได้ติดต่อกัน โปรดตรวจไฟล์แล้วนำเข้าใหม่",
    "This page was not tried, since several before it could not be read. Please check the file and bring it in again.",
)


def _lost(number: int, *, late: bool) -> Sentence:
    if late:
        return Sentence(
            f"หน้า {number} ใช้เวลานานเกินไปจึงข้ามไป โปรดสแกนหน้านี้ใหม่ หรือกรอกเอง",
            f"Page {number} took too long and was left out. Please scan it anew, or type what it says.",
        )
    return Sentence(
        f"หน้า {number} อ่านไม่ได้จึงข้ามไป โปรดสแกนหน้านี้ใหม่ หรือกรอกเอง",
        f"Page {number} could not be read and was left out. Please scan it anew, or type what it says.",
    )
