"""What reading a file gives."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.core.reports.reading import Places, Reading
from prongsai.documents.readers.document import DoubtfulWord, Source


@dataclass(frozen=True, slots=True)
class DoubtfulValue:
    """A doubtful word and the value that it stands in: its path, or that of its measure or item."""

    path: str
    word: DoubtfulWord


@dataclass(frozen=True, slots=True)
class ReadReport:
    """The Reading, the places of its values, what of them is doubtful, and the source to show beside it."""

    reading: Reading
    places: Places
    source: Source
    doubtful: tuple[DoubtfulValue, ...] = ()

    @property
    def source_lines(self) -> tuple[str, ...]:
        """The lines that the places count in."""
        return self.source.lines
