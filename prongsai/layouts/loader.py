"""The one loader of layouts. Reading and writing use what it gives."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from prongsai.core.reports.layout import FormLayout, TableLayout
from prongsai.layouts.parts import the_form, the_table
from prongsai.strict_yaml import Reader

HERE = Path(__file__).parent


class UnknownLayout(LookupError):
    """No layout has that id."""


def load_tables() -> tuple[TableLayout, ...]:
    """All shipped tables, by id. Faulty where a file has faults."""
    return tuple(_tables().values())


def load_table(table_id: str) -> TableLayout:
    """One shipped table by its id; UnknownLayout where there is none."""
    try:
        return _tables()[table_id]
    except KeyError:
        raise UnknownLayout(table_id) from None


def load_forms() -> tuple[FormLayout, ...]:
    """All shipped forms, by id. Faulty where a file has faults."""
    return tuple(_forms().values())


def load_form(form_id: str) -> FormLayout:
    """One shipped form by its id; UnknownLayout where there is none."""
    try:
        return _forms()[form_id]
    except KeyError:
        raise UnknownLayout(form_id) from None


def parse_form(text: str, name: str) -> FormLayout:
    """The form that a text of YAML tells, with shipped tables and its own; Faulty with every fault by line.

    ``name`` is what the faults call it.
    """
    return the_form(Reader(Path(name), text), _tables())


def read_table(path: Path) -> TableLayout:
    """The table of one file; Faulty with every fault by line."""
    return the_table(Reader(path))


def read_form(path: Path) -> FormLayout:
    """The form of one file; Faulty with every fault by line."""
    return the_form(Reader(path), _tables())


@cache
def _tables() -> dict[str, TableLayout]:
    return {table.id: table for path in sorted((HERE / "tables").glob("*.yaml")) for table in (read_table(path),)}


@cache
def _forms() -> dict[str, FormLayout]:
    return {form.id: form for path in sorted((HERE / "forms").glob("*.yaml")) for form in (read_form(path),)}
