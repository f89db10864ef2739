"""The archive of a backup: a zip of the database and the files, with a manifest that holds the hash of each."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from prongsai.core.sentence import Sentence

MANIFEST = "manifest.json"
DATABASE = "database"
FILES = "files/"
#: The version of the archive's own format.
FORMAT = 1
#: So many bytes are read at a time.
CHUNK = 1 << 20
#: What reading a damaged zip, or one that is none of ours (locked, packed in another way), can raise.
_FAULTS = (
    *(OSError, EOFError, zipfile.BadZipFile, zlib.error),
    *(KeyError, ValueError, TypeError, NotImplementedError, RuntimeError),
)


class BadArchive(Exception):
    """The archive cannot be restored; ``sentence`` says why and what to do. Nothing has been changed."""

    def __init__(self, th: str, en: str) -> None:
        self.sentence = Sentence(th, en)
        super().__init__(str(self.sentence))


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an archive holds: ``hashes`` by member, ``migrations`` as app.name, ``vendor`` of the database."""

    program: str
    vendor: str
    made_at: str
    migrations: frozenset[str]
    hashes: dict[str, str]


def pack(target: Path, database: Path, files: Path, manifest: Manifest) -> None:
    """Write the archive beside ``target`` and put it there in one step. Hashes are taken as the members are written."""
    unfinished = target.with_name(target.name + ".unfinished")
    unfinished.unlink(missing_ok=True)
    unfinished.touch(mode=0o600)  # everything about everybody is in it: for its owner alone
    try:
        _write(unfinished, database, files, manifest)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _write(target: Path, database: Path, files: Path, manifest: Manifest) -> None:
    hashes: dict[str, str] = {}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, path in _members(database, files):
            hashes[name] = _copy_in(archive, name, path)
        archive.writestr(
            MANIFEST,
            json.dumps(
                {
                    "format": FORMAT,
                    "program": manifest.program,
                    "vendor": manifest.vendor,
                    "made_at": manifest.made_at,
                    "migrations": sorted(manifest.migrations),
                    "hashes": hashes,
                },
                ensure_ascii=False,
                indent=1,
            ),
        )


def checked(source: Path) -> Manifest:
    """The manifest, after every member was read and its hash compared. Raises BadArchive; OSError where none is."""
    source.open("rb").close()
    try:
        with zipfile.ZipFile(source) as archive:
            manifest = _manifest(json.loads(archive.read(MANIFEST)))
            names = set(archive.namelist()) - {MANIFEST}
            if names != set(manifest.hashes) or any(_unsafe(name) for name in names):
                raise _damaged(source)
            for name, expected in manifest.hashes.items():
                if _hash_member(archive, name) != expected:
                    raise _damaged(source)
    except _FAULTS as fault:
        raise _damaged(source) from fault
    return manifest


def unpack(source: Path, folder: Path) -> None:
    """The members of a checked archive, under ``folder``."""
    with zipfile.ZipFile(source) as archive:
        for name in archive.namelist():
            if name != MANIFEST:
                archive.extract(name, folder)


def _members(database: Path, files: Path) -> Iterator[tuple[str, Path]]:
    yield DATABASE, database
    for path in _sorted_files(files):
        yield FILES + path.relative_to(files).as_posix(), path


def _sorted_files(folder: Path) -> Iterable[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file()) if folder.exists() else ()


def _copy_in(archive: zipfile.ZipFile, name: str, path: Path) -> str:
    """Copy a file, and give the hash of what was copied: an upload may still be growing while the server runs."""
    digest = hashlib.sha256()
    with path.open("rb") as source, archive.open(name, "w", force_zip64=True) as target:
        while chunk := source.read(CHUNK):
            digest.update(chunk)
            target.write(chunk)
    return digest.hexdigest()


def _hash_member(archive: zipfile.ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    with archive.open(name) as member:
        while chunk := member.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _manifest(value: dict[str, Any]) -> Manifest:
    if value["format"] != FORMAT:
        raise BadArchive(
            "ไฟล์สำรองนี้มาจากโปรแกรมรุ่นใหม่กว่า โปรดปรับรุ่นโปรแกรมก่อนกู้คืน",
            "This archive is of a newer format. Please update the program before restoring.",
        )
    return Manifest(
        value["program"], value["vendor"], value["made_at"], frozenset(value["migrations"]), dict(value["hashes"])
    )


def _unsafe(name: str) -> bool:
    return name.startswith("/") or ".." in Path(name).parts or not (name == DATABASE or name.startswith(FILES))


def _damaged(source: Path) -> BadArchive:
    return BadArchive(
        f"ไฟล์สำรอง {source.name} ชำรุดหรือไม่ใช่ไฟล์สำรองของโปร่งใส โปรดใช้ไฟล์สำรองอื่น ข้อมูลเดิมยังอยู่ครบ",
        f"The archive {source.name} is damaged or is not one of Prongsai's. Please use another; nothing was changed.",
    )
