"""The triggers that keep a child in its parent's agency go before a migration runs, and come back behind it."""

from __future__ import annotations

import pytest
from django.db import connection

from prongsai.web.agencies import guards

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite rebuilds tables")


def _names() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        return {name for (name,) in cursor.fetchall() if name.startswith("guard_")}


@pytest.mark.django_db
def test_they_are_taken_away_where_migrations_run_and_made_anew() -> None:
    before = _names()
    guards.remove(plan=["a migration"])
    assert before
    assert not _names()
    guards.install()
    assert _names() == before


@pytest.mark.django_db
def test_they_stay_where_nothing_is_migrated() -> None:
    before = _names()
    guards.remove(plan=[])
    assert _names() == before
