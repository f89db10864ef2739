"""Which sub-indicator an item belongs to: the framework's, whatever the heading above the table says."""

from __future__ import annotations

import re

from prongsai.core.framework.framework import Framework
from prongsai.core.thai.digits import to_arabic
from prongsai.documents.readers.recognise.grid import FieldRow
from prongsai.documents.readers.recognise.span import begins_alike

_HEADING = re.compile(r"ตัว\s*ชี้\s*วัด\s*ย่อย\s*(?:ที่)?\s*([๐-๙0-9]{1,2}\s*\.\s*[๐-๙0-9])\s*([^ต]{0,60})")


def is_heading(row: FieldRow) -> bool:
    """Whether a row stands across the table as the heading of a sub-indicator."""
    filled = [name for name, spans in row.cells.items() if spans]
    return len(filled) == 1 and _HEADING.match(row.text(filled[0]).strip()) is not None


class Headings:
    """The sub-indicators of a year; where the year has no framework of its own, headings are heard first."""

    def __init__(self, framework: Framework, *, provisional: bool) -> None:
        self._framework, self._provisional = framework, provisional

    def of(self, number: int, above: str) -> str | None:
        """The sub-indicator of an item; ``above`` is the text above its table."""
        item = self._framework.item(f"O{number}")
        own = item.sub_indicator if item else None
        if not self._provisional:
            return own
        return self._named(above) or own

    def differs(self, above: str, sub: str | None) -> bool:
        """Whether the last heading above writes another number than ``sub``."""
        found = list(_HEADING.finditer(above))
        return bool(found) and sub is not None and _code(found[-1][1]) != sub

    def _named(self, above: str) -> str | None:
        found = list(_HEADING.finditer(above))
        if not found:
            return None
        code, name = _code(found[-1][1]), found[-1][2]
        likely = max(self._framework.sub_indicators, key=lambda one: begins_alike(name, one.name))
        if begins_alike(name, likely.name) >= 0.75:
            return likely.code
        return code if self._framework.sub_indicator(code) else None


def _code(written: str) -> str:
    return re.sub(r"\s", "", to_arabic(written))
