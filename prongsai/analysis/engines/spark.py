"""Spark: on this machine, or on the cluster that its own configuration or ``--master`` names."""

from __future__ import annotations

from prongsai.analysis.engines import Engine
from prongsai.analysis.needs import needed

#: Counts of 8,300 agencies need few portions; Spark's own default of 200 is for far larger groupings.
PORTIONS = 8


def spark(master: str | None = None) -> Engine:
    """A session of Spark. ``master``: such as ``local[2]`` or ``spark://host:7077``; None: what Spark is configured to.

    Calendars and numbers follow the ANSI rules of SQL, as in DuckDB, and a number too large is an error, never wrong.
    """
    with needed("spark"):
        import ibis
        from pyspark.sql import SparkSession
    builder = SparkSession.builder.appName("prongsai").config("spark.sql.ansi.enabled", "true")
    builder = builder.config("spark.sql.shuffle.partitions", str(PORTIONS)).config(
        "spark.ui.showConsoleProgress", "false"
    )
    session = (builder.master(master) if master else builder).getOrCreate()
    return Engine("spark", ibis.pyspark.connect(session))
