"""Values of a Reading by path, as text that a person edits and back. Works on the plain JSON of a Reading.

A path is that of ``Places``: ``measures[0].procedure``, ``memo.subject``, ``scores.indicators.4``. What is edited is a
whole field: a list is edited as lines, one item each.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Any

from prongsai.core.reports.reading import Status
from prongsai.core.sentence import Sentence
from prongsai.core.thai.dates import parse_date
from prongsai.core.thai.digits import to_arabic

_PART = re.compile(r"(\w+)|\[(\d+)\]")
#: No list of a report has a million items.
_PATH = re.compile(r"\w+(?:\[[0-9]{1,6}\]|\.\w+)*")


class FieldKind(StrEnum):
    """How a field is edited."""

    TEXT = "text"
    LINES = "lines"  # one item a line
    NUMBER = "number"
    FIGURE = "figure"  # a score, 0 to 100
    STATUS = "status"
    DATE = "date"  # a day, kept as year-month-day
    PEOPLE = "people"  # one person a line: name | position


_KINDS = {
    FieldKind.LINES: {"procedure", "responsible", "monitoring", "result", "outcome", "components", "progress", "body"},
    FieldKind.NUMBER: {"number", "indicator", "fiscal_year"},
    FieldKind.STATUS: {"status"},
    FieldKind.DATE: {"date"},
    FieldKind.PEOPLE: {"signatories"},
}

#: What a number may be, by the name of its field.
_LIMITS = {"number": (1, 999), "indicator": (1, 10), "fiscal_year": (2500, 2700)}


def kind_of(path: str) -> FieldKind:
    """How the field at ``path`` is edited. A memo's number is text: it is that of the registry."""
    if path.startswith("scores."):
        return FieldKind.FIGURE
    if path.startswith("memo.") and path.endswith(".number"):
        return FieldKind.TEXT
    name = path.rsplit(".", 1)[-1]
    return next((kind for kind, names in _KINDS.items() if name in names), FieldKind.TEXT)


def steps(path: str) -> list[str | int]:
    """The path as keys and indexes: ``measures[0].title`` is measures, 0, title. KeyError for what is no path."""
    if not _PATH.fullmatch(path):
        raise KeyError(path)
    return [name if name else int(index) for name, index in _PART.findall(path)]


def value_at(data: Any, path: str) -> Any:
    """The value there, or None where the path leads nowhere."""
    for step in steps(path):
        if isinstance(step, int):
            data = data[step] if isinstance(data, list) and step < len(data) else None
        else:
            data = data.get(step) if isinstance(data, dict) else None
    return data


def with_value(data: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """A copy of the Reading with ``value`` at ``path``. KeyError where the path leads nowhere."""
    made = copy.deepcopy(data)
    *way, last = steps(path)
    inner: Any = made
    for step in way:
        if isinstance(inner, dict) and step not in inner:
            raise KeyError(path)
        if isinstance(step, int) and not (isinstance(inner, list) and step < len(inner)):
            raise KeyError(path)
        inner = inner[step]
    if not isinstance(inner, dict) or (last not in inner and not path.startswith("scores.indicators.")):
        raise KeyError(path)
    if value is None and path.startswith("scores.indicators."):
        inner.pop(last, None)
    else:
        inner[last] = value
    return made


def as_text(path: str, value: Any) -> str:
    """The value as the text that stands in its field."""
    if value is None:
        return ""
    if kind_of(path) is FieldKind.PEOPLE:
        return "\n".join(f"{one['name']} | {one['position']}" for one in value)
    if isinstance(value, list):
        return "\n".join(value)
    return f"{value:g}" if isinstance(value, float) and value == int(value) else str(value)


def from_text(path: str, text: str) -> Any | Sentence:
    """The value that a person wrote, or a Sentence that says what is wrong. White space at the ends is not text."""
    kind, text = kind_of(path), text.strip()
    if kind is FieldKind.LINES:
        return [line.strip() for line in text.splitlines() if line.strip()]
    if kind is FieldKind.PEOPLE:
        return [_person(line) for line in text.splitlines() if line.strip()]
    if not text:
        return None
    if kind is FieldKind.STATUS:
        return text if text in set(Status) else Sentence("โปรดเลือกสถานะจากรายการ", "Please choose a status.")
    if kind is FieldKind.NUMBER:
        return _number(path.rsplit(".", 1)[-1], text)
    if kind is FieldKind.DATE:
        return _day(text)
    return _figure(text) if kind is FieldKind.FIGURE else text


def _day(text: str) -> str | Sentence:
    day = parse_date(text)
    return day.isoformat() if isinstance(day, date) else day.why


def _person(line: str) -> dict[str, str]:
    name, _, position = line.partition("|")
    return {"name": name.strip(), "position": position.strip()}


def _number(name: str, text: str) -> int | Sentence:
    low, high = _LIMITS[name]
    digits = to_arabic(text)
    if digits.isdecimal() and len(digits) <= len(str(high)) and low <= int(digits) <= high:
        return int(digits)
    return Sentence(
        f"“{text[:30]}” ใช้ไม่ได้ โปรดกรอกเลขจำนวนเต็ม {low} ถึง {high}",
        f"“{text[:30]}” cannot be used. Please enter a whole number from {low} to {high}.",
    )


def _figure(text: str) -> float | Sentence:
    try:
        value = float(to_arabic(text).rstrip("% "))
    except ValueError:
        value = -1.0
    if 0 <= value <= 100:
        return value
    return Sentence(
        f"“{text[:30]}” ไม่ใช่คะแนน โปรดกรอกตัวเลข 0 ถึง 100",
        f"“{text[:30]}” is not a score. Please enter a figure from 0 to 100.",
    )


def is_within(path: str, field: str) -> bool:
    """Whether ``path`` is the field itself or a value inside it."""
    return path == field or path.startswith((field + "[", field + "."))


def without(paths: Iterable[str], listing: str, index: int) -> list[tuple[str, str]]:
    """(old path, new path) after ``listing[index]`` has been taken out: its own paths go, later ones move up by one."""
    kept = []
    pattern = re.compile(rf"{re.escape(listing)}\[(\d+)\](.*)", re.DOTALL)
    for path in paths:
        match = pattern.fullmatch(path)
        if match is None:
            kept.append((path, path))
        elif int(match[1]) != index:
            at = int(match[1]) - (int(match[1]) > index)
            kept.append((path, f"{listing}[{at}]{match[2]}"))
    return kept
