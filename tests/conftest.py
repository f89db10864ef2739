"""What every test shares: where the real reports are, how hard laws are tried, files that vanish after a test."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

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
