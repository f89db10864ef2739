"""What cannot be read is a value, not an exception."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.core.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Unreadable:
    """``saw`` is the text as it stood; ``why`` says what was expected."""

    saw: str
    why: Sentence
