"""Measures and disclosures alike: rows with a status and what was done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.core.reports.reading import Status
from prongsai.core.review.subject import Subject


@dataclass(frozen=True, slots=True)
class Row:
    """A measure or a disclosure. ``field`` is the name of its results; ``called`` what a person knows the row by."""

    path: str
    field: str
    called: str
    status: Status | None
    results: tuple[str, ...]


def rows_of(subject: Subject) -> Iterator[Row]:
    """Every measure, then every disclosure."""
    for path, row in subject.measures():
        yield Row(path, "result", row.title or path, row.status, row.result)
    for path, item in subject.disclosures():
        yield Row(path, "progress", item.code, item.status, item.progress)
