"""The one loader of layouts. Reading and writing use what it gives."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from prongsai.core.reports.layout import Column, FormLayout, FormTable, Grammar, Holds, TableLayout
from prongsai.core.reports.reading import Status
from prongsai.strict_yaml import Marked, Reader

HERE = Path(__file__).parent

_TABLE = {"schema": int, "id": str, "version": int, "holds": str, "source": str, "columns": list}
_COLUMN = {"field": str, "heading": str, "grammar": str, "width": (int, float), "variants": list, "value": str}
_FORM = {
    "schema": int,
    "id": str,
    "version": int,
    "name": Marked,
    "title": str,
    "source": str,
    "memo": bool,
    "orientation": str,
    "tables": list,
}
_NAME = {"th": str, "en": str}
_PLACE = {"table": str, "heading": (str, type(None)), "by_sub_indicator": bool}


class UnknownLayout(LookupError):
    """No layout has that id."""


def load_tables(extra_dirs: Sequence[Path] = ()) -> tuple[TableLayout, ...]:
    """All tables, shipped and of the folders given (``<folder>/tables``), by id. Faulty where a file has faults."""
    return tuple(_tables(tuple(extra_dirs)).values())


def load_table(table_id: str, extra_dirs: Sequence[Path] = ()) -> TableLayout:
    """One table by its id; UnknownLayout where there is none."""
    try:
        return _tables(tuple(extra_dirs))[table_id]
    except KeyError:
        raise UnknownLayout(table_id) from None


def load_forms(extra_dirs: Sequence[Path] = ()) -> tuple[FormLayout, ...]:
    """All forms, shipped and of the folders given (``<folder>/forms``), by id. Faulty where a file has faults."""
    return tuple(_forms(tuple(extra_dirs)).values())


def load_form(form_id: str, extra_dirs: Sequence[Path] = ()) -> FormLayout:
    """One form by its id; UnknownLayout where there is none."""
    try:
        return _forms(tuple(extra_dirs))[form_id]
    except KeyError:
        raise UnknownLayout(form_id) from None


def read_table(path: Path) -> TableLayout:
    """The table of one file; Faulty with every fault by line."""
    reader = Reader(path)
    top = reader.take(reader.read(), _TABLE)
    columns = [_column(reader, part) for part in top.get("columns", [])]
    holds = _member(reader, Holds, top.get("holds"), 1)
    if not columns:
        reader.fault(1, "ต้องมีคอลัมน์อย่างน้อยหนึ่งคอลัมน์", "a table has at least one column")
    reader.done()
    return TableLayout(top["id"], top["version"], holds, top["source"], tuple(columns))


def read_form(path: Path, tables: dict[str, TableLayout]) -> FormLayout:
    """The form of one file, which may use these tables; Faulty with every fault by line."""
    reader = Reader(path)
    top = reader.take(reader.read(), _FORM)
    name = reader.take(top["name"], _NAME) if "name" in top else {}
    places = [_place(reader, part, tables) for part in top.get("tables", [])]
    if top.get("orientation") not in ("portrait", "landscape"):
        reader.fault(1, "orientation ต้องเป็น portrait หรือ landscape", "orientation is portrait or landscape")
    reader.done()
    return FormLayout(
        id=top["id"],
        version=top["version"],
        name_th=name["th"],
        name_en=name["en"],
        title=top["title"],
        source=top["source"],
        memo=top["memo"],
        landscape=top["orientation"] == "landscape",
        tables=tuple(places),
    )


@cache
def _tables(extra_dirs: tuple[Path, ...]) -> dict[str, TableLayout]:
    return {table.id: table for path in _files("tables", extra_dirs) for table in (read_table(path),)}


@cache
def _forms(extra_dirs: tuple[Path, ...]) -> dict[str, FormLayout]:
    tables = _tables(extra_dirs)
    return {form.id: form for path in _files("forms", extra_dirs) for form in (read_form(path, tables),)}


def _files(kind: str, extra_dirs: tuple[Path, ...]) -> list[Path]:
    return [path for folder in (HERE, *extra_dirs) for path in sorted((folder / kind).glob("*.yaml"))]


def _column(reader: Reader, part: Any) -> Column:
    if not isinstance(part, Marked):
        reader.fault(1, "คอลัมน์ต้องเป็นรายการ “ชื่อ: ค่า”", "a column is a mapping")
        return Column("", "", Grammar.TEXT, 0)
    values = reader.take(part, _COLUMN, optional=frozenset({"variants", "value"}))
    grammar = _member(reader, Grammar, values.get("grammar"), part.line)
    value = _member(reader, Status, values["value"], part.line) if "value" in values else None
    if (grammar is Grammar.TICK) is not (value is not None):
        reader.fault(part.line, "ช่องติ๊กต้องมี value และช่องอื่นต้องไม่มี", "a tick column, and no other, has a value")
    return Column(
        field=values.get("field", ""),
        heading=values.get("heading", ""),
        grammar=grammar,
        width=float(values.get("width", 0)),
        variants=tuple(map(str, values.get("variants", []))),
        value=value,
    )


def _place(reader: Reader, part: Any, tables: dict[str, TableLayout]) -> FormTable | Any:
    if not isinstance(part, Marked):
        reader.fault(1, "ตารางในแบบต้องเป็นรายการ “ชื่อ: ค่า”", "a table of a form is a mapping")
        return None
    values = reader.take(part, _PLACE, optional=frozenset({"heading", "by_sub_indicator"}))
    table = tables.get(values.get("table", ""))
    if table is None:
        reader.fault(part.line, f"ไม่มีตาราง “{values.get('table')}”", f"there is no table {values.get('table')!r}")
        return None
    return FormTable(table, values.get("heading"), values.get("by_sub_indicator", False))


def _member(reader: Reader, kind: Any, value: Any, line: int) -> Any:
    if value in {member.value for member in kind}:
        return kind(value)
    reader.fault(line, f"“{value}” ไม่อยู่ในรายการที่ใช้ได้", f"{value!r} is none of {[m.value for m in kind]}")
    return next(iter(kind))
