"""What the API answers, from what is published. At most five queries an answer, however many rows there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar, cast

from django.conf import settings

from prongsai.core.publication.canonical import read
from prongsai.core.publication.content import Section as Frozen
from prongsai.web.agencies.models import Agency
from prongsai.web.portal.api import schemas as told
from prongsai.web.portal.data.rows import Place
from prongsai.web.portal.data.writing import FORMATS
from prongsai.web.portal.keeping import origin_of
from prongsai.web.portal.queries import fronts_of
from prongsai.web.published.queries import (
    Attachment,
    Publication,
    Shown,
    agencies_shown,
    attachments_shown,
    changed_since,
    editions_of,
    newest_of,
    publications_everywhere,
    shelves_of,
)

MOST = 100
T = TypeVar("T", Agency, Publication, Attachment)


@dataclass
class Asked:
    """The filters of a list. ``cursor`` is the inner number after which the page begins."""

    limit: int
    cursor: int = 0
    agency: str = ""
    filters: dict[str, str | int] = field(default_factory=dict)
    updated_since: datetime | None = None


def agencies(asked: Asked) -> tuple[list[told.Agency], int | None]:
    """One page of agencies, and the cursor of the next."""
    found = agencies_shown(asked.updated_since).filter(pk__gt=asked.cursor, **asked.filters).order_by("pk")
    page, following = _page(list(found[: asked.limit + 1]), asked.limit)
    return list(_agencies(page)), following


def agency(slug: str) -> told.Agency | None:
    """One agency; None where it has published nothing."""
    return next(_agencies(list(agencies_shown().filter(slug=slug))), None)


def agency_is_unknown(slug: str) -> bool:
    """Whether no agency of that id has published anything."""
    return not agencies_shown().filter(slug=slug).exists()


def publications(asked: Asked) -> tuple[list[told.Listed], int | None]:
    """One page of publications, the oldest address first, and the cursor of the next."""
    found = publications_everywhere().filter(pk__gt=asked.cursor, **asked.filters)
    if asked.agency:
        found = found.filter(agency__slug=asked.agency)
    if asked.updated_since:
        found = changed_since(found, asked.updated_since)
    page, following = _page(list(found[: asked.limit + 1]), asked.limit)
    places = _places(one.agency for one in page)
    shown = newest_of(page, whole=False)
    return [told.Listed(**_listed(places[one.publication.agency_id], one)) for one in shown], following


def publication(slug: str, year: int, code: str, number: int | None = None) -> told.Publication | None:
    """One publication with all its editions and the content of one of them: the newest, or that of ``number``."""
    found = publications_everywhere().filter(agency__slug=slug, fiscal_year=year, code=code.lower()).first()
    editions = editions_of(found) if found else []
    chosen = next((one for one in editions if number in (None, one.edition.number)), None)
    if found is None or chosen is None:
        return None
    place = _places([found.agency])[found.agency_id]
    return told.Publication(
        **_listed(place, chosen),
        editions=[_edition(place, one) for one in editions],
        content=None if chosen.is_withdrawn else _content(place, chosen),
    )


def files(asked: Asked) -> tuple[list[told.ListedFile], int | None]:
    """One page of the files of newest editions, and the cursor of the next."""
    found = attachments_shown().filter(pk__gt=asked.cursor)
    if asked.agency:
        found = found.filter(agency__slug=asked.agency)
    if year := asked.filters.get("fiscal_year"):
        found = found.filter(edition__publication__fiscal_year=year)
    page, following = _page(list(found[: asked.limit + 1]), asked.limit)
    places = _places(one.agency for one in page)
    return [_listed_file(places[one.agency_id], one) for one in page], following


def api_of(path: str) -> str:
    """The address of something in the API."""
    return f"{settings.SITE_URL}/api/v1/{path}"


def _page(found: list[T], limit: int) -> tuple[list[T], int | None]:
    return found[:limit], found[limit - 1].pk if len(found) > limit else None


def _places(of: Iterable[Agency]) -> dict[int, Place]:
    known = {one.pk: one for one in of}
    fronts = fronts_of(known.values())
    return {pk: Place(origin_of(fronts[pk]), one.slug) for pk, one in known.items()}


def _agencies(page: list[Agency]) -> Iterator[told.Agency]:
    shelves, fronts = shelves_of(page), fronts_of(page)
    for one in page:
        place = Place(origin_of(fronts[one.pk]), one.slug)
        yield told.Agency(
            id=one.slug,
            name=one.name,
            name_en=fronts[one.pk].name_en,
            kind=cast(told.AgencyKind, one.kind),
            province=one.province,
            district=one.district,
            address=f"{place.home}/",
            catalogue=f"{place.home}/data/catalog.jsonld",
            updated_at=shelves[one.pk].changed_at,
        )


def _id(place: Place, one: Publication) -> str:
    return f"{place.slug}/{one.fiscal_year}/{one.code}"


def _listed(place: Place, shown: Shown) -> dict[str, Any]:
    one, gone = shown.publication, shown.withdrawal
    return {
        "id": _id(place, one),
        "agency": place.slug,
        "year": one.fiscal_year,
        **{name: getattr(one, name) for name in ("code", "kind", "subject", "title", "group")},
        "state": "withdrawn" if gone else "published",
        "edition": shown.edition.number,
        "published_at": shown.edition.published_at,
        "withdrawn_at": gone.withdrawn_at if gone else None,
        "reason": gone.reason if gone else shown.edition.reason,
        "sha256": None if gone else shown.edition.sha256,
        "address": place.page(one),
        "api": api_of(f"publications/{_id(place, one)}"),
    }


def _edition(place: Place, shown: Shown) -> told.Edition:
    number, gone = shown.edition.number, shown.withdrawal
    return told.Edition(
        number=number,
        state="withdrawn" if gone else "published",
        published_at=shown.edition.published_at,
        withdrawn_at=gone.withdrawn_at if gone else None,
        reason=gone.reason if gone else shown.edition.reason,
        sha256=None if gone else shown.edition.sha256,
        address=f"{place.page(shown.publication)}/v{number}",
        api=api_of(f"publications/{_id(place, shown.publication)}/editions/{number}"),
    )


def _content(place: Place, shown: Shown) -> told.Content:
    content = shown.content
    address = place.page(shown.publication) + ("" if shown.is_newest else f"/v{shown.edition.number}")
    return told.Content(
        lead=content.lead,
        facts=[told.Fact(label=label, value=value) for label, value in content.facts],
        parts=[told.Part(text=one.text, shown=bool(one.where), where=list(one.where)) for one in content.parts],
        sections=list(_sections(content.sections, address)),
        links=[told.WebLink(title=one.title, url=one.url) for one in content.links],
        files=[
            told.File(
                **{name: getattr(ref, name) for name in ("title", "name", "content_type", "size", "sha256")},
                address=place.file(kept.key, kept.name),
            )
            for ref, kept in zip(content.files, shown.files, strict=True)
        ],
    )


def _sections(sections: Iterable[Frozen], address: str) -> Iterator[told.Section]:
    number = 0
    for section in sections:
        tables = []
        for table in section.tables:
            number += 1
            tables.append(
                told.Table(
                    number=number,
                    title=table.title,
                    columns=list(table.columns),
                    numbers=list(table.numbers),
                    rows=[list(row) for row in table.rows],
                    note=table.note,
                    addresses={kind: f"{address}/table-{number}.{kind}" for kind in FORMATS},
                )
            )
        charts = [
            told.Chart(
                title=one.title,
                unit=one.unit,
                bars=[told.Bar(label=bar.label, value=bar.value, of=bar.of) for bar in one.bars],
            )
            for one in section.charts
        ]
        yield told.Section(title=section.title, paragraphs=list(section.paragraphs), charts=charts, tables=tables)


def _listed_file(place: Place, one: Attachment) -> told.ListedFile:
    kept, publication_ = one.file, one.edition.publication
    return told.ListedFile(
        title=read(one.edition.content).files[one.order].title,
        **{name: getattr(kept, name) for name in ("name", "content_type", "size", "sha256")},
        address=place.file(kept.key, kept.name),
        publication=_id(place, publication_),
    )
