"""The operations of the API, version 1. The version stands in the address; what answers once stays as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, TypeVar
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from ninja import NinjaAPI, Path, Query, Schema
from ninja.errors import ValidationError
from ninja.renderers import JSONRenderer
from pydantic import AfterValidator, BeforeValidator, Field

from prongsai.core.sentence import Sentence
from prongsai.core.thai.fiscal import YEARS
from prongsai.web.portal.api import reading
from prongsai.web.portal.api import schemas as told
from prongsai.web.portal.api.problems import NOT_THERE, Missing, add_handlers
from prongsai.web.portal.api.schemas import said

T = TypeVar("T")
_THAILAND = ZoneInfo("Asia/Bangkok")
_OFFSET = re.compile(r" (\d\d:?\d\d)$")


class Unescaped(JSONRenderer):
    """Thai letters as they are: a third of the bytes."""

    json_dumps_params: Mapping[str, Any] = {"ensure_ascii": False}


def _with_plus(given: object) -> object:
    """A plus in an address arrives as a blank where it was not written as %2B."""
    return _OFFSET.sub(r"+\1", given) if isinstance(given, str) else given


def _sensible(moment: datetime) -> datetime:
    """A moment without a zone is one of Thailand; ValueError for one that no publication can have."""
    if not 2000 <= moment.year <= 2999:
        raise ValueError("out of range")
    return moment if moment.tzinfo else moment.replace(tzinfo=_THAILAND)


Moment = Annotated[datetime, BeforeValidator(_with_plus), AfterValidator(_sensible)]

api = NinjaAPI(
    title="Prongsai open data",
    version="1",
    description=said(
        "ทุกเรื่องที่หน่วยงานเผยแพร่ อ่านอย่างเดียว ไม่ต้องลงทะเบียน ใช้ได้ตามสัญญาอนุญาต CC BY 4.0",
        "Everything that agencies have published: read only, without registration, under CC BY 4.0",
    ),
    docs_url=None,  # a page of ours shows it: nothing is fetched from elsewhere
    openapi_url=None,
    urls_namespace="portal-api",
    renderer=Unescaped(),
)
add_handlers(api)

Slug = Annotated[
    str, Path(pattern=r"^[-a-zA-Z0-9_]+$", max_length=60, description=said("รหัสหน่วยงาน", "Id of the agency"))
]
Year = Annotated[
    int, Path(ge=YEARS[0], le=YEARS[-1], description=said("ปีงบประมาณ (พ.ศ.)", "Fiscal year, Buddhist era"))
]
Code = Annotated[str, Path(pattern=r"^[-a-zA-Z0-9_]+$", max_length=60, description=said("รหัสเรื่อง", "Code, as o12"))]
Number = Annotated[int, Path(ge=1, le=100_000, description=said("ฉบับที่", "Number of the edition"))]
#: A text without the letter NUL, which no database keeps.
_LETTERS = r"^[^\x00]*$"
_FAULTS = {404: told.Problem, 422: told.Problem}


class Paged(Schema):
    """What every list takes."""

    limit: int = Field(
        25, ge=1, le=reading.MOST, description=said("จำนวนต่อหน้า ไม่เกิน 100", "How many a page, at most 100")
    )
    cursor: int = Field(
        0, ge=0, lt=2**63, description=said("มากับที่อยู่ของหน้าถัดไป", "Comes with the address of the next page")
    )


class Since(Paged):
    """Lists of what changes."""

    updated_since: Moment | None = Field(
        None,
        description=said(
            "เฉพาะที่เผยแพร่ แก้ไข หรือถอนตั้งแต่เวลานี้ เช่น 2026-01-31T00:00:00+07:00",
            "Only what was published, corrected or withdrawn at or after this moment",
        ),
    )


class AgenciesAsked(Since):
    """Filters of agencies."""

    province: str = Field(
        "", max_length=100, pattern=_LETTERS, description=said("จังหวัด เช่น ลพบุรี", "Province, by its Thai name")
    )
    kind: told.AgencyKind | None = Field(None, description=said("ประเภทหน่วยงาน", "Kind of agency"))


class PublicationsAsked(Since):
    """Filters of publications."""

    agency: str = Field("", max_length=60, pattern=_LETTERS, description=said("รหัสหน่วยงาน", "Id of the agency"))
    year: int | None = Field(None, ge=YEARS[0], le=YEARS[-1], description=said("ปีงบประมาณ (พ.ศ.)", "Fiscal year"))
    kind: told.Kind | None = Field(None, description=said("ชนิด", "Kind"))
    subject: str = Field(
        "", max_length=60, pattern=_LETTERS, description=said("ชื่อคงที่ของหัวข้อ", "Stable name of the subject")
    )


class FilesAsked(Paged):
    """Filters of files."""

    agency: str = Field("", max_length=60, pattern=_LETTERS, description=said("รหัสหน่วยงาน", "Id of the agency"))
    year: int | None = Field(None, ge=YEARS[0], le=YEARS[-1], description=said("ปีงบประมาณ (พ.ศ.)", "Fiscal year"))


@api.get("/agencies", response={200: told.Agencies, **_FAULTS}, operation_id="agencies", tags=["agencies"],
         summary=said("หน่วยงานที่มีข้อมูลเผยแพร่", "Agencies that have published something"))  # fmt: skip
def agencies(request: HttpRequest, asked: Query[AgenciesAsked]) -> dict[str, Any]:
    """Every agency once, in an order that does not change."""
    return _listed(
        "agencies", asked, *reading.agencies(_filters(request, asked, province=asked.province, kind=asked.kind))
    )


@api.get("/agencies/{agency}", response={200: told.Agency, **_FAULTS}, operation_id="agency", tags=["agencies"],
         summary=said("หน่วยงานหนึ่งแห่ง", "One agency"))  # fmt: skip
def agency(request: HttpRequest, agency: Slug) -> told.Agency:
    """One agency."""
    return _found(reading.agency(agency))


@api.get("/publications", response={200: told.Publications, **_FAULTS}, operation_id="publications",
         tags=["publications"], summary=said("เรื่องที่เผยแพร่", "Publications"))  # fmt: skip
def publications(request: HttpRequest, asked: Query[PublicationsAsked]) -> dict[str, Any]:
    """Every publication once at its newest edition, withdrawn ones as tombstones."""
    filters = _filters(
        request, asked, agency=asked.agency, fiscal_year=asked.year, kind=asked.kind, subject=asked.subject
    )
    return _listed("publications", asked, *reading.publications(filters))


@api.get("/publications/{agency}/{year}/{code}", response={200: told.Publication, **_FAULTS},
         operation_id="publication", tags=["publications"],
         summary=said("หนึ่งเรื่องพร้อมเนื้อหาและทุกฉบับ", "One publication with its content and its editions"))  # fmt: skip
def publication(request: HttpRequest, agency: Slug, year: Year, code: Code) -> told.Publication:
    """One publication at its newest edition."""
    return _found(reading.publication(agency, year, code))


@api.get("/publications/{agency}/{year}/{code}/editions/{number}", response={200: told.Publication, **_FAULTS},
         operation_id="edition", tags=["publications"],
         summary=said("ฉบับหนึ่งของเรื่อง", "One edition of a publication"))  # fmt: skip
def edition(request: HttpRequest, agency: Slug, year: Year, code: Code, number: Number) -> told.Publication:
    """One edition."""
    return _found(reading.publication(agency, year, code, number))


@api.get("/files", response={200: told.Files, **_FAULTS}, operation_id="files", tags=["files"],
         summary=said("ไฟล์ที่เผยแพร่", "Published files"))  # fmt: skip
def files(request: HttpRequest, asked: Query[FilesAsked]) -> dict[str, Any]:
    """The files of newest editions."""
    return _listed(
        "files", asked, *reading.files(_filters(request, asked, agency=asked.agency, fiscal_year=asked.year))
    )


def _filters(request: HttpRequest, asked: Paged, *, agency: str = "", **wanted: str | int | None) -> reading.Asked:
    for name in request.GET.keys() - type(asked).model_fields.keys():  # a slip of the pen would give everything
        raise ValidationError([{"type": "extra_forbidden", "loc": ("query", name)}])
    given = {name: value for name, value in wanted.items() if value not in (None, "")}
    since = getattr(asked, "updated_since", None)
    if agency and reading.agency_is_unknown(agency):
        raise Missing(
            Sentence(
                f"ไม่พบหน่วยงาน {agency} โปรดดูรหัสที่ /api/v1/agencies",
                f"There is no agency {agency}; see /api/v1/agencies.",
            ),
            "agency",
        )
    return reading.Asked(asked.limit, asked.cursor, agency, given, since)


def _listed(path: str, asked: Paged, items: list[Any], following: int | None) -> dict[str, Any]:
    """One page; the address of the next repeats what was asked."""
    if following is None:
        return {"items": items, "next": None}
    kept = asked.model_dump(mode="json", exclude_defaults=True) | {"cursor": following}
    return {"items": items, "next": f"{reading.api_of(path)}?{urlencode(kept)}"}


def _found(what: T | None) -> T:
    if what is None:
        raise Missing(NOT_THERE)
    return what
