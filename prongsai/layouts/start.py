"""A form as YAML that stands alone: where an agency begins its own."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import yaml

from prongsai.core.reports.layout import Column, FormLayout, FormTable


def to_yaml(form: FormLayout, new_id: str) -> str:
    """The form under a new id, its tables written out; ``parse_form`` reads it back."""
    top = {
        "schema": 1,
        "id": new_id,
        "version": 1,
        "name": {"th": form.name_th, "en": form.name_en},
        "title": form.title,
        "source": form.source,
        "memo": form.memo,
        "orientation": "landscape" if form.landscape else "portrait",
        "tables": [_table(place) for place in form.tables],
    }
    return yaml.safe_dump(top, allow_unicode=True, sort_keys=False, width=1000)


def _table(place: FormTable) -> dict[str, Any]:
    head: dict[str, Any] = {"heading": place.heading} if place.heading else {}
    if place.by_sub_indicator:
        head["by_sub_indicator"] = True
    return {**head, "holds": str(place.table.holds), "columns": [_column(column) for column in place.table.columns]}


def _column(column: Column) -> dict[str, Any]:
    values = asdict(column) | {"grammar": str(column.grammar)}
    values["value"] = str(column.value) if column.value else None
    return {name: value for name, value in values.items() if value is not None and name != "variants"}
