"""Backup and restore of a whole installation."""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.db import connection
from django.test import Client

from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.links.queries import chain_of, fault_of_record
from prongsai.web.operations.archive import BadArchive, checked
from prongsai.web.operations.backup import backup, restore
from prongsai.web.operations.command import add_to
from tests.cast import assemble
from tests.web.links.looks import look, watched
from tests.web.processes import run

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def place(tmp_path: Path, settings: LazySettings) -> Path:
    """A data folder with one file in it, and the cast in the database."""
    settings.DATA_DIR = tmp_path / "data"
    FileSystemStorage(location=tmp_path / "data" / "files").save("evidence/a.txt", ContentFile(b"proof"))
    assemble()
    return tmp_path


def test_it_brings_back_the_database_and_the_files(place: Path) -> None:
    backup(place / "all.zip")
    Agency.objects.filter(slug="tha-khong").update(name="เปลี่ยนแล้ว")
    shutil.rmtree(place / "data" / "files")
    restore(place / "all.zip")
    assert Agency.objects.get(slug="tha-khong").name == "เทศบาลตำบลท่าโขง"
    assert (place / "data" / "files" / "evidence" / "a.txt").read_bytes() == b"proof"


def _rewritten(source: Path, target: Path, change: Callable[[str, bytes], bytes]) -> Path:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return target


def _flipped(name: str, data: bytes) -> bytes:
    return data[:-1] + bytes([data[-1] ^ 1]) if name == "database" else data


def _from_the_future(name: str, data: bytes) -> bytes:
    if name != "manifest.json":
        return data
    manifest = json.loads(data)
    manifest["migrations"].append("measures.9999_of_next_year")
    return json.dumps(manifest).encode()


@pytest.mark.parametrize("change", [_flipped, _from_the_future])
def test_it_refuses_a_damaged_or_newer_archive_and_changes_nothing(
    place: Path, change: Callable[[str, bytes], bytes]
) -> None:
    backup(place / "all.zip")
    bad = _rewritten(place / "all.zip", place / "bad.zip", change)
    Agency.objects.filter(slug="tha-khong").update(name="ใหม่กว่า")
    with pytest.raises(BadArchive):
        restore(bad)
    assert Agency.objects.get(slug="tha-khong").name == "ใหม่กว่า"


@pytest.mark.parametrize("content", [b"", b"not a zip at all", b"PK\x03\x04broken"])
def test_it_refuses_what_is_no_archive(place: Path, content: bytes) -> None:
    (place / "no.zip").write_bytes(content)
    with pytest.raises(BadArchive):
        restore(place / "no.zip")


def test_it_refuses_a_cut_archive(place: Path) -> None:
    backup(place / "all.zip")
    whole = (place / "all.zip").read_bytes()
    (place / "cut.zip").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(BadArchive):
        restore(place / "cut.zip")


