"""Copying the whole database out and in, while the server runs."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.migrations.loader import MigrationLoader

from prongsai.core.sentence import Sentence


class CannotCopy(Exception):
    """The database could not be copied; ``sentence`` says why and what to do. Nothing has been changed."""

    def __init__(self, th: str, en: str) -> None:
        self.sentence = Sentence(th, en)
        super().__init__(str(self.sentence))


def applied_migrations() -> frozenset[str]:
    """The migrations that this database has, as ``app.name``."""
    return frozenset(f"{app}.{name}" for app, name in MigrationLoader(connection).applied_migrations)


def known_migrations() -> frozenset[str]:
    """The migrations that this program knows, as ``app.name``."""
    return frozenset(f"{app}.{name}" for app, name in MigrationLoader(connection).disk_migrations)


def copy_out(target: Path) -> None:
    """A consistent copy of the database as one file: SQLite's own format, or pg_dump's custom format."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(target)) as copy:
            connection.connection.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, without a write-ahead log beside it
        return
    _run(["pg_dump", "--format=custom", f"--file={target}", *_address()])


def copy_in(source: Path) -> None:
    """Replace the database by a copy, in one transaction: all of it or nothing."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(source)) as copy:
            copy.backup(connection.connection)
        return
    with _disconnected():
        _run(["pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction", *_address(), str(source)])


def is_sound(source: Path) -> bool:
    """Whether a copy can be opened and read; a SQLite file is checked page by page."""
    if connection.vendor == "sqlite":
        try:
            with closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as copy:
                return bool(copy.execute("PRAGMA integrity_check").fetchone() == ("ok",))
        except sqlite3.DatabaseError:
            return False
    return subprocess.run([_program("pg_restore"), "--list", source], capture_output=True).returncode == 0  # noqa: S603  # our own words


def migrations_in(source: Path) -> frozenset[str]:
    """The migrations that a sound copy tells of itself, as ``app.name``; none where it is of another program."""
    rows = _sqlite_migrations(source) if connection.vendor == "sqlite" else _postgres_migrations(source)
    return frozenset(f"{app}.{name}" for app, name in rows)


def _sqlite_migrations(source: Path) -> list[tuple[str, str]]:
    try:
        with closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as copy:
            return copy.execute("SELECT app, name FROM django_migrations").fetchall()
    except sqlite3.DatabaseError:
        return []


def _postgres_migrations(source: Path) -> list[tuple[str, str]]:
    words = [_program("pg_restore"), "--data-only", "--table=django_migrations", "--file=-", str(source)]
    told = subprocess.run(words, capture_output=True, text=True).stdout  # noqa: S603  # our own words
    rows = [line.split("\t") for line in told.splitlines()]
    return [(row[1], row[2]) for row in rows if len(row) == 4 and row[0].isdigit()]  # id, app, name, applied


@contextmanager
def _disconnected() -> Iterator[None]:
    connection.close()
    yield
    connection.close()


def _address() -> list[str]:
    settings: dict[str, Any] = connection.settings_dict
    words = {"host": settings["HOST"], "port": settings["PORT"], "user": settings["USER"], "dbname": settings["NAME"]}
    quoted = {key: str(value).replace("\\", "\\\\").replace("'", "\\'") for key, value in words.items() if value}
    return ["--dbname=" + " ".join(f"{key}='{value}'" for key, value in quoted.items())]


def _run(words: list[str]) -> None:
    environment = {"PGPASSWORD": connection.settings_dict["PASSWORD"], "PATH": "/usr/bin:/bin:/usr/local/bin"}
    ended = subprocess.run([_program(words[0]), *words[1:]], env=environment)  # noqa: S603  # our own words
    if ended.returncode:
        raise CannotCopy(
            f"โปรแกรม {words[0]} ทำงานไม่สำเร็จ สาเหตุอยู่ในข้อความด้านบน ข้อมูลเดิมยังอยู่ครบ โปรดแก้ไขแล้วลองใหม่",
            f"{words[0]} failed; what it says stands above. Nothing was changed. Please mend that and try again.",
        )


def _program(name: str) -> str:
    if found := shutil.which(name):
        return found
    raise CannotCopy(
        f"ไม่พบโปรแกรม {name} โปรดติดตั้งแพ็กเกจ postgresql-client แล้วลองใหม่",
        f"The program {name} was not found. Please install the package postgresql-client and try again.",
    )
