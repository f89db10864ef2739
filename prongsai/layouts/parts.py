"""From YAML to layouts, part by part; every fault is noted where it stands."""

from __future__ import annotations

import re
from typing import Any

from prongsai.core.reports.layout import FITTING, Column, FormLayout, FormTable, Grammar, Holds, TableLayout
from prongsai.core.reports.reading import Status
from prongsai.strict_yaml import Marked, Reader

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
_INLINE = {"holds": str, "columns": list, "heading": (str, type(None)), "by_sub_indicator": bool}
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

#: More than this no sheet of paper holds.
_MOST_COLUMNS, _MOST_TABLES = 12, 12


def the_table(reader: Reader) -> TableLayout:
    """The table of a file; Faulty with every fault by line."""
    top = reader.take(reader.read(), _TABLE)
    _head(reader, top)
    holds, columns = _content(reader, top, 1)
    reader.done()
    return TableLayout(top["id"], top["version"], holds, top["source"], columns)


def the_form(reader: Reader, tables: dict[str, TableLayout]) -> FormLayout:
    """The form of a file, which may use these tables and tell its own; Faulty with every fault by line."""
    top = reader.take(reader.read(), _FORM)
    _head(reader, top)
    name = reader.take(top["name"], _NAME) if "name" in top else {}
    parts = top.get("tables", [])
    places = [_place(reader, part, tables, top, at) for at, part in enumerate(parts[:_MOST_TABLES], 1)]
    if "tables" in top and not 1 <= len(parts) <= _MOST_TABLES:
        reader.fault(1, f"แบบต้องมีตาราง ๑ ถึง {_MOST_TABLES} ตาราง", f"a form has 1 to {_MOST_TABLES} tables")
    if top.get("orientation", "portrait") not in ("portrait", "landscape"):
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
        tables=tuple(place for place in places if place),
    )


def _head(reader: Reader, top: dict[str, Any]) -> None:
    if top.get("schema", 1) != 1:
        reader.fault(1, "schema ต้องเป็น 1", "schema is 1")
    if not _ID.fullmatch(top.get("id", "x")) or len(top.get("id", "x")) > 60:
        reader.fault(1, "id ใช้อักษร a-z ตัวเลข และขีดกลางเท่านั้น ไม่เกิน ๖๐ ตัว", "id is a-z, digits and hyphens, at most 60")
    if not 1 <= top.get("version", 1) <= 9999:
        reader.fault(1, "version เริ่มที่ 1", "version begins with 1")


def _content(reader: Reader, values: dict[str, Any], line: int) -> tuple[Holds, tuple[Column, ...]]:
    holds = _member(reader, Holds, values.get("holds"), line)
    parts = values.get("columns", [])
    columns = tuple(_column(reader, part, holds) for part in parts[:_MOST_COLUMNS])
    if not 1 <= len(parts) <= _MOST_COLUMNS:
        reader.fault(line, f"ต้องมี ๑ ถึง {_MOST_COLUMNS} คอลัมน์", f"a table has 1 to {_MOST_COLUMNS} columns")
    elif not 99 <= sum(column.width for column in columns) <= 101:
        reader.fault(line, "ความกว้าง (width) ทุกคอลัมน์รวมกันต้องได้ 100", "the widths of all columns make 100 together")
    return holds, columns


def _column(reader: Reader, part: Any, holds: Holds) -> Column:
    if not isinstance(part, Marked):
        reader.fault(1, "คอลัมน์ต้องเป็นรายการ “ชื่อ: ค่า”", "a column is a mapping")
        return Column("", "", Grammar.TEXT, 0)
    values = reader.take(part, _COLUMN, optional=frozenset({"variants", "value"}))
    grammar = _member(reader, Grammar, values.get("grammar"), part.line)
    value = _member(reader, Status, values["value"], part.line) if "value" in values else None
    if (grammar is Grammar.TICK) is not (value is not None):
        reader.fault(part.line, "ช่องติ๊กต้องมี value และช่องอื่นต้องไม่มี", "a tick column, and no other, has a value")
    if not values.get("heading", "-").strip():
        reader.fault(part.line, "heading ว่างอยู่ โปรดใส่หัวคอลัมน์", "the heading is empty; a column has one")
    if values.get("width", 1) <= 0:
        reader.fault(part.line, "width ต้องมากกว่า 0", "width is above 0")
    _fitting(reader, part.line, holds, values, grammar)
    return Column(
        field=values.get("field", ""),
        heading=values.get("heading", ""),
        grammar=grammar,
        width=float(values.get("width", 0)),
        variants=tuple(map(str, values.get("variants", []))),
        value=value,
    )


def _fitting(reader: Reader, line: int, holds: Holds, values: dict[str, Any], grammar: Grammar) -> None:
    field, known = values.get("field"), FITTING[holds]
    if field is None or "grammar" not in values:
        return
    if field not in known:
        all_known = ", ".join(known)
        reader.fault(line, f"ตารางนี้ไม่มี field “{field}” มีแต่ {all_known}", f"no field {field!r} here, only {all_known}")
    elif grammar not in known[field]:
        fit = ", ".join(sorted(known[field]))
        reader.fault(line, f"field “{field}” ใช้ grammar ได้เฉพาะ {fit}", f"{field!r} takes the grammars {fit} only")


def _place(reader: Reader, part: Any, tables: dict[str, TableLayout], top: dict[str, Any], at: int) -> FormTable | None:
    if not isinstance(part, Marked):
        reader.fault(1, "ตารางในแบบต้องเป็นรายการ “ชื่อ: ค่า”", "a table of a form is a mapping")
        return None
    inline = "columns" in part.values
    values = reader.take(part, _INLINE if inline else _PLACE, optional=frozenset({"heading", "by_sub_indicator"}))
    if inline:
        holds, columns = _content(reader, values, part.line)
        table = TableLayout(f"{top.get('id')}-{at}", top.get("version", 1), holds, top.get("source", ""), columns)
    elif (found := tables.get(values.get("table", ""))) is not None:
        table = found
    else:
        reader.fault(part.line, f"ไม่มีตาราง “{values.get('table')}”", f"there is no table {values.get('table')!r}")
        return None
    return FormTable(table, values.get("heading"), values.get("by_sub_indicator", False))


def _member(reader: Reader, kind: Any, value: Any, line: int) -> Any:
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(kind)
        if value is not None:  # a missing key has its fault already
            reader.fault(line, f"ไม่รู้จัก “{value}” ใช้ได้เฉพาะ {known}", f"unknown {value!r}; known are {known}")
        return next(iter(kind))
