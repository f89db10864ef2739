"""Proof of what links showed, in WARC 1.1, the form in which libraries keep the web.

Each agency has a file a month (Buddhist era, Bangkok's time): ``<slug>/2569-04.warc.gz``. It only grows, a gzip
member a record, so that offset and length read one alone. What was kept is on the disk when keep() returns. Calls
block: an asynchronous caller gives them to a thread.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path, PurePosixPath

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from prongsai.core.links.schedule import BANGKOK
from prongsai.core.sentence import Sentence
from prongsai.core.thai.fiscal import ERA
from prongsai.links.appending import append
from prongsai.links.checking import Kept
from prongsai.links.records import Answer as Answer
from prongsai.links.records import information, records_of

#: What warcio raises of damaged bytes; of a record without its address an AttributeError.
_FAULTS = (ArchiveLoadFailed, StopIteration, OSError, ValueError, EOFError, AttributeError)
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")


class Unsound(Exception):
    """What was kept cannot be read back as it was. ``sentence`` says what is wrong."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        super().__init__(str(sentence))


@dataclass(frozen=True, slots=True)
class Shown:
    """What an archived answer says. A revisit has no ``body``: its bytes lie in the answer of ``same_as`` (moment)."""

    url: str
    at: datetime
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes | None
    same_as: datetime | None = None


def keep(root: Path, slug: str, answers: Sequence[Answer], *, agent: str = "") -> list[Kept]:
    """Append answers to an agency's files under ``root``; one lock and one write to disk for all of a month.

    ``agent`` is the User-Agent that was sent. ValueError for a slug that is none, or an answer with nothing to keep.
    """
    if not _SLUG.fullmatch(slug):
        raise ValueError(f"not an agency's address: {slug!r}")
    kept: dict[int, Kept] = {}
    months: dict[str, list[int]] = {}
    for at, answer in enumerate(answers):
        months.setdefault(file_of(slug, answer.fetched.at), []).append(at)
    for file, places in months.items():
        members = [records_of(answers[at], agent) for at in places]
        offsets = append(root / file, [b"".join(one) for one in members], first=information(file))
        for at, offset, one in zip(places, offsets, members, strict=True):
            kept[at] = Kept(file, offset, len(one[0]), answers[at].sha256)
    return [kept[at] for at in range(len(answers))]


def file_of(slug: str, at: datetime) -> str:
    """The file of an agency for a moment, under the archive's root."""
    local = at.astimezone(BANGKOK)
    return f"{slug}/{local.year + ERA}-{local.month:02}.warc.gz"


def read_kept(root: Path, kept: Kept) -> Shown:
    """An answer as it was kept. Raises Unsound where it is missing, or not what its hash says."""
    data = _bytes(root, kept)
    try:
        record = next(iter(ArchiveIterator(BytesIO(data), check_digests="raise")))
        body = record.raw_stream.read()
    except _FAULTS as fault:
        raise Unsound(_NOT_WHOLE) from fault
    said = record.rec_headers.get_header
    if said("WARC-Payload-Digest") != f"sha256:{kept.sha256}":
        raise Unsound(_OTHER)
    revisit = record.rec_type == "revisit"
    return Shown(
        url=said("WARC-Target-URI"),
        at=datetime.fromisoformat(said("WARC-Date")),
        status=int(record.http_headers.get_statuscode()),
        headers=tuple(record.http_headers.headers),
        body=None if revisit else body,
        same_as=datetime.fromisoformat(said("WARC-Refers-To-Date")) if revisit else None,
    )


def _bytes(root: Path, kept: Kept) -> bytes:
    name = PurePosixPath(kept.file)
    if name.is_absolute() or ".." in name.parts:
        raise ValueError(f"outside of the archive: {kept.file!r}")
    try:
        with (root / name).open("rb") as file:
            file.seek(kept.offset)
            return file.read(kept.length)
    except OSError as fault:
        raise Unsound(_MISSING) from fault


_MISSING = Sentence(
    "ไม่พบไฟล์หลักฐานในเครื่อง โปรดกู้คืนจากสำเนาสำรอง",
    "The file with the proof is missing. Please restore it from a backup.",
)
_NOT_WHOLE = Sentence(
    "หลักฐานในไฟล์ไม่ครบหรือเสียหาย โปรดกู้คืนไฟล์จากสำเนาสำรอง",
    "The proof in the file is damaged or not whole. Please restore the file from a backup.",
)
_OTHER = Sentence(
    "หลักฐานในไฟล์ไม่ตรงกับค่า SHA-256 ของใบรับรอง โปรดกู้คืนไฟล์จากสำเนาสำรอง",
    "The proof in the file does not agree with the receipt's SHA-256. Please restore the file from a backup.",
)
