"""An item as it would be published now."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence

from django.db.models.fields.files import FieldFile

from prongsai.core.disclosures.tables import from_json
from prongsai.core.disclosures.text import paragraphs_of
from prongsai.core.publication.content import Content, Kind, Part, Section, WebLink
from prongsai.core.sentence import Sentence
from prongsai.web.agencies.models import Agency
from prongsai.web.disclosures.entries import Entry, entries_of
from prongsai.web.disclosures.models import Disclosure
from prongsai.web.disclosures.sources import sections_of
from prongsai.web.evidence.queries import Evidence
from prongsai.web.published.queries import Draft, OfferedFile
from prongsai.web.site import clock

#: A first paragraph of at most so many letters opens the page, and stands in lists and feeds.
_LEAD = 200
_NAMED = 5
_NAME = 60
_PICTURE = "image/jpeg"
_FROM_MEMORY = "ถ้อยคำขององค์ประกอบที่มีเครื่องหมาย * มาจากความจำ ยังไม่ได้เทียบกับเอกสารของสำนักงาน ป.ป.ช."
_EMPTY = Sentence(
    "รายการนี้ยังไม่มีเนื้อหา ลิงก์ หรือไฟล์ จึงยังเผยแพร่ไม่ได้ โปรดกลับไปเพิ่มอย่างน้อยหนึ่งอย่าง",
    "There is no text, link or file in this item yet, so it cannot be published. Please add at least one.",
)


def entries_to_publish(agency: Agency, fiscal_year: int, codes: Collection[str]) -> list[Entry]:
    """The items of those codes that the agency or its framework has, in their order."""
    return [one for one in entries_of(agency, fiscal_year, clock.today()) if one.line.code in codes]


def draft_of(agency: Agency, fiscal_year: int, entry: Entry) -> Draft:
    """The item as it stands now, with what of it would become public."""
    files = tuple(_offered(piece) for piece in entry.pieces if piece.kind in _FILES)
    content = _content(agency, fiscal_year, entry)
    empty = not (files or content.lead or content.sections or content.links)
    return Draft(content, files, tuple(_missing(entry)), _EMPTY if empty else None)


def _content(agency: Agency, fiscal_year: int, entry: Entry) -> Content:
    line = entry.line
    lead, paragraphs = _opening(tuple(_paragraphs(entry)))
    return Content(
        kind=Kind.DISCLOSURE,
        fiscal_year=fiscal_year,
        code=line.code.lower(),
        title=line.name,
        lead=lead,
        group=_group(entry),
        subject=(line.row.subject if line.row else "") or (line.item.subject if line.item else ""),
        order=line.row.order if line.row else 0,
        facts=tuple(_facts(entry)),
        parts=tuple(_parts(entry)),
        sections=tuple(_sections(agency, fiscal_year, entry, paragraphs)),
        links=tuple(_link(one) for one in entry.pieces if one.kind == Evidence.Kind.LINK),
    )


def _opening(paragraphs: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The first paragraph where it is short enough to open the page, and the rest: no words stand there twice."""
    first = paragraphs[0] if paragraphs else ""
    if not first or len(first) > _LEAD or "\n" in first or first.startswith("- "):
        return "", paragraphs
    return first, paragraphs[1:]


def _group(entry: Entry) -> str:
    item, row = entry.line.item, entry.line.row
    if item is not None:
        return f"{item.sub_indicator} {item.sub_indicator_name}".strip()
    return row.sub_indicator if row else ""


def _facts(entry: Entry) -> Iterator[tuple[str, str]]:
    row = entry.line.row
    yield "รายการข้อมูล", entry.line.code
    units = ", ".join(row.responsible) if row else ""
    if owner := units or (row.division.name if row and row.division else ""):
        yield "ผู้รับผิดชอบ", owner
    if any(check.is_from_memory for check in entry.checks):
        yield "หมายเหตุ", _FROM_MEMORY


