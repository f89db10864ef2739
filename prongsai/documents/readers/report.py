"""What reading a file gives."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.core.reports.reading import Places, Reading
from prongsai.documents.readers.document import Table


@dataclass(frozen=True, slots=True)
class ReadReport:
    """The Reading, the places of its values, and the source to show beside it: its lines and its tables."""

    reading: Reading
    places: Places
    source_lines: tuple[str, ...]
    tables: tuple[Table, ...]
