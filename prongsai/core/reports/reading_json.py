"""A Reading as JSON and back. Strict: an unknown or missing key, or a value of the wrong kind, is an error by path."""

from __future__ import annotations

import dataclasses
import re
import types
import typing
from datetime import date
from enum import StrEnum
from typing import Any

from prongsai.core.reports.reading import Memo, Place, Places, Reading, Scores

#: No number of a report is as large, and no format has room for one that is not finite.
_MOST = 10**9
#: What may stand beside the Reading in a file: where its values stand, and which words of them are doubtful.
_BESIDE = frozenset({"places", "doubtful"})
_INDICATOR = re.compile("[0-9]{1,3}")


class NotAReading(ValueError):
    """The JSON is not a Reading; the message names the path and what was expected there."""


def to_json(reading: Reading, places: Places | None = None) -> dict[str, Any]:
    """The Reading as plain JSON values, every key always there; with ``places`` a parallel map of paths is added."""
    made: dict[str, Any] = _plain(reading)
    if places is None:
        for note in made["notes"]:
            del note["path"]
    else:
        made["places"] = {path: [_plain(place) for place in found] for path, found in sorted(places.items())}
    return made


def from_json(value: Any) -> tuple[Reading, Places]:
    """The Reading and the places (empty where there are none) that ``to_json`` made.

    Raises NotAReading with the path of the first fault.
    """
    if not isinstance(value, dict):
        raise NotAReading("$: expected an object")
    rest = {key: part for key, part in value.items() if key not in _BESIDE}
    if isinstance(rest.get("notes"), list):  # without places a note has no path
        rest["notes"] = [{"path": None, **note} if isinstance(note, dict) else note for note in rest["notes"]]
    return _built(Reading, rest, "$"), _places(value.get("places") or {})


def memo_to_json(memo: Memo) -> dict[str, Any]:
    """A memo by itself, every key there."""
    made: dict[str, Any] = _plain(memo)
    return made


def memo_from_json(value: Any) -> Memo:
    """The memo that ``memo_to_json`` made; NotAReading where it is not one."""
    memo: Memo = _built(Memo, value, "$.memo")
    return memo


def _places(value: Any) -> Places:
    if not isinstance(value, dict):
        raise NotAReading("$.places: expected an object")
    return {path: _built(tuple[Place, ...], found, f"$.places.{path}") for path, found in value.items()}


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, StrEnum):
        return value.value
    return dict(value) if isinstance(value, dict) else value


def _built(kind: Any, value: Any, path: str) -> Any:
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _record(kind, value, path)
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        return None if value is None else _built(next(p for p in parts if p is not type(None)), value, path)
    if origin is tuple:
        if not isinstance(value, list):
            raise NotAReading(f"{path}: expected a list")
        return tuple(_built(parts[0], part, f"{path}[{at}]") for at, part in enumerate(value))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        if value not in {member.value for member in kind}:
            raise NotAReading(f"{path}: {value!r} is none of {', '.join(member.value for member in kind)}")
        return kind(value)
    return _scalar(kind, value, path)


def _scalar(kind: Any, value: Any, path: str) -> Any:
    if kind is float and isinstance(value, int) and not isinstance(value, bool) and abs(value) < _MOST:
        return float(value)
    if not isinstance(value, kind) or isinstance(value, bool):
        raise NotAReading(f"{path}: expected {kind.__name__}, found {type(value).__name__}")
    if isinstance(value, (int, float)) and not abs(value) < _MOST:
        raise NotAReading(f"{path}: expected a number below {_MOST:,}")
    return value


def _check_date(value: Any, path: str) -> None:
    try:
        sound = date.fromisoformat(value).isoformat() == value
    except (TypeError, ValueError):
        sound = False
    if not sound:
        raise NotAReading(f"{path}: expected a date such as 2023-02-08")


def _record(kind: type, value: Any, path: str) -> Any:
    if not isinstance(value, dict):
        raise NotAReading(f"{path}: expected an object")
    hints = typing.get_type_hints(kind)
    if unknown := sorted(set(value) - set(hints)):
        raise NotAReading(f"{path}: unknown key {unknown[0]!r}")
    if missing := sorted(set(hints) - set(value)):
        raise NotAReading(f"{path}: missing key {missing[0]!r}")
    if kind is Scores:
        return _scores(value, path)
    if kind is Memo and value["date"] is not None:
        _check_date(value["date"], f"{path}.date")
    return kind(**{name: _built(hint, value[name], f"{path}.{name}") for name, hint in hints.items()})


def _scores(value: dict[str, Any], path: str) -> Scores:
    indicators = value["indicators"]
    if not isinstance(indicators, dict):
        raise NotAReading(f"{path}.indicators: expected an object")
    if strange := [key for key in indicators if not _INDICATOR.fullmatch(key)]:
        raise NotAReading(f"{path}.indicators: {strange[0]!r} is no number of an indicator")
    figures = {key: _scalar(float, figure, f"{path}.indicators.{key}") for key, figure in indicators.items()}
    return Scores(figures, _built(float | None, value["total"], f"{path}.total"))
