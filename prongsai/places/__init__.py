"""Provinces and districts of Thailand: data with its source, and its one loader."""

from prongsai.places.loader import load, read

__all__ = ["load", "read"]
