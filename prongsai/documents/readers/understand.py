"""A source → a report: recognised, with the pages of its places and its doubtful words beside their values."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from prongsai.core.reports.paths import value_at
from prongsai.core.reports.reading import Note, NoteKind, Place, Places, Reading
from prongsai.core.reports.reading_json import to_json
from prongsai.documents.readers.document import DoubtfulWord, Source, Spot
from prongsai.documents.readers.recognise import recognise
from prongsai.documents.readers.report import DoubtfulValue, ReadReport

_ROW = re.compile(r"(?:measures|disclosures)\[\d+\]")


def understood(source: Source) -> ReadReport:
    """The Reading of a source. What is to be told of the file itself becomes notes of the whole paper."""
    reading, places = recognise(source.document)
    remarks = tuple(Note("ทั้งเอกสาร", NoteKind.OTHER, remark.th) for remark in source.remarks)
    reading = replace(reading, notes=(*reading.notes, *remarks))
    places = _with_pages(places, source.page_of_line)
    return ReadReport(reading, places, source, tuple(_doubtful(reading, places, source.doubtful)))


def _with_pages(places: Places, page_of_line: Sequence[int]) -> Places:
    if not page_of_line:
        return places
    return {path: tuple(_with_page(place, page_of_line) for place in found) for path, found in places.items()}


def _with_page(place: Place, page_of_line: Sequence[int]) -> Place:
    if place.line is None or place.line > len(page_of_line):
        return place
    return replace(place, page=page_of_line[place.line - 1])


def _doubtful(reading: Reading, places: Places, words: Sequence[DoubtfulWord]) -> Iterator[DoubtfulValue]:
    """Each word with the value that it stands in; words outside of all values are nobody's concern."""
    if not words:
        return
    values = to_json(reading)
    by_spot: dict[Spot, list[str]] = defaultdict(list)
    by_line: dict[int, list[str]] = defaultdict(list)
    for path, found in places.items():
        for place in found:
            if place.line is not None:
                by_spot[Spot(place.line, place.column)].append(path)
                by_line[place.line].append(path)
    for word in words:
        found_at = _holding(word, by_spot[word.spot], values) or _row_of(by_line[word.spot.line])
        if found_at is not None:
            yield DoubtfulValue(found_at, word)


def _holding(word: DoubtfulWord, paths: Sequence[str], values: object) -> str | None:
    """Of several values in one cell the one whose text has the word; else the first."""
    for path in paths:
        value = value_at(values, path)
        if word.text and isinstance(value, str) and word.text in value:
            return path
    return paths[0] if paths else None


def _row_of(paths: Sequence[str]) -> str | None:
    """The measure or item of a row, where a cell of it gave no value at all."""
    return next((found[0] for path in paths if (found := _ROW.match(path))), None)
