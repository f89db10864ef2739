"""Triggers with which the database itself refuses to change or delete the history, on both databases.

Every model whose rows are written once (kept.py) is guarded alike: it says ``kept_for_ever = True``.

They are made anew after every migration, as those of agencies are: SQLite drops a table's triggers when a migration
rebuilds the table. A migration that must rewrite the history calls ``remove`` first; the triggers come back after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connections

from prongsai.web.audit.models import Event

TABLE = Event._meta.db_table
NAME = "history_is_kept"
REFUSAL = "the history is never changed or deleted"


def install(using: str = "default", **_: Any) -> None:
    """Make the triggers on tables that are there (a partial migration may not have made them all)."""
    vendor = connections[using].vendor
    for table, name in _tables(using):
        _run(using, [*_removing(vendor, table, name), *_making(vendor, table, name)])


def remove(using: str = "default") -> None:
    """Take the triggers off: for a migration of the history, and for tests that empty the whole database."""
    for table, name in _tables(using):
        _run(using, _removing(connections[using].vendor, table, name))


def _tables(using: str) -> Iterator[tuple[str, str]]:
    """Each table of history that is there, with the name of its triggers: on SQLite no two tables may share one."""
    kept = [model._meta.db_table for model in apps.get_models() if getattr(model, "kept_for_ever", False)]
    there = set(connections[using].introspection.table_names())
    for table in kept:
        if table in there:
            yield table, NAME if table == TABLE else f"{NAME}_{table}"


def _run(using: str, statements: Iterator[str] | list[str]) -> None:
    with connections[using].cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _removing(vendor: str, table: str, name: str) -> Iterator[str]:
    if vendor == "postgresql":
        yield f'DROP TRIGGER IF EXISTS "{name}" ON "{table}"'
        yield f'DROP TRIGGER IF EXISTS "{name}_whole" ON "{table}"'
        return
    yield f'DROP TRIGGER IF EXISTS "{name}_update"'
    yield f'DROP TRIGGER IF EXISTS "{name}_delete"'


def _making(vendor: str, table: str, name: str) -> Iterator[str]:
    if vendor == "postgresql":
        yield (
            f'CREATE OR REPLACE FUNCTION "{NAME}"() RETURNS trigger AS $$ BEGIN '
            f"RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$ LANGUAGE plpgsql"
        )
        yield (f'CREATE TRIGGER "{name}" BEFORE UPDATE OR DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION "{NAME}"()')
        yield (
            f'CREATE TRIGGER "{name}_whole" BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION "{NAME}"()'
        )
        return
    for act in ("UPDATE", "DELETE"):
        yield (
            f'CREATE TRIGGER "{name}_{act.lower()}" BEFORE {act} ON "{table}" '
            f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        )