def test_a_broken_byte_anywhere_is_a_refusal_at_the_worst(place: Path) -> None:
    backup(place / "all.zip")
    whole = bytearray((place / "all.zip").read_bytes())
    for at in range(40, len(whole), len(whole) // 40):
        (place / "bad.zip").write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        with contextlib.suppress(BadArchive):  # a byte of a date or of a name of the zip itself tells of nothing
            checked(place / "bad.zip")


def test_it_refuses_a_member_whose_packing_is_broken_or_locked(place: Path) -> None:
    backup(place / "all.zip")
    whole = (place / "all.zip").read_bytes()
    packed = len("database") + 30 + 20  # behind the local header with its 64-bit sizes
    for broken in (whole[: packed + 8] + b"\xff" * 64 + whole[packed + 72 :], _locked(whole)):
        (place / "bad.zip").write_bytes(broken)
        with pytest.raises(BadArchive, match="damaged"):
            checked(place / "bad.zip")


def _locked(whole: bytes) -> bytes:
    """The archive with the flag of a password in its directory."""
    at = whole.index(b"PK\x01\x02") + 8
    return whole[:at] + bytes([whole[at] | 1]) + whole[at + 1 :]


def test_a_file_that_is_not_there_is_not_called_damaged(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _command("restore", place / "none.zip") == 2
    told = capsys.readouterr().err
    assert "none.zip" in told and "damaged" not in told


def test_a_backup_that_cannot_be_put_in_place_leaves_nothing(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "folder").mkdir()
    assert _command("backup", place / "folder") == 2
    assert not list(place.glob("*.unfinished")) and "folder" in capsys.readouterr().err


def test_a_file_that_grows_meanwhile_does_not_spoil_the_archive(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    growing, opened, begun = place / "data" / "files" / "evidence" / "a.txt", Path.open, [b"pro"]

    def as_it_grows(path: Path, *how: Any, **more: Any) -> Any:
        return io.BytesIO(begun.pop()) if path == growing and begun else opened(path, *how, **more)

    monkeypatch.setattr(Path, "open", as_it_grows)
    backup(place / "all.zip")
    assert not begun
    assert checked(place / "all.zip").hashes["files/evidence/a.txt"] == sha256(b"pro").hexdigest()


def test_an_empty_installation_is_not_backed_up(tmp_path: Path) -> None:
    ended = run(tmp_path, "-m", "prongsai.cli", "backup", str(tmp_path / "all.zip"))
    assert ended.returncode == 2 and "PRONGSAI_DATA_DIR" in ended.stderr and "Traceback" not in ended.stderr
    assert not (tmp_path / "all.zip").exists()


def _command(*words: object) -> int:
    parser = argparse.ArgumentParser()
    add_to(parser.add_subparsers())
    options = parser.parse_args([str(word) for word in words])
    code: int = options.run(options)
    return code


def _database(folder: Path, *statements: str) -> bytes:
    """A sound database of another program."""
    path = folder / "other.sqlite3"
    with closing(sqlite3.connect(path)) as other:
        for statement in statements:
            other.execute(statement)
        other.commit()
    return path.read_bytes()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a copy of PostgreSQL is not so easily made up")
@pytest.mark.parametrize(
    "statements",
    [
        (),
        ("CREATE TABLE note (text)",),
        ("CREATE TABLE django_migrations (id INTEGER PRIMARY KEY, app TEXT, name TEXT, applied TEXT)",),
    ],
)
def test_it_refuses_a_sound_database_of_another_program(place: Path, statements: tuple[str, ...]) -> None:
    backup(place / "all.zip")
    other = _database(place, *statements)

    def change(name: str, data: bytes) -> bytes:
        if name == "database":
            return other
        manifest = json.loads(data) if name == "manifest.json" else None
        if manifest is None:
            return data
        manifest["hashes"]["database"] = sha256(other).hexdigest()
        return json.dumps(manifest).encode()

    with pytest.raises(BadArchive, match="not one of Prongsai's"):
        restore(_rewritten(place / "all.zip", place / "bad.zip", change))
    assert Agency.objects.filter(slug="tha-khong").exists()


@pytest.mark.parametrize("name", ["files/../../evil", "/etc/evil", "evil", "files/../database"])
def test_it_refuses_files_that_lead_elsewhere(place: Path, name: str) -> None:
    backup(place / "all.zip")
    with zipfile.ZipFile(place / "all.zip") as good:
        manifest = json.loads(good.read("manifest.json"))
    manifest["hashes"][name] = sha256(b"evil").hexdigest()
    bad = _rewritten(
        place / "all.zip", place / "bad.zip", lambda at, data: json.dumps(manifest).encode() if "json" in at else data
    )
    with zipfile.ZipFile(bad, "a") as archive:
        archive.writestr(name, b"evil")
    with pytest.raises(BadArchive):
        restore(bad)
    assert not list(place.rglob("evil"))


def test_an_archive_is_for_its_owner_alone(place: Path) -> None:
    (place / "all.zip.unfinished").touch(mode=0o666)  # of a backup that was interrupted
    backup(place / "all.zip")
    assert (place / "all.zip").stat().st_mode & 0o077 == 0


def test_everybody_signs_in_again_after_a_restore(place: Path) -> None:
    client = Client()
    client.force_login(Person.objects.get(username="somying"), backend="django.contrib.auth.backends.ModelBackend")
    backup(place / "all.zip")
    restore(place / "all.zip")
    assert client.get("/me/").status_code == 302


def test_proofs_of_links_come_back_with_their_receipts(place: Path, settings: LazySettings) -> None:
    """The archive of what links showed lies among the files: a backup without it would leave receipts of nothing."""
    folder = {"location": settings.DATA_DIR / "files", "base_url": None}
    settings.STORAGES = {**settings.STORAGES, "default": {**settings.STORAGES["default"], "OPTIONS": folder}}
    agency = Agency.objects.get(slug="tha-khong")
    look(watched(agency)[0], proof=True)
    backup(place / "all.zip")
    shutil.rmtree(settings.DATA_DIR / "files")
    restore(place / "all.zip")
    chain = list(chain_of(agency))
    assert len(chain) == 1 and fault_of_record(chain[0]) is None
