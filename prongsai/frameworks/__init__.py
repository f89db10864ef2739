"""Frameworks of assessment: data by kind and year, with the one loader; and the national figures."""

from prongsai.frameworks.loader import NoFramework, available, check, load, newest_for, parse
from prongsai.frameworks.national import benchmarks
from prongsai.frameworks.reading import read

__all__ = ["NoFramework", "available", "benchmarks", "check", "load", "newest_for", "parse", "read"]
