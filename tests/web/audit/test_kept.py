"""The history is never changed or deleted: not by the code, and not by the database."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError

from prongsai.core.events.vocabulary import EventKind
from prongsai.web.audit import guards
from prongsai.web.audit.actions import record
from prongsai.web.audit.models import Event
from prongsai.web.operations.backup import backup, restore
from prongsai.web.site.kept import HistoryIsKept
from tests.cast import Cast, assemble

WAYS: dict[str, Callable[[Event], Any]] = {
    "save": lambda event: event.save(),
    "save of one field": lambda event: event.save(update_fields=["reason"]),
    "delete": lambda event: event.delete(),
    "update of rows": lambda event: Event.objects.of(event.agency_id).update(reason="x"),
    "deletion of rows": lambda event: Event.objects.of(event.agency_id).delete(),
    "update past the agency": lambda event: Event.unscoped.all().update(reason="x"),
    "deletion past the agency": lambda event: Event.unscoped.filter(pk=event.pk).delete(),
    "update of many": lambda event: Event.unscoped.bulk_update([event], ["reason"]),
    "overwriting": lambda event: Event.unscoped.bulk_create(
        [event], update_conflicts=True, update_fields=["reason"], unique_fields=["id"]
    ),
    "update or create": lambda event: Event.unscoped.update_or_create({"reason": "x"}, pk=event.pk),
}
STATEMENTS = {
    "update": f'UPDATE "{guards.TABLE}" SET reason = %s',  # noqa: S608  # the name comes from the model
    "delete": f'DELETE FROM "{guards.TABLE}" WHERE reason <> %s',  # noqa: S608
}


def _event(cast: Cast) -> Event:
    return record(by=cast.somying, agency=cast.agency, kind=EventKind.DIVISION_CHANGED, subject=cast.works, reason="ก")


def _tried(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, ["x"])


@pytest.mark.parametrize("way", WAYS)
def test_the_code_refuses(cast: Cast, way: str) -> None:
    event = _event(cast)
    with pytest.raises(HistoryIsKept):
        WAYS[way](event)
    assert [one.reason for one in Event.objects.of(cast.agency)] == ["ก"]


@pytest.mark.parametrize("act", STATEMENTS)
def test_the_database_refuses(cast: Cast, act: str) -> None:
    _event(cast)
    with pytest.raises(DatabaseError, match=guards.REFUSAL):
        _tried(STATEMENTS[act])
    assert [one.reason for one in Event.objects.of(cast.agency)] == ["ก"]


def test_postgresql_refuses_to_empty_the_table(cast: Cast) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no TRUNCATE")
    with pytest.raises(DatabaseError, match=guards.REFUSAL):
        _tried(f'TRUNCATE "{guards.TABLE}" -- %s')


def test_who_acted_cannot_be_deleted(cast: Cast) -> None:
    _event(cast)
    with pytest.raises(ProtectedError):
        cast.somying.delete()


def test_the_triggers_are_made_anew_after_every_migration(cast: Cast) -> None:
    _event(cast)
    guards.remove()
    call_command("migrate", verbosity=0, interactive=False)
    with pytest.raises(DatabaseError, match=guards.REFUSAL):
        _tried(STATEMENTS["update"])


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", ["first", "second"])
def test_tests_outside_a_transaction_begin_with_an_empty_guarded_history(turn: str) -> None:
    assert not Event.unscoped.exists(), turn
    _event(assemble())
    with pytest.raises(DatabaseError, match=guards.REFUSAL):
        _tried(STATEMENTS["delete"])


@pytest.mark.django_db(transaction=True)
def test_a_restored_history_is_whole_and_guarded(tmp_path: Path, settings: LazySettings) -> None:
    settings.DATA_DIR = tmp_path / "data"
    cast = assemble()
    _event(cast)
    backup(tmp_path / "all.zip")
    _event(cast)
    restore(tmp_path / "all.zip")
    assert [one.reason for one in Event.objects.of(cast.agency)] == ["ก"]
    with pytest.raises(DatabaseError, match=guards.REFUSAL):
        _tried(STATEMENTS["update"])
