"""Names of the elements of SpreadsheetML, as lxml writes them."""

from __future__ import annotations

from typing import Final

from lxml import etree

_S: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def s(name: str) -> str:
    """A name of the format's own."""
    return _S + name


ROW, C, V, F, T, R, IS, COL, MERGE = (s(name) for name in ("row", "c", "v", "f", "t", "r", "is", "col", "mergeCell"))


def whole(text: str | None, default: int = 0) -> int:
    """A whole number of at most nine digits, ``default`` for everything else."""
    bare = (text or "").strip()
    return int(bare) if bare.isdecimal() and len(bare) < 10 else default


def is_on(text: str | None) -> bool:
    """Whether an attribute says yes."""
    return text in ("1", "true", "on")


def value(element: etree._Element | None) -> str:
    """The ``val`` of an element."""
    return "" if element is None else element.get("val", "")
