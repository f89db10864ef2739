"""``prongsai backup`` and ``prongsai restore``."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from prongsai import __version__
from prongsai.web.operations import databases
from prongsai.web.operations.archive import DATABASE, FILES, BadArchive, Manifest, checked, pack, unpack


def backup(target: Path) -> None:
    """Write the database and all files into one archive. The server may run: both are copied as they are at a moment.

    The database is copied first; files are only ever added, so every file that it names is there.
    """
    _refuse_nothing()
    with tempfile.TemporaryDirectory(dir=_workplace()) as folder:
        copy = Path(folder) / "copy"
        databases.copy_out(copy)
        manifest = Manifest(
            program=__version__,
            vendor=connection.vendor,
            made_at=timezone.now().isoformat(),
            migrations=databases.applied_migrations(),
            hashes={},
        )
        pack(target, copy, _files(), manifest)


def restore(source: Path) -> Manifest:
    """Put an archive back. Everything is checked before anything changes: hashes, database, schema, kind of database.

    Files come first and are only added; then the database is replaced in one transaction, and older schemas migrate.
    Everybody signs in again: a session that somebody has ended since the backup must not live again.
    """
    manifest = checked(source)
    _refuse_strangers(manifest)
    with tempfile.TemporaryDirectory(dir=_workplace()) as folder:
        unpack(source, Path(folder))
        copy = Path(folder) / DATABASE
        _refuse_unsound(copy, manifest)
        _add_files(Path(folder) / FILES, _files())
        databases.copy_in(copy)
    call_command("migrate", verbosity=0, interactive=False)
    Session.objects.all().delete()
    return manifest


def _refuse_nothing() -> None:
    """A data folder that was named wrongly is empty: its backup would be noticed on the day that it is needed."""
    if not databases.applied_migrations():
        raise databases.CannotCopy(
            f"ยังไม่มีข้อมูลของโปร่งใสใน {connection.settings_dict['NAME']} โปรดตรวจ PRONGSAI_DATA_DIR และ DATABASE_URL",
            f"There is nothing of Prongsai in {connection.settings_dict['NAME']} to back up. "
            "Please check PRONGSAI_DATA_DIR and DATABASE_URL.",
        )


def _refuse_unsound(copy: Path, manifest: Manifest) -> None:
    """The database must open, and be one of Prongsai's: as its own list of migrations says, beside the manifest's."""
    if not databases.is_sound(copy):
        raise BadArchive(
            "ฐานข้อมูลในไฟล์สำรองชำรุด โปรดใช้ไฟล์สำรองอื่น ข้อมูลเดิมยังอยู่ครบ",
            "The database in the archive is damaged. Please use another archive; nothing was changed.",
        )
    if not manifest.migrations or manifest.migrations - databases.migrations_in(copy):
        raise BadArchive(
            "ฐานข้อมูลในไฟล์สำรองไม่ใช่ของโปร่งใส โปรดใช้ไฟล์สำรองอื่น ข้อมูลเดิมยังอยู่ครบ",
            "The database in the archive is not one of Prongsai's. Please use another archive; nothing was changed.",
        )


def _refuse_strangers(manifest: Manifest) -> None:
    if manifest.vendor != connection.vendor:
        raise BadArchive(
            f"ไฟล์สำรองมาจากฐานข้อมูล {manifest.vendor} แต่ระบบนี้ใช้ {connection.vendor} โปรดกู้คืนบนระบบชนิดเดียวกัน",
            f"The archive is of {manifest.vendor}, this installation uses {connection.vendor}.",
        )
    if newer := sorted(manifest.migrations - databases.known_migrations()):
        raise BadArchive(
            f"ไฟล์สำรองมาจากโปรแกรมรุ่นใหม่กว่า ({manifest.program}) โปรดปรับรุ่นโปรแกรมก่อนกู้คืน",
            f"The archive is of a newer program ({manifest.program}; unknown: {newer[0]}). Please update first.",
        )


def _add_files(source: Path, target: Path) -> None:
    for path in source.rglob("*"):
        if path.is_file():
            place = target / path.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, place)


def _files() -> Path:
    return Path(settings.DATA_DIR) / "files"


def _workplace() -> Path:
    place = Path(settings.DATA_DIR)
    place.mkdir(parents=True, exist_ok=True)
    return place
