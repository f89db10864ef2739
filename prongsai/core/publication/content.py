"""What is frozen when something is published: plain blocks that a page, a file of data and a search can all be made of.

Nothing here is markup: a page is made of these values by templates, so that what was written can never run. ``code`` is
the last part of the public address: ``o12`` for an item, ``plan``, ``report-3``, ``scores``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

#: The version of the frozen form. Older ones stay readable for ever (see canonical.py).
SCHEMA = 1


class Kind(StrEnum):
    """What sort of thing is published; also the order in which a home page shows them."""

    DISCLOSURE = "disclosure"
    PLAN = "plan"
    REPORT = "report"
    SCORES = "scores"


@dataclass(frozen=True, slots=True)
class Table:
    """A table as people read it and as data. Every row has as many cells as there are columns; lines by ``\\n``.

    ``numbers`` are the places (from 0) of columns that hold figures: they stand to the right.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: ``value`` and ``of`` are decimals as text, in the chart's unit; 0 ≤ value ≤ of."""

    label: str
    value: str
    of: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of a few figures; a table twin is made of the same bars."""

    title: str
    unit: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part under its own heading. A paragraph that begins with “- ” is an entry of a list; addresses become links."""

    title: str
    paragraphs: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """An องค์ประกอบด้านข้อมูล with where it is shown; ``where`` is empty as long as it is not."""

    text: str
    where: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WebLink:
    """A page elsewhere, mostly on the agency's existing website."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file that is published with this: ``name`` as it is saved, ``size`` in bytes, ``sha256`` of its bytes."""

    title: str
    name: str
    content_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Content:
    """One published thing, whole. ``lead`` is one sentence for lists, feeds and search engines.

    ``facts`` are (label, value) in Thai, such as ("ผู้รับผิดชอบ", "กองคลัง"). ``group`` is the heading under which lists
    show it, such as “9.1 ข้อมูลพื้นฐาน”; ``subject`` the stable key of an item over the years.
    """

    kind: Kind
    fiscal_year: int
    code: str
    title: str
    lead: str = ""
    group: str = ""
    subject: str = ""
    order: int = 0
    facts: tuple[tuple[str, str], ...] = ()
    parts: tuple[Part, ...] = ()
    sections: tuple[Section, ...] = ()
    links: tuple[WebLink, ...] = ()
    files: tuple[FileRef, ...] = ()
    schema: int = SCHEMA
