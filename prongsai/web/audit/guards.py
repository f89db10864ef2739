"""Triggers with which the database itself refuses to change or delete the history, on both databases.

They are made anew after every migration, as those of agencies are: SQLite drops a table's triggers when a migration
rebuilds the table. A migration that must rewrite the history calls ``remove`` first; the triggers come back after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import connections

from prongsai.web.audit.models import Event

TABLE = Event._meta.db_table
NAME = "history_is_kept"
REFUSAL = "the history is never changed or deleted"


def install(using: str = "default", **_: Any) -> None:
    """Make the triggers, once the table is there (a partial migration may not have made it)."""
    connection = connections[using]
    if TABLE not in connection.introspection.table_names():
        return
    _run(using, [*_removing(connection.vendor), *_making(connection.vendor)])


def remove(using: str = "default") -> None:
    """Take the triggers off: for a migration of the history, and for tests that empty the whole database."""
    _run(using, _removing(connections[using].vendor))


def _run(using: str, statements: Iterator[str] | list[str]) -> None:
    with connections[using].cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _removing(vendor: str) -> Iterator[str]:
    if vendor == "postgresql":
        yield f'DROP TRIGGER IF EXISTS "{NAME}" ON "{TABLE}"'
        yield f'DROP TRIGGER IF EXISTS "{NAME}_whole" ON "{TABLE}"'
        return
    yield f'DROP TRIGGER IF EXISTS "{NAME}_update"'
    yield f'DROP TRIGGER IF EXISTS "{NAME}_delete"'


def _making(vendor: str) -> Iterator[str]:
    if vendor == "postgresql":
        yield (
            f'CREATE OR REPLACE FUNCTION "{NAME}"() RETURNS trigger AS $$ BEGIN '
            f"RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$ LANGUAGE plpgsql"
        )
        yield (f'CREATE TRIGGER "{NAME}" BEFORE UPDATE OR DELETE ON "{TABLE}" FOR EACH ROW EXECUTE FUNCTION "{NAME}"()')
        yield (
            f'CREATE TRIGGER "{NAME}_whole" BEFORE TRUNCATE ON "{TABLE}" FOR EACH STATEMENT EXECUTE FUNCTION "{NAME}"()'
        )
        return
    for act in ("UPDATE", "DELETE"):
        yield (
            f'CREATE TRIGGER "{NAME}_{act.lower()}" BEFORE {act} ON "{TABLE}" '
            f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        )
