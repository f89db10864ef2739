"""The pages and files of open data. Each is made of what is published alone, once a generation of the shelf."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.web.portal.answering import CACHED
from prongsai.web.portal.data import ckan, dcat
from prongsai.web.portal.data.cells import moment
from prongsai.web.portal.data.datasets import Dataset, Publisher, datasets_of, publisher_of
from prongsai.web.portal.data.licence import LICENCE
from prongsai.web.portal.data.rows import Place, filled, numbered_tables
from prongsai.web.portal.data.sheets import SHEETS
from prongsai.web.portal.data.tables import as_sheet
from prongsai.web.portal.data.writing import FORMATS, JSON, Of, described
from prongsai.web.portal.keeping import Asked, Made, Outcome, Policy, fresh, kept, of_all, origin_of, rendered
from prongsai.web.portal.queries import front_of, fronts_of
from prongsai.web.published.queries import Shown, agencies_shown, newest_of, publications_of, shelves_of, shown_at

#: Agencies of one page of the catalogue of catalogues.
PAGE = 500


def everything_of(asked: Asked) -> list[Shown]:
    """Every publication at its newest edition, withdrawn ones too."""
    return newest_of(publications_of(asked.agency), whole=True)


def place_of(asked: Asked) -> Place:
    """Where the agency's pages stand for the whole world."""
    return Place(origin_of(front_of(asked.agency)), asked.agency.slug)


def _of(asked: Asked) -> Of:
    return Of(asked.agency.slug, asked.agency.name, asked.shelf.changed_at)


@kept
def data_page(asked: Asked) -> Made:
    """What data there is: each file with its columns, the licence, and when it changes."""
    tables = filled("tables", place_of(asked), everything_of(asked)).rows
    context = {
        "sheets": SHEETS.values(),
        "endings": list(FORMATS),
        "tables": [_listed_table(asked, row) for row in tables],
        "licence": LICENCE,
        "changed_at": asked.shelf.changed_at,
        "api": "/en/api/" if asked.language == "en" else "/api/",
        "files": f"/{asked.agency.slug}/data",
        "title": _("Open data"),
        "lead": _(
            "Everything that the agency has published, as files for spreadsheets and programs. Each file has all years."
        ),
        "path": f"{asked.agency.slug}/data/",
    }
    return rendered(asked, "data.html", context)


def _listed_table(asked: Asked, row: Any) -> dict[str, Any]:
    """A row of the sheet of tables as the page lists it, with addresses within the site."""
    year, code, _edition, number, section, title, _columns, count, *_rest = row
    address = f"/{asked.agency.slug}/{year}/{code}/table-{number}"
    return {"year": year, "code": code, "title": title or section, "rows": count, "address": address}


@kept
def sheet_file(asked: Asked, name: str, kind: str) -> Outcome:
    """One sheet as CSV, XLSX or JSON."""
    return sheet_at(asked, place_of(asked), name, kind)


def sheet_at(asked: Asked, place: Place, name: str, kind: str) -> Outcome:
    """The same with the addresses of the place where the pages stand."""
    if name not in SHEETS or kind not in FORMATS:
        return None
    content_type, write = FORMATS[kind]
    body = write(filled(name, place, everything_of(asked)), _of(asked))
    return _file(body, content_type, f"{asked.agency.slug}-{name}.{kind}")


@kept
def table_file(asked: Asked, year: int, code: str, number: int, kind: str, edition: int | None = None) -> Outcome:
    """One table of a publication, of its newest edition or of the one of that number."""
    shown = shown_at(asked.agency, year, code, edition)
    if shown is None or shown.is_withdrawn or kind not in FORMATS:
        return None
    found = {at: (heading, table) for at, heading, table in numbered_tables(shown)}
    if number not in found:
        return None
    heading, table = found[number]
    content_type, write = FORMATS[kind]
    of = Of(asked.agency.slug, asked.agency.name, shown.edition.published_at)
    body = write(as_sheet(table, number, heading or shown.content.title), of)
    return _file(body, content_type, f"{asked.agency.slug}-{year}-{code}-table-{number}.{kind}")


def _file(body: bytes, content_type: str, name: str) -> Made:
    """JSON is shown, the others are saved."""
    return Made(body, content_type=content_type, policy=Policy.DATA, name="" if content_type == JSON else name)


