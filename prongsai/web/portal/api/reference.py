"""The OpenAPI document as rows for a page: each operation with its parameters and the fields of its answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from prongsai.web.portal.api.schemas import DASH

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """A parameter, or a field of an answer; a field within another stands behind its name and a point."""

    name: str
    kind: str
    about: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked."""

    name: str
    path: str
    about: str
    parameters: tuple[Line, ...]
    fields: tuple[Line, ...]


def sections_of(document: Node, language: str) -> list[Operation]:
    """Every operation in the order of the document."""
    schemas = document["components"]["schemas"]
    made = []
    for path, methods in document["paths"].items():
        told = methods["get"]
        answer = told["responses"]["200" if "200" in told["responses"] else 200]
        made.append(
            Operation(
                told["operationId"],
                path,
                _in(language, told.get("summary", "")),
                tuple(_parameter(one, language) for one in told.get("parameters", ())),
                tuple(_fields(answer["content"]["application/json"]["schema"], schemas, language)),
            )
        )
    return made


def _parameter(one: Node, language: str) -> Line:
    return Line(
        one["name"], _kind(one["schema"]), _in(language, one.get("description", one["schema"].get("description", "")))
    )


def _fields(schema: Node, schemas: Node, language: str, before: str = "") -> Iterator[Line]:
    """The fields of a schema and of those within it."""
    found = _resolved(schema, schemas)
    for name, field in found.get("properties", {}).items():
        yield Line(f"{before}{name}", _kind(field), _in(language, field.get("description", "")))
        yield from _fields(field, schemas, language, f"{before}{name}.")


def _resolved(schema: Node, schemas: Node) -> Node:
    """The object that a schema stands for: itself, the entries of a list, what may be null, or what it refers to."""
    if "$ref" in schema:
        found: Node = schemas[schema["$ref"].rpartition("/")[2]]
        return found
    if "items" in schema:
        return _resolved(schema["items"], schemas)
    for one in schema.get("anyOf", ()):
        if one.get("type") != "null":
            return _resolved(one, schemas)
    return schema


def _kind(schema: Node) -> str:
    if "$ref" in schema:
        return "object"
    if "anyOf" in schema:
        return " | ".join(_kind(one) for one in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(str(one) for one in schema["enum"])
    if schema.get("type") == "array":
        return f"[{_kind(schema['items'])}]"
    return str(schema.get("format") or schema.get("type", "object"))


def _in(language: str, text: str) -> str:
    """The Thai or the English half of a description."""
    th, _dash, en = text.partition(DASH)
    return (en or th) if language == "en" else th
