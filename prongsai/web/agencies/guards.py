"""Triggers that keep a child in its parent's agency, made anew after every migration on both databases.

They are derived from the models, so that a new foreign key is guarded the day it is written. SQLite drops a table's
triggers when a migration rebuilds it, and refuses to rebuild one that a trigger of another table names: that is why
they are not migrations themselves, and why they are taken away before one runs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import apps
from django.db import connections, models

from prongsai.web.agencies.scope import AgencyOwned


def pairs() -> Iterator[tuple[str, str, str]]:
    """(child table, its column, parent table) for every foreign key between agency-owned models."""
    for model in apps.get_models(include_auto_created=False):
        if not issubclass(model, AgencyOwned):
            continue
        for field in model._meta.concrete_fields:
            parent = field.related_model
            if isinstance(field, models.ForeignKey) and isinstance(parent, type) and issubclass(parent, AgencyOwned):
                yield model._meta.db_table, field.column, parent._meta.db_table


def install(using: str = "default", **_: Any) -> None:
    """Make the triggers on tables that exist (a partial migration may not have made them all)."""
    connection = connections[using]
    present = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for child, column, parent in pairs():
            if {child, parent} <= present:
                for statement in _statements(connection.vendor, child, column, parent):
                    cursor.execute(statement)


def remove(using: str = "default", plan: Sequence[object] = (), **_: Any) -> None:
    """Take the triggers away on SQLite where migrations are about to run; ``install`` makes them anew behind them."""
    connection = connections[using]
    if connection.vendor != "sqlite" or not plan:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'guard\\_%' ESCAPE '\\'")
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP TRIGGER IF EXISTS "{name}"')


def _statements(vendor: str, child: str, column: str, parent: str) -> Iterator[str]:
    name = f"guard_{child}_{column}"[:58]
    outside = f'SELECT 1 FROM "{parent}" WHERE id = NEW."{column}" AND agency_id <> NEW.agency_id'  # noqa: S608  # names come from the models
    if vendor == "postgresql":
        yield (
            f'CREATE OR REPLACE FUNCTION "{name}"() RETURNS trigger AS $$ BEGIN IF EXISTS ({outside}) THEN '
            f"RAISE EXCEPTION 'row of another agency: {child}.{column}' USING ERRCODE = 'check_violation'; "
            "END IF; RETURN NEW; END $$ LANGUAGE plpgsql"
        )
        yield f'DROP TRIGGER IF EXISTS "{name}" ON "{child}"'
        yield (
            f'CREATE TRIGGER "{name}" BEFORE INSERT OR UPDATE OF "{column}", agency_id ON "{child}" '
            f'FOR EACH ROW EXECUTE FUNCTION "{name}"()'
        )
        return
    for event in ("INSERT", f'UPDATE OF "{column}", agency_id'):
        title = f"{name}_{event[:6].lower()}"
        yield f'DROP TRIGGER IF EXISTS "{title}"'
        yield (
            f'CREATE TRIGGER "{title}" BEFORE {event} ON "{child}" WHEN EXISTS ({outside}) '
            f"BEGIN SELECT RAISE(ABORT, 'row of another agency: {child}.{column}'); END"
        )
