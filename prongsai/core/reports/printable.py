"""What of a text a paper can carry: letters and single spaces, no control characters, no empty paragraphs."""

from __future__ import annotations

import dataclasses
import re
from typing import Any, TypeVar

#: Characters that XML, and so Word and HTML, cannot hold; white space among them has become a space before.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

T = TypeVar("T")


def printable_text(text: str) -> str:
    """The text on one line: white space collapsed, control characters dropped."""
    return " ".join(_UNPRINTABLE.sub("", " ".join(text.split())).split())


def printable(value: T) -> T:
    """The same value with every text in it printable; empty texts become None where that may be, and leave lists."""
    made: T = _made(value)
    return made


def _made(value: Any) -> Any:
    if isinstance(value, str) and type(value) is str:
        return printable_text(value) or None
    if isinstance(value, tuple):
        return tuple(part for part in map(_made, value) if part is not None)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = {part.name: (part.type, _made(getattr(value, part.name))) for part in dataclasses.fields(value)}
        # The Reading's modules put off their annotations, so that the type of a field is its source text.
        return dataclasses.replace(
            value, **{name: "" if made is None and kind == "str" else made for name, (kind, made) in parts.items()}
        )
    return value
