"""Reports in: a file becomes paragraphs and tables, and these a Reading with the place of every value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prongsai.documents.readers.refusal import Refusal
from prongsai.documents.readers.report import ReadReport

if TYPE_CHECKING:
    from prongsai.documents.readers.reader import read

__all__ = ["ReadReport", "Refusal", "read"]


def __getattr__(name: str) -> Any:
    """``read`` is loaded when it is asked for: the process that reads a file does without recognition."""
    if name == "read":
        from prongsai.documents.readers.reader import read

        return read
    raise AttributeError(name)
