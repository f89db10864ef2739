"""Frameworks of assessment: data by kind and year, with the one loader; and the national figures."""

from prongsai.frameworks.loader import NoFramework, available, check, load, newest_for, parse, source_of, sources_of
from prongsai.frameworks.national import benchmarks
from prongsai.frameworks.reading import SCHEMA, read

__all__ = [
    "SCHEMA", "NoFramework", "available", "benchmarks", "check", "load", "newest_for", "parse", "read", "source_of",
    "sources_of",
]  # fmt: skip
