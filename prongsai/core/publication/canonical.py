"""Published content as canonical JSON and back: the same content is the same bytes, and so the same hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from prongsai.core.publication.content import (
    SCHEMA,
    Bar,
    Chart,
    Content,
    FileRef,
    Kind,
    Part,
    Section,
    Table,
    WebLink,
)


class UnknownSchema(ValueError):
    """The content was frozen by a newer version of the software than this one."""


def canonical(content: Content) -> str:
    """JSON with sorted keys and without white space; text in Unicode."""
    return json.dumps(asdict(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256_of(text: str) -> str:
    """The hash of canonical JSON, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def read(text: str) -> Content:
    """The content that ``canonical`` wrote; UnknownSchema for one of a newer version."""
    found: Mapping[str, Any] = json.loads(text)
    if found["schema"] > SCHEMA:
        raise UnknownSchema(f"schema {found['schema']} is newer than {SCHEMA}")
    lists = {
        "facts": tuple((label, value) for label, value in found["facts"]),
        "parts": tuple(Part(one["text"], tuple(one["where"])) for one in found["parts"]),
        "sections": tuple(_section(one) for one in found["sections"]),
        "links": tuple(WebLink(**one) for one in found["links"]),
        "files": tuple(FileRef(**one) for one in found["files"]),
    }
    return Content(**{**found, **lists, "kind": Kind(found["kind"])})


def _section(found: Mapping[str, Any]) -> Section:
    return Section(
        found["title"],
        tuple(found["paragraphs"]),
        tuple(Chart(one["title"], one["unit"], tuple(Bar(**bar) for bar in one["bars"])) for one in found["charts"]),
        tuple(_table(one) for one in found["tables"]),
    )


def _table(found: Mapping[str, Any]) -> Table:
    rows = tuple(tuple(row) for row in found["rows"])
    return Table(found["title"], tuple(found["columns"]), rows, tuple(found["numbers"]), found["note"])
