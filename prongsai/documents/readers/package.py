"""Word and Excel files are packages: parts in a zip. Opened without trust, and nothing of them is written or run."""

from __future__ import annotations

import posixpath
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from prongsai.core.sentence import Sentence
from prongsai.documents.readers.kinds import called, check_size, kind_of
from prongsai.documents.readers.refusal import Refusal

MOST_PARTS = 2000
#: Bytes: of all parts that are read together, of one, and of those together that become trees. A tree takes up to 25
#: times as much memory, and all of them must have room in 1 GB.
MOST_UNPACKED, LARGEST_PART, MOST_IN_TREES = 300 << 20, 100 << 20, 24 << 20
#: So many times smaller no report can be packed; small parts are let through, they do no harm.
_MOST_RATIO, _SMALL = 300, 8 << 20
_CHUNK = 1 << 20
_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_LOCAL_HEADER = 30
_BROKEN = (BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)

#: The stricter variant of the format names everything elsewhere; its names are translated before parsing.
_STRICT = b"http://purl.oclc.org/ooxml/"
_NAMES = tuple(
    (_STRICT + strict, b"http://schemas.openxmlformats.org/" + usual)
    for strict, usual in (
        (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
        (b"spreadsheetml/main", b"spreadsheetml/2006/main"),
        (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
        (b"drawingml/main", b"drawingml/2006/main"),
    )
)

MACROS = Sentence(
    "ไฟล์นี้มีแมโคร ระบบไม่เปิดดูและไม่เรียกใช้แมโคร อ่านเฉพาะข้อความ",
    "The file has macros. They were neither looked at nor run; only the text was read.",
)


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part says of another: its ``key`` there, its ``kind`` (``styles``, ``worksheet``), and which it is."""

    key: str
    kind: str
    part: str


class Package:
    """The parts of a file by their names, which know no case; each is unpacked when it is asked for."""

    def __init__(self, archive: ZipFile, name: str) -> None:
        self.name = name
        self._archive = archive
        self._parts = {_key(part.filename): part for part in archive.infolist()}
        self._unpacked = self._in_trees = 0

    def __contains__(self, part: str) -> bool:
        return _key(part) in self._parts

    @property
    def remarks(self) -> tuple[Sentence, ...]:
        """What is to be said of the package itself."""
        return (MACROS,) if any(part.endswith("vbaproject.bin") for part in self._parts) else ()

    def has_pictures(self) -> bool:
        """Whether there are pictures among the parts."""
        return any("/media/" in part for part in self._parts)

    def read(self, part: str, most: int = LARGEST_PART) -> bytes:
        """The bytes of a part. Refusal where it is missing, damaged, or larger than ``most`` once it is unpacked."""
        entry = self._parts.get(_key(part))
        if entry is None:
            raise damaged(self.name)
        whole = bytearray()
        try:
            with self._archive.open(entry) as packed:
                # What the entry says of its size may be a lie: what comes out is counted.
                while chunk := packed.read(_CHUNK):
                    whole += chunk
                    self._check(len(whole), len(chunk), entry, most)
        except _BROKEN as fault:
            raise damaged(self.name) from fault
        return bytes(whole)

    def _check(self, size: int, more: int, entry: ZipInfo, most: int) -> None:
        self._unpacked += more
        swollen = size > _SMALL and size > _MOST_RATIO * max(entry.compress_size, 1)
        if swollen or size > most or self._unpacked > MOST_UNPACKED:
            raise Refusal(
                f"{called(self.name)}แตกออกมามีขนาดใหญ่ผิดปกติ จึงไม่อ่านเพื่อความปลอดภัย "
                "โปรดคัดลอกเฉพาะรายงานไปไว้ในไฟล์ใหม่ แล้วเลือกไฟล์นั้น",
                f"{self.name or 'The file'} is far too large once it is unpacked, and was not read, for safety. "
                "Please copy the report alone into a new file, and choose that.",
            )

    def xml(self, part: str) -> etree._Element:
        """A part as a tree. Refusal also where it is not sound XML, or has declarations that no such file has."""
        try:
            data = self.xml_bytes(part, MOST_IN_TREES - self._in_trees)
            self._in_trees += len(data)
            root = etree.fromstring(data, _parser())
        except (etree.XMLSyntaxError, ValueError) as fault:
            raise damaged(self.name) from fault
        check_declarations(root, self.name)
        return root

    def elements(self, part: str, tags: Sequence[str]) -> Iterator[etree._Element]:
        """Each element of these names as soon as it is whole, for parts too large for a tree. Clear them after use."""
        source = BytesIO(self.xml_bytes(part, LARGEST_PART))
        try:
            for at, (_, element) in enumerate(_stepwise(source, tags)):
                if at == 0:
                    check_declarations(element, self.name)
                yield element
        except etree.XMLSyntaxError as fault:
            raise damaged(self.name) from fault

    def xml_bytes(self, part: str, most: int) -> bytes:
        """A part with the usual names instead of those of the stricter variant."""
        data = self.read(part, most)
        if _STRICT in data:
            for strict, usual in _NAMES:
                data = data.replace(strict, usual)
        return data

    def relations(self, part: str = "") -> tuple[Relation, ...]:
        """The parts that a part, or the package itself, refers to; what lies outside of the file is left out."""
        folder, base = posixpath.split(part)
        where = posixpath.join(folder, "_rels", f"{base}.rels")
        if where not in self:
            return ()
        return tuple(
            Relation(one.get("Id", ""), one.get("Type", "").rpartition("/")[2], _within(folder, one.get("Target", "")))
            for one in self.xml(where)
            if one.get("TargetMode") != "External"
        )

    def related(self, kind: str, part: str = "") -> str | None:
        """The first part of a kind that is there."""
        return next((one.part for one in self.relations(part) if one.kind == kind and one.part in self), None)


def _parser() -> etree.XMLParser:
    """A parser that expands nothing, fetches nothing, and stops at texts and depths that no report has."""
    return etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
    )


def _stepwise(source: BytesIO, tags: Sequence[str]) -> Iterator[tuple[str, etree._Element]]:
    """The same, for large parts: each element of these names when its end is read."""
    found: Iterator[tuple[str, etree._Element]] = etree.iterparse(
        source,
        tag=tuple(tags),
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    return found


def open_package(data: bytes, name: str = "") -> Package:
    """Open the bytes of a file. Raises Refusal, and nothing else, where it is no sound package of a bearable size."""
    check_size(len(data), name)
    if not data.startswith(b"PK\x03\x04"):
        kind_of(data, name)  # says what it is where that is known: an old file, one with a password
        raise damaged(name)
    # Counted before the list is read, which would take half a gigabyte for a million parts.
    if data.count(_ENTRY) > MOST_PARTS:
        raise _too_many_parts(name)
    try:
        archive = ZipFile(BytesIO(data))
        entries = archive.infolist()
    except _BROKEN as fault:
        raise damaged(name) from fault
    _check_entries(entries, archive.start_dir, name)
    return Package(archive, name)


def _check_entries(entries: Sequence[ZipInfo], end: int, name: str) -> None:
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise Refusal(
            f"{called(name)}มีรหัสผ่าน จึงเปิดอ่านไม่ได้ โปรดเอารหัสผ่านออก บันทึก แล้วเลือกใหม่",
            f"{name or 'The file'} is protected by a password. Please take it off, save the file and choose it again.",
        )
    if not entries:
        raise damaged(name)
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    starts = [*(entry.header_offset for entry in ordered[1:]), end]
    overlap = any(
        entry.header_offset + _LOCAL_HEADER + entry.compress_size > start
        for entry, start in zip(ordered, starts, strict=True)
    )
    twice = len({_key(entry.filename) for entry in entries}) < len(entries)
    unknown = any(entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for entry in entries)
    if overlap or twice or unknown:
        raise damaged(name)


def check_declarations(element: etree._Element, name: str) -> None:
    """Refusal where the XML declares entities or refers to a definition: hostile, as no such file does."""
    if element.getroottree().docinfo.internalDTD is not None:
        raise Refusal(
            f"{called(name)}มีคำสั่งแฝงที่ไฟล์ Word และ Excel ไม่มี จึงไม่อ่านเพื่อความปลอดภัย "
            "โปรดเปิดใน Word หรือ Excel บันทึกใหม่ แล้วเลือกอีกครั้ง",
            f"{name or 'The file'} has declarations that Word and Excel never write, and was not read, for safety. "
            "Please open it in Word or Excel, save it anew and choose it again.",
        )


def damaged(name: str) -> Refusal:
    """The refusal of a file whose parts are missing or broken."""
    return Refusal(
        f"{called(name)}เสียหายหรือไม่ครบ จึงเปิดอ่านไม่ได้ โปรดเปิดใน Word หรือ Excel บันทึกใหม่ แล้วเลือกอีกครั้ง",
        f"{name or 'The file'} is damaged or not whole. Please open it in Word or Excel, save it anew and choose that.",
    )


def _too_many_parts(name: str) -> Refusal:
    return Refusal(
        f"{called(name)}มีส่วนประกอบภายในมากกว่า {MOST_PARTS:,} ส่วน ซึ่งเกินที่รับได้ โปรดนำรูปภาพออกหรือแบ่งไฟล์ แล้วลองใหม่",
        f"{name or 'The file'} has more than {MOST_PARTS:,} parts. Please take pictures out or split it.",
    )


def _key(part: str) -> str:
    return part.lstrip("/").lower()


def _within(folder: str, target: str) -> str:
    return posixpath.normpath(target if target.startswith("/") else posixpath.join(folder, target)).lstrip("/")
