"""What cannot be read is a value, not an exception."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.core.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Unreadable:
    """``saw`` is the text as it stood; ``why`` says what was expected."""

    saw: str
    why: Sentence


def shown(text: str, most: int = 60) -> str:
    """The text as a sentence quotes it: on one line, and not longer than a person reads."""
    line = " ".join(text[: most * 4].split())
    return line if len(line) <= most and len(text) <= most * 4 else line[:most].rstrip() + "…"
