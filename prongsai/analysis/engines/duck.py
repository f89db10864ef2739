"""DuckDB, within this process: nothing to set up."""

from __future__ import annotations

from prongsai.analysis.engines import Engine
from prongsai.analysis.needs import needed


def duckdb(threads: int | None = None) -> Engine:
    """A DuckDB in memory; ``threads`` where not all of the machine's shall work."""
    with needed("analysis"):
        import ibis
    # The order of rows means nothing here, and not to keep it spares memory.
    settings: dict[str, object] = {"preserve_insertion_order": False}
    if threads is not None:
        settings["threads"] = threads
    return Engine("duckdb", ibis.duckdb.connect(**settings))