def _parts(entry: Entry) -> Iterator[Part]:
    titles = {piece.pk: piece.title for piece in entry.pieces}
    for check in entry.checks:
        text = f"{check.component} *" if check.is_from_memory else check.component
        if check.mark is None:
            yield Part(text)
        else:
            place = "เนื้อหาในหน้านี้" if check.mark.piece is None else titles[check.mark.piece]
            yield Part(text, (" ".join(one for one in (place, check.mark.where) if one),))


def _sections(agency: Agency, fiscal_year: int, entry: Entry, paragraphs: tuple[str, ...]) -> Iterator[Section]:
    row = entry.line.row
    if row is None:
        return
    tables = tuple(from_json(one) for one in row.tables)
    if paragraphs or tables:
        yield Section("", paragraphs, (), tables)
    for code in row.sources:
        yield from sections_of(agency, fiscal_year, code)


def _paragraphs(entry: Entry) -> Iterator[str]:
    row = entry.line.row
    if row is not None:
        yield from paragraphs_of(row.text)
        if row.answer == Disclosure.Answer.HAS_NOT and row.explanation.strip():
            yield f"หน่วยงานไม่มีข้อมูลรายการนี้: {' '.join(row.explanation.split())}"
    yield from (f"ไม่มีรายการ: {one.title}" for one in entry.pieces if one.kind == Evidence.Kind.NOTHING)


def _link(piece: Evidence) -> WebLink:
    return WebLink(f"{piece.title} ({piece.page_or_quote})" if piece.page_or_quote else piece.title, piece.url)


_FILES = (Evidence.Kind.FILE, Evidence.Kind.PHOTO)


def _offered(piece: Evidence) -> OfferedFile:
    """A file as it came; of a photo only the copy without its location, whose bytes tell their own size and hash."""
    key = f"e{piece.pk}"
    if piece.kind != Evidence.Kind.PHOTO:
        data = _reading(piece.file)
        return OfferedFile(key, piece.title, piece.file_name, piece.content_type, piece.size, piece.sha256, data)
    data = _reading(piece.shown)
    name = f"{piece.file_name.rpartition('.')[0] or piece.file_name}.jpg"
    try:
        shown = data()
    except OSError:  # a lost file is told when it is to be published
        shown = b""
    return OfferedFile(key, piece.title, name, _PICTURE, len(shown), hashlib.sha256(shown).hexdigest(), data)


def _reading(field: FieldFile) -> Callable[[], bytes]:
    def data() -> bytes:
        with field.open("rb") as file:
            read: bytes = file.read()
            return read

    return data


def _missing(entry: Entry) -> Iterator[Sentence]:
    if entry.ticked < len(entry.checks):
        yield _not_shown(len(entry.checks), [one.component for one in entry.checks if not one.is_shown])
    for link in entry.links:
        if link.state == "broken":
            yield Sentence(
                f"ลิงก์ {link.url} เปิดไม่ได้เมื่อตรวจครั้งล่าสุด โปรดแก้ลิงก์ก่อน",
                f"The link {link.url} did not open when it was last checked. Please mend it first.",
            )
    if not entry.pieces:
        yield Sentence("ไม่มีไฟล์หรือลิงก์แนบ", "No file or link is attached.")
    for one in entry.warnings:
        text = " ".join(one.text.split())[:_NAME]
        yield Sentence(
            f"“{text}” เป็นของช่วงเวลาอื่น โปรดตรวจปี", f"“{text}” is of another period: please look at the year."
        )


def _not_shown(count: int, components: Sequence[str]) -> Sentence:
    named = " · ".join(components[:_NAMED]) + (" …" if len(components) > _NAMED else "")
    return Sentence(
        f"ยังไม่ได้ทำเครื่องหมาย {len(components)} จาก {count} องค์ประกอบ: {named}",
        f"{len(components)} of {count} components are not ticked: {named}",
    )
