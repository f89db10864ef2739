"""The sets of data of an agency, as catalogues describe them: who keeps them, what they are, and in which files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from prongsai.core.publication.content import Kind
from prongsai.core.sentence import Sentence
from prongsai.web.agencies.models import Agency
from prongsai.web.agencies.models import Kind as AgencyKind
from prongsai.web.portal.data.rows import Place, numbered_tables
from prongsai.web.portal.data.sheets import MEASURES, SCORES, SHEETS
from prongsai.web.portal.data.writing import FORMATS
from prongsai.web.portal.models import Front
from prongsai.web.published.queries import Shelf, Shown

#: The kinds of sets of Thailand's data catalogue that ours are of: records, or statistics.
RECORDS, STATISTICS = "ข้อมูลระเบียน", "ข้อมูลสถิติ"
_AREA = {
    AgencyKind.SUBDISTRICT_MUNICIPALITY: "เทศบาล/อบต.",
    AgencyKind.TOWN_MUNICIPALITY: "เทศบาล/อบต.",
    AgencyKind.CITY_MUNICIPALITY: "เทศบาล/อบต.",
    AgencyKind.SUBDISTRICT_ORGANISATION: "เทศบาล/อบต.",
    AgencyKind.PROVINCIAL_ORGANISATION: "จังหวัด",
}


@dataclass(frozen=True, slots=True)
class Publisher:
    """The agency that keeps the data. ``area`` is a choice of Thailand's data catalogue for what the data covers."""

    slug: str
    name: str
    name_en: str
    home: str
    email: str
    telephone: str
    place: str
    area: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Copy:
    """One file of a set: ``format`` as CSV or PDF; ``size`` in bytes and ``sha256`` where they are known."""

    title: str
    format: str
    media_type: str
    address: str
    size: int | None = None
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Dataset:
    """A set of data. ``key`` names it within its agency for ever: ``items``, ``2566-o29``; ``year`` 0: all years."""

    key: str
    title: Sentence
    about: Sentence
    kind: str
    page: str
    issued: datetime | None
    modified: datetime
    year: int
    keywords: tuple[str, ...]
    copies: tuple[Copy, ...]


def publisher_of(agency: Agency, front: Front, shelf: Shelf, place: Place) -> Publisher:
    """The agency as catalogues name it."""
    where = " ".join(
        part for part in (agency.district and f"อำเภอ{agency.district}", f"จังหวัด{agency.province}") if part
    )
    return Publisher(
        *(agency.slug, agency.name, front.name_en, place.home, front.email, front.telephone, where),
        _AREA.get(AgencyKind(agency.kind), "ไม่ทราบ"),
        shelf.changed_at,
    )


def datasets_of(publisher: Publisher, place: Place, everything: Sequence[Shown]) -> list[Dataset]:
    """The sheets over all years, then each publication that has tables or files; nothing of what is withdrawn."""
    live = [one for one in everything if not one.is_withdrawn]
    return [*_sheets(publisher, place, live), *(made for one in live if (made := _publication(place, one)).copies)]


def _sheets(publisher: Publisher, place: Place, live: Sequence[Shown]) -> Iterator[Dataset]:
    there = {one.publication.kind for one in live}
    for name, sheet in SHEETS.items():
        if (sheet is SCORES and Kind.SCORES not in there) or (sheet is MEASURES and Kind.PLAN not in there):
            continue
        yield Dataset(
            key=name,
            title=Sentence(f"{sheet.title.th} ของ{publisher.name}", f"{sheet.title.en} of {publisher.name}"),
            about=sheet.about,
            kind=STATISTICS if sheet is SCORES else RECORDS,
            page=f"{place.home}/data/",
            issued=min((one.edition.published_at for one in live), default=None),
            modified=publisher.changed_at,
            year=0,
            keywords=("ITA", "OIT", "ความโปร่งใส", publisher.name),
            copies=_copies(f"{place.home}/data/{name}", sheet.title.th),
        )


def _publication(place: Place, shown: Shown) -> Dataset:
    one, page = shown.publication, place.page(shown.publication)
    tables = [
        copy
        for number, heading, table in numbered_tables(shown)
        for copy in _copies(f"{page}/table-{number}", table.title or heading or one.title)
    ]
    files = [
        Copy(
            told.title or kept.name,
            _format(kept.name),
            kept.content_type,
            place.file(kept.key, kept.name),
            kept.size,
            kept.sha256,
        )
        for told, kept in zip(shown.content.files, shown.files, strict=True)
    ]
    about = shown.content.lead or one.title
    return Dataset(
        key=f"{one.fiscal_year}-{one.code}",
        title=Sentence(f"{one.title} ปีงบประมาณ พ.ศ. {one.fiscal_year}", f"{one.title} (fiscal year {one.fiscal_year})"),
        about=Sentence(about, about),
        kind=STATISTICS if one.kind == Kind.SCORES else RECORDS,
        page=page,
        issued=shown.edition.published_at,
        modified=shown.edition.published_at,
        year=one.fiscal_year,
        keywords=tuple(word for word in ("ITA", "OIT", one.code, one.subject, one.group) if word),
        copies=(*tables, *files),
    )


def _copies(address: str, title: str) -> tuple[Copy, ...]:
    return tuple(
        Copy(f"{title} ({ending.upper()})", ending.upper(), kind.partition(";")[0], f"{address}.{ending}")
        for ending, (kind, _write) in FORMATS.items()
    )


def _format(name: str) -> str:
    ending = name.rpartition(".")[2] if "." in name else ""
    return ending.upper() if ending.isascii() and 0 < len(ending) <= 5 else "FILE"
