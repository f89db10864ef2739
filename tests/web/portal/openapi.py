"""Whether an answer is as the OpenAPI document says: the part of JSON Schema that the document uses, and no more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}
_KNOWN = {
    *("type", "title", "description", "default", "properties", "required", "items", "anyOf", "enum", "format"),
    *("additionalProperties", "$ref", "pattern"),
}


def faults(value: Any, schema: dict[str, Any], document: dict[str, Any], at: str = "") -> Iterator[str]:
    """What of the value is not as the schema says. A word of JSON Schema that this does not know is a fault too."""
    if unknown := schema.keys() - _KNOWN:
        yield f"{at}: the checker does not know {unknown}"
    if "$ref" in schema:
        yield from faults(value, document["components"]["schemas"][schema["$ref"].rpartition("/")[2]], document, at)
        return
    if "anyOf" in schema:
        if all(list(faults(value, one, document, at)) for one in schema["anyOf"]):
            yield f"{at}: {value!r} is none of anyOf"
        return
    kind = schema.get("type")
    if kind and (not isinstance(value, _TYPES[kind]) or (isinstance(value, bool) and kind != "boolean")):
        yield f"{at}: {value!r} is no {kind}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is not of {schema['enum']}"
    if schema.get("format") == "date-time":
        datetime.fromisoformat(value)
    yield from _inner(value, schema, document, at)


def _inner(value: Any, schema: dict[str, Any], document: dict[str, Any], at: str) -> Iterator[str]:
    if isinstance(value, list):
        for number, one in enumerate(value):
            yield from faults(one, schema.get("items", {}), document, f"{at}[{number}]")
    if isinstance(value, dict):
        properties, more = schema.get("properties", {}), schema.get("additionalProperties")
        yield from (f"{at}: {name} is missing" for name in schema.get("required", []) if name not in value)
        for name, one in value.items():
            if name in properties:
                yield from faults(one, properties[name], document, f"{at}.{name}")
            elif isinstance(more, dict):
                yield from faults(one, more, document, f"{at}.{name}")
            else:
                yield f"{at}: {name} is not in the document"


def answer_schema(document: dict[str, Any], path: str, status: int) -> dict[str, Any]:
    """What the document says of an answer of an operation, by the operation's path as the document writes it."""
    content = document["paths"][path]["get"]["responses"][str(status)]["content"]
    found: dict[str, Any] = next(iter(content.values()))["schema"]
    return found
