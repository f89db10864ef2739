"""Frameworks of assessment: data by kind and year, with the one loader."""

from prongsai.frameworks.loader import NoFramework, available, check, load, newest_for
from prongsai.frameworks.reading import read

__all__ = ["NoFramework", "available", "check", "load", "newest_for", "read"]
