"""The words of published content: which count how much, and in which order they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from prongsai.core.publication.content import Content, Section
from prongsai.core.search.letters import mended

#: The most letters of one file, and of the other texts of a publication, that are looked at.
LONGEST_FILE = 300_000
LONGEST_TEXT = 200_000


class Level(IntEnum):
    """Where the words were found; the first comes first."""

    TITLE = 0
    PARTS = 1
    BODY = 2
    FILES = 3


@dataclass(frozen=True, slots=True)
class Words:
    """Mended text of a publication. ``parts``: headings, components, names of files and links; ``body``: the rest."""

    title: str
    parts: str
    body: str


def words_of(content: Content) -> Words:
    """The words of content, each sort on one line with · between them. Its code (O12) counts as part of the title."""
    return Words(_line([content.code, content.title]), _line(_parts(content)), _line(_body(content)))


def _line(texts: list[str] | Iterator[str]) -> str:
    return " · ".join(text for text in map(mended, texts) if text)[:LONGEST_TEXT]


def _parts(content: Content) -> Iterator[str]:
    yield content.group
    yield content.lead
    yield from (part.text for part in content.parts)
    yield from (section.title for section in content.sections)
    yield from (f"{one.title} {one.name}" if one.title != one.name else one.name for one in content.files)
    yield from (link.title for link in content.links)


def _body(content: Content) -> Iterator[str]:
    yield from (f"{label} {value}" for label, value in content.facts)
    for section in content.sections:
        yield from _of_section(section)


def _of_section(section: Section) -> Iterator[str]:
    yield from section.paragraphs
    for chart in section.charts:
        yield from (chart.title, *(f"{bar.label} {bar.value}" for bar in chart.bars))
    for table in section.tables:
        yield from (table.title, *(" ".join(row) for row in table.rows), table.note)
