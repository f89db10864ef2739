"""How a publication becomes rows of the files of open data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from prongsai.core.publication.content import Kind, Section, Table
from prongsai.web.portal.data.cells import figure
from prongsai.web.portal.data.columns import Filled, Row, Sheet
from prongsai.web.portal.data.sheets import FILES, ITEMS, LINKS, MEASURES, PARTS, SCORES, SHEETS, TABLES
from prongsai.web.published.queries import Publication, Shown


@dataclass(frozen=True, slots=True)
class Place:
    """Where the pages of an agency stand: ``origin`` as https://example.go.th, ``slug`` the agency's."""

    origin: str
    slug: str

    @property
    def home(self) -> str:
        """The address of the portal, without a stroke at the end."""
        return f"{self.origin}/{self.slug}"

    def page(self, publication: Publication) -> str:
        """The address of a publication at its newest edition."""
        return f"{self.home}/{publication.fiscal_year}/{publication.code}"

    def file(self, key: str, name: str) -> str:
        """The address of a published file."""
        return f"{self.home}/files/{key}/{quote(name)}"


def numbered_tables(shown: Shown) -> Iterator[tuple[int, str, Table]]:
    """The tables of a publication from 1, in reading order, each with the heading of its section."""
    found = ((section.title, table) for section in shown.content.sections for table in section.tables)
    for number, (heading, table) in enumerate(found, start=1):
        yield number, heading, table


def _keys(shown: Shown) -> tuple[int, str, int]:
    return shown.publication.fiscal_year, shown.publication.code, shown.edition.number


def _item(place: Place, shown: Shown) -> Row:
    one, gone = shown.publication, shown.withdrawal
    content = None if gone else shown.content
    counts: Row = (None,) * 5
    if content:
        tables = sum(len(section.tables) for section in content.sections)
        met = sum(bool(part.where) for part in content.parts)
        counts = (met, len(content.parts), len(content.links), len(shown.files), tables)
    return (
        *(one.fiscal_year, one.code, one.kind, one.subject, one.title, one.group, content.lead if content else ""),
        *("withdrawn" if gone else "published", shown.edition.number, shown.edition.published_at),
        *(gone.withdrawn_at if gone else None, gone.reason if gone else shown.edition.reason, place.page(one)),
        *counts,
        None if gone else shown.edition.sha256,
    )


def _parts(place: Place, shown: Shown) -> Iterator[Row]:
    for number, part in enumerate(shown.content.parts, start=1):
        yield *_keys(shown), number, part.text, bool(part.where), "\n".join(part.where)


def _links(place: Place, shown: Shown) -> Iterator[Row]:
    for number, link in enumerate(shown.content.links, start=1):
        yield *_keys(shown), number, link.title, link.url


def _files(place: Place, shown: Shown) -> Iterator[Row]:
    for number, (told, kept) in enumerate(zip(shown.content.files, shown.files, strict=True), start=1):
        address = place.file(kept.key, kept.name)
        yield *_keys(shown), number, told.title, told.name, told.content_type, told.size, told.sha256, address


def _tables(place: Place, shown: Shown) -> Iterator[Row]:
    for number, heading, table in numbered_tables(shown):
        address = f"{place.page(shown.publication)}/table-{number}.csv"
        headings = "\n".join(table.columns)
        yield *_keys(shown), number, heading, table.title, headings, len(table.rows), table.note, address


def _scores(place: Place, shown: Shown) -> Iterator[Row]:
    """The bars of the charts of a result; core.publication.scores makes them."""
    if shown.publication.kind != Kind.SCORES:
        return
    for section in shown.content.sections:
        levels = _levels(section)
        for chart in section.charts:
            for bar in chart.bars:
                score, full = figure(bar.value), figure(bar.of)
                yield *_keys(shown), chart.title, bar.label, score, full, levels.get(bar.label.split()[-1], "")


def _levels(section: Section) -> dict[str, str]:
    """The level of each year, from the table under the chart of totals."""
    tables = [table for table in section.tables if {"ปีงบประมาณ", "ระดับ"} <= set(table.columns)]
    rows = (dict(zip(table.columns, row, strict=True)) for table in tables for row in table.rows)
    return {row["ปีงบประมาณ"]: row["ระดับ"] for row in rows}


def _measures(place: Place, shown: Shown) -> Iterator[Row]:
    """The table of all measures and, of each, the section that tells it whole; core.publication.plan makes them."""
    if shown.publication.kind != Kind.PLAN:
        return
    sections = shown.content.sections
    tables = [table for section in sections for table in section.tables if "มาตรการ" in table.columns]
    told = {section.title.partition(".")[0]: section.paragraphs for section in sections}
    for table in tables:
        for line in table.rows:
            row = dict(zip(table.columns, line, strict=True))
            number = row.get("ที่", "")
            cells = (row.get(heading, "") for heading in ("มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา", "สถานะ"))
            count = int(number) if number.isdecimal() else None
            yield *_keys(shown), count, *cells, "\n".join(told.get(number, ()))


_ROWS: dict[Sheet, Callable[[Place, Shown], Iterator[Row]]] = {
    PARTS: _parts,
    LINKS: _links,
    FILES: _files,
    TABLES: _tables,
    SCORES: _scores,
    MEASURES: _measures,
}


def filled(name: str, place: Place, everything: Sequence[Shown]) -> Filled:
    """The sheet of that name of these publications. Withdrawn ones are told of in ``items`` alone."""
    sheet = SHEETS[name]
    if sheet is ITEMS:
        return sheet.filled([_item(place, one) for one in everything])
    live = (one for one in everything if not one.is_withdrawn)
    return sheet.filled([row for one in live for row in _ROWS[sheet](place, one)])
