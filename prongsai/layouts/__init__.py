"""Layouts of tables and papers: data, versioned and append-only, with the one loader."""

from prongsai.layouts.loader import (
    UnknownLayout,
    load_form,
    load_forms,
    load_table,
    load_tables,
    parse_form,
    read_form,
    read_table,
)
from prongsai.layouts.start import to_yaml

__all__ = [
    "UnknownLayout",
    "load_form",
    "load_forms",
    "load_table",
    "load_tables",
    "parse_form",
    "read_form",
    "read_table",
    "to_yaml",
]
