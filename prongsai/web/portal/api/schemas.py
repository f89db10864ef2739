"""What the API answers, typed: these classes check every answer, and the OpenAPI document is made of them.

A description is in Thai and English with a dash between, as ``said`` writes it; the reference page shows one of them.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from ninja import Schema
from pydantic import Field

DASH = " — "


def said(th: str, en: str) -> str:
    """A description in both languages."""
    return f"{th}{DASH}{en}"


Kind = Literal["disclosure", "plan", "report", "scores"]
State = Literal["published", "withdrawn"]
AgencyKind = Literal[
    "subdistrict_municipality",
    "town_municipality",
    "city_municipality",
    "subdistrict_organisation",
    "provincial_organisation",
    "other",
]
_NEXT = Field(description=said("ที่อยู่ของหน้าถัดไป ว่างหากหมดแล้ว", "Address of the next page; null at the end"))


class Problem(Schema):
    """Why there is no answer, as RFC 9457 has it, in both languages."""

    type: str = Field(description=said("ชนิดของปัญหา", "Kind of problem"))
    title: str = Field(description=said("ชื่อสถานะ", "Name of the status"))
    status: int = Field(description=said("รหัสสถานะ HTTP", "HTTP status"))
    th: str = Field(description=said("คำอธิบายภาษาไทย", "What it is and what to do, in Thai"))
    en: str = Field(description=said("คำอธิบายภาษาอังกฤษ", "The same in English"))
    where: str = Field(description=said("พารามิเตอร์ที่ผิด ว่างหากไม่มี", "The parameter at fault; empty where there is none"))


class Agency(Schema):
    """An agency that has published something."""

    id: str = Field(description=said("รหัสในที่อยู่ ไม่เปลี่ยน", "Its name in addresses, which never changes"))
    name: str = Field(description=said("ชื่อหน่วยงาน", "Its name"))
    name_en: str = Field(description=said("ชื่อภาษาอังกฤษ", "Its name in English, where it is told"))
    kind: AgencyKind = Field(description=said("ประเภทหน่วยงาน", "Kind of agency"))
    province: str = Field(description=said("จังหวัด", "Province"))
    district: str = Field(description=said("อำเภอ", "District"))
    address: str = Field(description=said("หน้าแรกของหน่วยงาน", "Its public pages"))
    catalogue: str = Field(description=said("บัญชีข้อมูล DCAT", "Its catalogue as DCAT"))
    updated_at: datetime = Field(description=said("เวลาที่เผยแพร่ แก้ไข หรือถอนล่าสุด", "When it last published or withdrew"))


class Agencies(Schema):
    """One page of agencies."""

    items: list[Agency]
    next: str | None = _NEXT


class Listed(Schema):
    """A publication at its newest edition, without its content. A withdrawn one stays as a tombstone."""

    id: str = Field(description=said("รหัส หน่วยงาน/ปี/รหัสเรื่อง ไม่เปลี่ยน", "agency/year/code, which never changes"))
    agency: str = Field(description=said("หน่วยงาน", "Id of the agency"))
    year: int = Field(description=said("ปีงบประมาณ (พ.ศ.)", "Fiscal year in the Buddhist era"))
    code: str = Field(description=said("รหัสเรื่อง", "Code, as o12, plan, scores"))
    kind: Kind = Field(description=said("ชนิด", "Kind"))
    subject: str = Field(description=said("ชื่อคงที่ของหัวข้อข้ามปี", "Stable name of the subject over the years"))
    title: str = Field(description=said("ชื่อเรื่อง", "Title"))
    group: str = Field(description=said("กลุ่มหรือตัวชี้วัด", "Group or indicator"))
    state: State = Field(description=said("สถานะ", "State"))
    edition: int = Field(description=said("ฉบับที่", "Number of the newest edition"))
    published_at: datetime = Field(description=said("เวลาที่เผยแพร่ฉบับนี้", "When this edition was published"))
    withdrawn_at: datetime | None = Field(description=said("เวลาที่ถอน", "When it was withdrawn"))
    reason: str = Field(description=said("เหตุผลของการแก้ไขหรือถอน", "Reason of the correction or withdrawal"))
    sha256: str | None = Field(description=said("ค่าแฮชของเนื้อหา", "SHA-256 of the frozen content; null when withdrawn"))
    address: str = Field(description=said("หน้าเว็บ", "Its page"))
    api: str = Field(description=said("ที่อยู่ใน API", "Its address in this API"))


class Publications(Schema):
    """One page of publications."""

    items: list[Listed]
    next: str | None = _NEXT


class Fact(Schema):
    """A fact beside the text."""

    label: str
    value: str


class Part(Schema):
    """A required part and where it is shown."""

    text: str
    shown: bool
    where: list[str]


class Bar(Schema):
    """One figure of a chart; decimals are texts, so that no digit is lost."""

    label: str
    value: str
    of: str


class Chart(Schema):
    """A few figures."""

    title: str
    unit: str
    bars: list[Bar]


class Table(Schema):
    """A table; every row has a cell for each column. ``numbers`` are the places, from 0, of columns of figures."""

    number: int
    title: str
    columns: list[str]
    numbers: list[int]
    rows: list[list[str]]
    note: str
    addresses: dict[str, str] = Field(
        description=said("ไฟล์ csv, xlsx, json ของตารางนี้", "This table as csv, xlsx and json")
    )


class Section(Schema):
    """A part of the text under its own heading. A paragraph that begins with “- ” is an entry of a list."""

    title: str
    paragraphs: list[str]
    charts: list[Chart]
    tables: list[Table]


class WebLink(Schema):
    """A link to another site."""

    title: str
    url: str


class File(Schema):
    """A published file."""

    title: str
    name: str
    content_type: str
    size: int
    sha256: str
    address: str


class Content(Schema):
    """What was frozen when it was published."""

    lead: str
    facts: list[Fact]
    parts: list[Part]
    sections: list[Section]
    links: list[WebLink]
    files: list[File]


class Edition(Schema):
    """One edition; of a withdrawn one only that it was there, and why it is gone."""

    number: int
    state: State
    published_at: datetime
    withdrawn_at: datetime | None
    reason: str
    sha256: str | None
    address: str
    api: str


class Publication(Listed):
    """One publication whole; ``content`` is null of a withdrawn one."""

    editions: list[Edition]
    content: Content | None


class ListedFile(File):
    """A file with the publication that shows it."""

    publication: str


class Files(Schema):
    """One page of files."""

    items: list[ListedFile]
    next: str | None = _NEXT
