"""The index of the search: FTS5 with trigrams on SQLite, pg_trgm on PostgreSQL where the server has it.

SQLite keeps its index by triggers on the table; a migration that makes the table anew must call ``make`` again. Where
PostgreSQL has no pg_trgm, or a locale in which it takes nothing of Thai (C), the search finds the same, more slowly.
"""

from __future__ import annotations

from typing import Any

from django.db import DatabaseError, migrations, transaction

COLUMNS = ("scope", "title", "parts", "body", "files")
_NAMES = ", ".join(COLUMNS)
_NEW, _OLD = (", ".join(f"{row}.{name}" for name in COLUMNS) for row in ("new", "old"))
_IN = f"INSERT INTO published_search (rowid, {_NAMES}) VALUES (new.id, {_NEW});"
_OUT = f"INSERT INTO published_search (published_search, rowid, {_NAMES}) VALUES ('delete', old.id, {_OLD});"
_SQLITE = (
    f"CREATE VIRTUAL TABLE published_search USING fts5({_NAMES}, content='published_searchable', content_rowid='id', "
    "columnsize=0, tokenize='trigram case_sensitive 1')",
    f"CREATE TRIGGER published_search_in AFTER INSERT ON published_searchable BEGIN {_IN} END",
    f"CREATE TRIGGER published_search_out AFTER DELETE ON published_searchable BEGIN {_OUT} END",
    f"CREATE TRIGGER published_search_new AFTER UPDATE ON published_searchable BEGIN {_OUT} {_IN} END",
    "INSERT INTO published_search (published_search) VALUES ('rebuild')",
)
_TEXTS = ", ".join(f"{name} gin_trgm_ops" for name in COLUMNS[1:])


def make(apps: Any, editor: Any) -> None:
    """The index that this database can have."""
    if editor.connection.vendor == "sqlite":
        for statement in _SQLITE:
            editor.execute(statement)
    elif editor.connection.vendor == "postgresql" and _knows_thai(editor.connection):
        editor.execute(f"CREATE INDEX published_search ON published_searchable USING gin ({_TEXTS})")


def _knows_thai(connection: Any) -> bool:
    try:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            cursor.execute("SELECT cardinality(show_trgm('งบประมาณ'))")
            return bool(cursor.fetchone()[0])
    except DatabaseError:  # the server has it not, or this account may not
        return False


def remove(apps: Any, editor: Any) -> None:
    """The table without its index."""
    if editor.connection.vendor == "sqlite":
        for trigger in ("in", "out", "new"):
            editor.execute(f"DROP TRIGGER IF EXISTS published_search_{trigger}")
        editor.execute("DROP TABLE IF EXISTS published_search")
    else:
        editor.execute("DROP INDEX IF EXISTS published_search")


class Migration(migrations.Migration):
    dependencies = [("published", "0001_initial")]
    operations = [migrations.RunPython(make, remove)]
