"""The values of a Reading being put together, with the place of each and the notes on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from prongsai.core.reports.reading import Note, NoteKind, Place, Places
from prongsai.documents.readers.recognise.span import Span, all_places


@dataclass
class Paper:
    """Collects places and notes; the values themselves are returned to who asks."""

    places: Places = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def value(self, path: str, span: Span | None) -> str | None:
        """The text of a span, its places kept under ``path``."""
        if span is None or not span.text:
            return None
        self.places[path] = span.places
        return span.text

    def values(self, path: str, spans: Sequence[Span]) -> tuple[str, ...]:
        """The texts of several, each with its places."""
        kept = [span for span in spans if span.text]
        for at, span in enumerate(kept):
            self.places[f"{path}[{at}]"] = span.places
        return tuple(span.text for span in kept)

    def at(self, path: str, places: Sequence[Place]) -> None:
        """Keep the places of a value that is no text."""
        if places:
            self.places[path] = tuple(dict.fromkeys(places))

    def spans(self, path: str, spans: Sequence[Span]) -> None:
        """Keep the places of all of them."""
        self.at(path, all_places(spans))

    def note(self, kind: NoteKind, what: str, places: Sequence[Place] = (), path: str | None = None) -> None:
        """Note damage or a contradiction at a place."""
        self.notes.append(Note(where_of(places), kind, what, path))


def where_of(places: Sequence[Place]) -> str:
    """Places in words: "บรรทัด 8, ตาราง 1 แถว 2 ช่อง 3"."""
    if not places:
        return "ทั้งเอกสาร"
    lines = sorted({place.line for place in places if place.line})
    first = places[0]
    words = [f"บรรทัด {', '.join(map(str, lines))}"] if lines else []
    if first.table:
        words.append(f"ตาราง {first.table} แถว {first.row}" + (f" ช่อง {first.column}" if first.column else ""))
    return " ".join(words)
