"""What every test shares: where the real reports are, how hard laws are tried, files that vanish after a test."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from pytest_django import DjangoDbBlocker

ROOT = Path(__file__).resolve().parents[1]

# Time says nothing about a law on a busy machine; the examples are tried all the same.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


@pytest.fixture(scope="session")
def reports_folder() -> Path:
    """The folder of real reports (PRONGSAI_REPORTS, by default beside the checkout); absent, the test is skipped."""
    folder = Path(os.environ.get("PRONGSAI_REPORTS", ROOT.parent / "shared" / "reports"))
    if not (folder / "truth").is_dir():
        pytest.skip(f"no real reports in {folder}: set PRONGSAI_REPORTS to read them too")
    return folder


@pytest.fixture(autouse=True)
def _files_vanish_after_the_test(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """Uploads of a test that has a database go to its own folder, never to the installation's."""
    if {"db", "transactional_db", "client"} & set(request.fixturenames):
        changed: Any = request.getfixturevalue("settings")
        default = dict(changed.STORAGES["default"])
        default["OPTIONS"] = {**default.get("OPTIONS", {}), "location": tmp_path / "files"}
        changed.STORAGES = {**changed.STORAGES, "default": default}


@pytest.fixture(autouse=True)
def _the_whole_database_may_be_emptied(request: pytest.FixtureRequest) -> Iterator[None]:
    """After a test outside a transaction the database is emptied, the history too: its triggers step aside for that.

    Emptying ends with Django's signal after migrations, on which they are made again.
    """
    marker = request.node.get_closest_marker("django_db")
    outside = marker is not None and marker.kwargs.get("transaction")
    if not outside and not {"transactional_db", "live_server"} & set(request.fixturenames):
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    from prongsai.web.audit import guards

    guards.remove()


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Besides the database of the tests, a copy of it as the migrations left it; empty where it is PostgreSQL's."""
    from django.db import connection

    copy = tmp_path_factory.mktemp("migrated") / "prongsai.sqlite3"
    with closing(sqlite3.connect(copy)) as file, django_db_blocker.unblock():
        if connection.vendor == "sqlite":
            connection.ensure_connection()
            connection.connection.backup(file)
    return copy


@pytest.fixture
def installation(django_db_setup: Path, tmp_path: Path) -> Path:
    """The folder of an installation with a SQLite database, for tests that start programs of their own on it."""
    from tests.web.processes import run

    shutil.copy(django_db_setup, tmp_path)
    if not django_db_setup.stat().st_size:
        ended = run(tmp_path, "-m", "prongsai.web", "migrate", "--verbosity", "0")
        assert ended.returncode == 0, ended.stderr
    return tmp_path
