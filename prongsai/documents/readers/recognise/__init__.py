"""A document of paragraphs and tables → a Reading, with the places of its values."""

from __future__ import annotations

from prongsai.core.reports.reading import Memo, NoteKind, Place, Places, Reading
from prongsai.documents.readers.document import Document, Para
from prongsai.documents.readers.recognise import agency as of_agency
from prongsai.documents.readers.recognise.damage import damage
from prongsai.documents.readers.recognise.disclosures import disclosures
from prongsai.documents.readers.recognise.grid import Grid, grid, is_noise
from prongsai.documents.readers.recognise.headings import Kind
from prongsai.documents.readers.recognise.measures import measures
from prongsai.documents.readers.recognise.memo import is_heading_of_memo, memo, memo_lines
from prongsai.documents.readers.recognise.paper import Paper
from prongsai.documents.readers.recognise.scores import scores
from prongsai.documents.readers.recognise.span import Span, all_places
from prongsai.documents.readers.recognise.title import Line, title
from prongsai.documents.readers.recognise.years import decided, fiscal_year

#: So far behind the first table a paragraph is no longer the title of the report.
_HEAD_LINES = 60


def recognise(document: Document) -> tuple[Reading, Places]:
    """The Reading of a document. Total: what is not recognised is left out, with a note where that can be told."""
    paper, found = Paper(), grid(document)
    lines = [
        Line(Span(block.text, (Place(line=block.line),), block.block), block.gap)
        for block in document.blocks
        if isinstance(block, Para) and not is_noise(block.text)
    ]
    head = _head(lines, found)
    letter = _letter(head) or _letter_behind(lines, document)
    outside = [line for line in head if line not in letter] if letter else head
    made = memo(letter, paper) if letter else None
    name, block = title(outside)
    if name is None and made is not None and made.subject:
        name, _ = title([Line(Span(made.subject, paper.places["memo.subject"]), True)])
    year = _year(block, letter, found, outside, paper)
    who, province, district = _identity(head, lines, found, paper)
    reading = Reading(
        agency=who,
        province=province,
        district=district,
        fiscal_year=year,
        title=paper.value("title", name),
        memo=made,
        measures=measures([row for row in found.rows if row.kind is Kind.MEASURES], paper),
        disclosures=disclosures([row for row in found.rows if row.kind is Kind.DISCLOSURES], year, paper),
        scores=scores(document, [row for row in found.rows if row.kind is Kind.SCORES], found.unread, paper),
    )
    return damage(reading, made or Memo(), found, lines, paper)


def _head(lines: list[Line], found: Grid) -> list[Line]:
    """The paragraphs before the first table, or the first ones where there is none."""
    first = found.first_line
    before = [line for line in lines if first is None or (line.span.places[0].line or 0) < first]
    return before[-_HEAD_LINES:] if first is not None and before else lines[:_HEAD_LINES]


def _letter(lines: list[Line]) -> list[Line]:
    """The paragraphs of a memo among these, empty where there is none."""
    stretch = memo_lines(lines)
    return lines[stretch[0] : stretch[1]] if stretch else []


def _letter_behind(lines: list[Line], document: Document) -> list[Line]:
    """The paragraphs of a memo that does not stand in front of the first table, up to the next table."""
    tables = [table.rows[0].line for table in document.tables if table.rows]
    for at, line in enumerate(lines):
        if is_heading_of_memo(line.span.text):
            starts = line.span.places[0].line or 0
            until = min((other for other in tables if other > starts), default=None)
            found = [each for each in lines[at:] if until is None or (each.span.places[0].line or 0) < until]
            return _letter(found)
    return []


def _identity(
    head: list[Line], lines: list[Line], found: Grid, paper: Paper
) -> tuple[str | None, str | None, str | None]:
    own = [line.span for line in head]
    cells = [span for row in found.rows for spans in row.cells.values() for span in spans]
    return (
        paper.value("agency", of_agency.agency(own, [*(line.span for line in lines), *cells])),
        paper.value("province", of_agency.province(own)),
        paper.value("district", of_agency.district(own)),
    )


def _year(block: list[Span], letter: list[Line], found: Grid, outside: list[Line], paper: Paper) -> int | None:
    periods = [Span(row.text("period"), (row.where,)) for row in found.rows if row.text("period")]
    voices = fiscal_year(block, [line.span for line in letter], periods, [line.span for line in outside])
    voice = decided(voices)
    if voice is None:
        return None
    paper.at("fiscal_year", all_places([one.span for one in voices if one.year == voice.year][:3]))
    others = [one for one in voices if one.year != voice.year and one.weight >= 1]
    for other in others[:3]:
        what = f"เขียนปี {other.year} ทั้งที่รายงานเป็นของปี {voice.year}"
        paper.note(NoteKind.YEAR_MISMATCH, what, other.span.places, "fiscal_year")
    return voice.year
