"""The demo's public pages: an agency's past year as citizens read it, one thing corrected, one withdrawn."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace

from PIL import Image, ImageDraw

from prongsai.core.publication.content import Bar, Chart, Content, Kind, Part, Section, Table, WebLink
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.assessments.publishing import draft_of_scores
from prongsai.web.disclosures.items import items_of
from prongsai.web.disclosures.queries import disclosures_of
from prongsai.web.measures.publishing import draft_of_plan
from prongsai.web.measures.queries import plan_of
from prongsai.web.portal.actions import change_front
from prongsai.web.published.actions import Given, publish, withdraw
from prongsai.web.published.queries import publication_at

_SITE = "https://www.tha-khong.example"
_FACE = {
    "name_en": "Tha Khong Subdistrict Municipality",
    "motto": "บริการด้วยใจ โปร่งใส ตรวจสอบได้",
    "colour": "#7b2d43",
    "postal": "99 หมู่ 2 ตำบลท่าโขง อำเภอบ้านหมี่ จังหวัดลพบุรี 15110",
    "telephone": "036 000 001, 036 000 002",
    "email": "info@tha-khong.example",
    "website": _SITE,
    "map_url": "https://maps.example/tha-khong",
    "eit_url": "https://itas.example/go/eit/u4gpi2",
}
#: How many of the items of the past year are public, and of this one.
_PAST, _NOW = 18, 4
_MONTHS = ("ต.ค. 2568", "พ.ย. 2568", "ธ.ค. 2568", "ม.ค. 2569", "ก.พ. 2569", "มี.ค. 2569")
_SERVED = ((412, 38, 27), (398, 41, 22), (455, 36, 30), (501, 52, 24), (387, 47, 19), (430, 40, 33))
_SPENT = (
    ("บริหารงานทั่วไป", "20,506,250.00", "9,843,000.00", "48.00"),
    ("การศึกษา", "8,805,625.00", "4,314,756.25", "49.00"),
    ("สาธารณสุข", "3,860,000.00", "1,698,400.00", "44.00"),
    ("เคหะและชุมชน", "9,650,000.00", "3,377,500.00", "35.00"),
    ("งบกลาง", "5,428,125.00", "2,659,781.25", "49.00"),
)


def make_portal(*, agency: Agency, by: Person, executive: Person, year: int) -> None:
    """The face of the portal, then what is public of the year before ``year`` and of ``year``."""
    change_front(by=by, agency=agency, version=1, values=_FACE | {"eit_year": year}, emblem=_emblem())
    for fiscal_year, count in ((year - 1, _PAST), (year, _NOW)):
        for content, files in _items(agency, fiscal_year, count):
            publish(by=by, agency=agency, content=content, files=files)
        if (plan := plan_of(agency, fiscal_year)) is not None and not (draft := draft_of_plan(plan)).blocked:
            publish(by=by, agency=agency, content=draft.content)
    for fiscal_year in (year - 2, year - 1):
        if (scores := draft_of_scores(agency, fiscal_year)) is not None:
            publish(by=by, agency=agency, content=scores.content)
    _correct(agency, by, year - 1)
    _withdraw(agency, executive, year - 1)


def _items(agency: Agency, fiscal_year: int, count: int) -> Iterator[tuple[Content, list[Given]]]:
    """The first items of a year; three of them with figures and files of their own."""
    known = {item.sub_indicator: item.sub_indicator_name for item in items_of(agency, fiscal_year)}
    for order, row in enumerate(disclosures_of(agency, fiscal_year)[:count], 1):
        link = WebLink(f"{row.name} บนเว็บไซต์เทศบาล", f"{_SITE}/ita/{fiscal_year}/{row.code.lower()}")
        content = Content(
            kind=Kind.DISCLOSURE,
            fiscal_year=fiscal_year,
            code=row.code.lower(),
            title=row.name,
            lead=f"{row.name} ของเทศบาลตำบลท่าโขง ปีงบประมาณ พ.ศ. {fiscal_year}",
            group=f"{row.sub_indicator} {known.get(row.sub_indicator, '')}".strip(),
            subject=row.subject,
            order=order,
            facts=(("ผู้รับผิดชอบ", " ".join(row.responsible) or "สำนักปลัดเทศบาล"),),
            parts=tuple(Part(one, (link.title,)) for one in row.components),
            sections=(Section("", (f"เทศบาลตำบลท่าโขงเผยแพร่{row.name}เพื่อให้ประชาชนเข้าถึงได้สะดวกและตรวจสอบได้",)),),
            links=(link,),
        )
        yield _with_figures(content)


def _with_figures(content: Content) -> tuple[Content, list[Given]]:
    if "สถิติการให้บริการ" in content.title:
        table = _served()
        return replace(content, sections=_services(table)), [_csv("สถิติการให้บริการ", table)]
    if "กำกับติดตามการดำเนินงาน" in content.title:
        table = _spent()
        return replace(content, sections=_budget(table)), [_csv("ผลการใช้จ่ายงบประมาณ", table)]
    if content.title == "โครงสร้าง":
        return content, [_drawing("แผนผังโครงสร้างส่วนราชการ")]
    return content, []


def _services(table: Table) -> tuple[Section, ...]:
    total = sum(sum(row) for row in _SERVED)
    bars = tuple(Bar(month, str(sum(row)), "600") for month, row in zip(_MONTHS, _SERVED, strict=True))
    words = (f"ประชาชนมารับบริการรวม {total:,} ครั้งใน 6 เดือนแรก", "- ณ จุดบริการ", "- ทางโทรศัพท์", "- ทาง E-Service")
    return (Section("ผู้มารับบริการ", words, (Chart("ผู้รับบริการแต่ละเดือน", "ครั้ง", bars),), (table,)),)


def _budget(table: Table) -> tuple[Section, ...]:
    bars = tuple(Bar(plan, share, "100") for plan, _given, _spent, share in _SPENT)
    problem = ("การจัดซื้อจัดจ้างบางรายการล่าช้าเนื่องจากต้องแก้ไขแบบแปลน เทศบาลเร่งรัดให้แล้วเสร็จภายในไตรมาสที่ 3",)
    return (
        Section("ผลการใช้จ่าย", (), (Chart("ร้อยละของงบประมาณที่ใช้แล้ว", "%", bars),), (table,)),
        Section("ปัญหาและอุปสรรค", problem),
        Section("ข้อเสนอแนะ", ("ควรจัดทำแบบแปลนและราคากลางให้แล้วเสร็จก่อนเริ่มปีงบประมาณ",)),
    )


def _served() -> Table:
    rows = tuple((month, *(f"{one:,}" for one in row)) for month, row in zip(_MONTHS, _SERVED, strict=True))
    return Table("จำนวนผู้รับบริการรายเดือน", ("เดือน", "ณ จุดบริการ", "โทรศัพท์", "E-Service"), rows, (1, 2, 3), "หน่วย: ครั้ง")


def _spent() -> Table:
    columns = ("แผนงาน", "งบประมาณ (บาท)", "ใช้จ่ายแล้ว (บาท)", "ร้อยละ")
    return Table("การใช้จ่ายงบประมาณรอบ 6 เดือน", columns, _SPENT, (1, 2, 3))


def _correct(agency: Agency, by: Person, fiscal_year: int) -> None:
    """The first item with a table has a figure put right."""
    public = list(_items(agency, fiscal_year, _PAST))
    found, files = next((one for one in public if any(part.tables for part in one[0].sections)), public[0])
    told = (*found.facts, ("ข้อมูล ณ วันที่", f"31 มี.ค. {fiscal_year}"))
    reason = "เพิ่มวันที่ของข้อมูล ตามข้อเสนอแนะของผู้ตรวจ"
    publish(by=by, agency=agency, content=replace(found, facts=told), files=files, reason=reason)


def _withdraw(agency: Agency, by: Person, fiscal_year: int) -> None:
    """The last item that is public is taken back."""
    last = list(_items(agency, fiscal_year, _PAST))[-1][0]
    publication = publication_at(agency, fiscal_year, last.code)
    if publication is not None:
        reason = "เอกสารแนบมีหมายเลขโทรศัพท์ส่วนตัวของประชาชน จะเผยแพร่ฉบับที่ปิดบังแล้วอีกครั้ง"
        withdraw(by=by, publication=publication, reason=reason)


def _csv(title: str, table: Table) -> Given:
    """The table as a file that Excel opens with its Thai letters."""
    out = io.StringIO()
    csv.writer(out).writerows((table.columns, *table.rows))
    return Given(title, f"{title}.csv", "text/csv; charset=utf-8", out.getvalue().encode("utf-8-sig"))


def _drawing(title: str) -> Given:
    """Boxes of an office and its four divisions."""
    picture = Image.new("RGB", (960, 480), "white")
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((360, 40, 600, 130), 12, fill=(123, 45, 67))
    for at in range(4):
        x = 40 + at * 230
        draw.line(((480, 130), (x + 95, 300)), fill=(90, 90, 90), width=4)
        draw.rounded_rectangle((x, 300, x + 190, 380), 12, fill=(208, 180, 190))
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return Given(title, f"{title}.png", "image/png", out.getvalue())


def _emblem() -> bytes:
    """A boat on a river, below a sun."""
    picture = Image.new("RGBA", (512, 512))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((8, 8, 504, 504), fill=(255, 250, 240), outline=(196, 148, 60), width=18)
    draw.ellipse((196, 84, 316, 204), fill=(236, 170, 60))
    for at in range(3):
        draw.arc((80 + at * 60, 340 + at * 28, 432 - at * 60, 420 + at * 28), 20, 160, fill=(46, 110, 140), width=14)
    draw.polygon(((116, 280), (396, 280), (340, 350), (172, 350)), fill=(123, 45, 67))
    draw.line(((256, 280), (256, 190)), fill=(90, 60, 40), width=12)
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