@kept
def dictionary(asked: Asked) -> Made:
    """The data dictionary: every file with what its columns mean."""
    return dictionary_at(asked, place_of(asked))


def dictionary_at(asked: Asked, place: Place) -> Made:
    """The same with the addresses of the place where the pages stand."""
    files = [
        {
            "name": sheet.name,
            "title": {"th": sheet.title.th, "en": sheet.title.en},
            "about": {"th": sheet.about.th, "en": sheet.about.en},
            "addresses": [f"{place.home}/data/{sheet.name}.{ending}" for ending in FORMATS],
            "columns": [described(column) for column in sheet.columns],
        }
        for sheet in SHEETS.values()
    ]
    said = {
        "agency": {"slug": asked.agency.slug, "name": asked.agency.name},
        "licence": LICENCE.as_json(),
        "updated_at": moment(asked.shelf.changed_at),
        "files": files,
    }
    return _json(said)


def described_data(asked: Asked, place: Place) -> tuple[Publisher, list[Dataset]]:
    """The agency and its sets of data, as catalogues describe them."""
    publisher = publisher_of(asked.agency, front_of(asked.agency), asked.shelf, place)
    return publisher, datasets_of(publisher, place, everything_of(asked))


@kept
def catalogue(asked: Asked) -> Made:
    """The agency's catalogue as DCAT."""
    return catalogue_at(asked, place_of(asked))


def catalogue_at(asked: Asked, place: Place) -> Made:
    """The same with the addresses of the place where the pages stand."""
    publisher, datasets = described_data(asked, place)
    return _json(dcat.catalogue(publisher, datasets, f"{settings.SITE_URL}/api/openapi.json"), dcat.TYPE)


@of_all
def catalogues(request: HttpRequest, language: str) -> Outcome:
    """The catalogues of all agencies as DCAT, page by page."""
    number = request.GET.get("page", "1")
    if not (number.isdecimal() and number.isascii() and len(number) < 6 and int(number)):
        return None
    at = int(number)
    agencies = list(agencies_shown().order_by("pk")[(at - 1) * PAGE : at * PAGE + 1])
    if not agencies and at > 1:
        return None
    shown = agencies[:PAGE]
    shelves, fronts = shelves_of(shown), fronts_of(shown)
    publishers = [
        publisher_of(one, fronts[one.pk], shelves[one.pk], Place(origin_of(fronts[one.pk]), one.slug)) for one in shown
    ]
    whole = f"{settings.SITE_URL}{reverse('portal:catalogues')}"
    following = f"{whole}?page={at + 1}" if len(agencies) > PAGE else None
    changed = max((one.changed_at for one in publishers), default=None)
    return _json(dcat.of_catalogues(f"{whole}?page={at}", publishers, following), dcat.TYPE, modified=changed)


@fresh
def ckan_call(request: HttpRequest, asked: Asked, call: str) -> Outcome:
    """A call of the harvester of a CKAN catalogue."""
    publisher, datasets = described_data(asked, place_of(asked))
    packages = {ckan.named(publisher, one): one for one in datasets}
    wanted = request.GET.get("id", "")
    result: Any = None
    match call:
        case "package_search":
            result = ckan.searched(publisher, datasets, request.GET.dict())
        case "package_list":
            result = sorted(packages)
        case "package_show":
            known = {**packages, **{ckan.package(publisher, one)["id"]: one for one in datasets}}
            result = ckan.package(publisher, known[wanted]) if wanted in known else None
        case "organization_list":
            result = [publisher.slug]
        case "organization_show":
            organization = ckan.organization(publisher)
            result = organization if wanted in {organization["id"], publisher.slug} else None
        case "status_show":
            result = {
                "site_title": publisher.name,
                "site_url": publisher.home,
                "ckan_version": "2.9.0",
                "extensions": [],
            }
        case _:
            return None
    return _ckan(result)


def _ckan(result: Any) -> Made:
    """An answer in the cover of CKAN's API; what is not there is told as CKAN tells it."""
    if result is None:
        error = {"__type": "Not Found Error", "message": "ไม่พบ โปรดดูรายชื่อที่ package_list (not found; see package_list)"}
        return _json({"success": False, "error": error}, status=404)
    return _json({"success": True, "result": result})


def _json(said: Any, content_type: str = JSON, **more: Any) -> Made:
    body = (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()
    return Made(body, content_type=content_type, policy=Policy.DATA, cache=CACHED, **more)
