"""Publications with real Thai words, published as officials do it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

from django.utils import timezone
from PIL import Image

from prongsai.core.publication.canonical import canonical, sha256_of
from prongsai.core.publication.content import Bar, Chart, Content, Kind, Part, Section, Table, WebLink
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.actions import found_agency
from prongsai.web.agencies.models import Agency
from prongsai.web.portal.actions import change_front
from prongsai.web.published.actions import Given, publish
from prongsai.web.published.models import Edition, Publication, Shelf

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)

BUDGET = Content(
    kind=Kind.DISCLOSURE,
    fiscal_year=2569,
    code="o12",
    title="แผนการใช้จ่ายงบประมาณประจำปี",
    lead="แผนการใช้จ่ายงบประมาณ พ.ศ. ๒๕๖๙ แยกตามแหล่งที่มาและประเภทการใช้จ่าย",
    group="9.3 การบริหารเงินงบประมาณ",
    subject="budget-plan",
    order=12,
    facts=(("ผู้รับผิดชอบ", "กองคลัง"), ("ข้อมูล ณ วันที่", "1 ต.ค. 2568")),
    parts=(
        Part("แสดงแผนการใช้จ่ายงบประมาณประจำปี ที่มีระยะเวลาบังคับใช้ในปี พ.ศ. 2569", ("ตาราง “งบประมาณแยกตามแผนงาน”",)),
        Part("แสดงงบประมาณตามแหล่งที่ได้รับการจัดสรร", ("เอกสาร “ข้อบัญญัติงบประมาณ” หน้า 3",)),
        Part("แสดงงบประมาณตามประเภทรายการใช้จ่าย", ()),
    ),
    sections=(
        Section(
            "งบประมาณแยกตามแผนงาน",
            (
                "เทศบาลตำบลท่าโขงตั้งงบประมาณรายจ่ายประจำปีไว้ทั้งสิ้น 48,250,000 บาท",
                "- แผนงานบริหารงานทั่วไป",
                "- แผนงานการศึกษา",
                "ดูข้อบัญญัติฉบับเต็มได้ที่ https://www.tha-khong.example/budget/2569",
            ),
            (Chart("สัดส่วนงบประมาณ", "%", (Bar("บริหารงานทั่วไป", "42.50", "100"), Bar("การศึกษา", "18.25", "100"))),),
            (
                Table(
                    "งบประมาณรายจ่าย",
                    ("แผนงาน", "งบประมาณ (บาท)"),
                    (("บริหารงานทั่วไป", "20,506,250"), ("การศึกษา", "8,805,625")),
                    (1,),
                    "หน่วย: บาท",
                ),
            ),
        ),
    ),
    links=(WebLink("หน้างบประมาณบนเว็บไซต์เดิม", "https://www.tha-khong.example/budget"),),
)
PLACE = {"kind": "subdistrict_municipality", "province": "ลพบุรี", "district": "บ้านหมี่"}
FILE = Given("ข้อบัญญัติงบประมาณรายจ่าย", "ข้อบัญญัติงบประมาณ-๒๕๖๙.pdf", "application/pdf", PDF)


def put_out(
    agency: Agency, by: Person, content: Content = BUDGET, files: Sequence[Given] = (FILE,), reason: str = ""
) -> Edition:
    """Publish; by default the budget plan with its paper."""
    return publish(by=by, agency=agency, content=content, files=files, reason=reason)


def item(code: str, title: str, **more: object) -> Content:
    """A small item of the same year."""
    blank = replace(BUDGET, facts=(), parts=(), sections=(), links=(), lead="", subject=title)
    return replace(blank, code=code, title=title, order=int(code[1:]), **more)  # type: ignore[arg-type]  # names of Content


def many_portals(*, agencies: int, items: int, years: Sequence[int]) -> dict[str, str]:
    """So many agencies with everything published, written at once; gives the addresses of one of them by what they are.

    The one has the items of its last year through the act of publishing, a face, and a paper.
    """
    day = timezone.now()
    for at in range(agencies):
        agency = found_agency(by=None, today=day.date(), slug=f"portal-{at}", **PLACE | {"name": f"เทศบาลตำบลที่ {at}"})
        by = Person.objects.create_user(username=f"portal-{at}", full_name=f"ผู้เผยแพร่ที่ {at}", password="x" * 12)
        last = at == agencies - 1
        whole = years[:-1] if last else years
        numbers = range(1, items + 1)
        _shelve(agency, by, [replace(BUDGET, code=f"o{n}", order=n, fiscal_year=y) for y in whole for n in numbers])
        if last:
            return _one_portal(agency, by, items, years)
    raise ValueError("no agency was asked for")


def _one_portal(agency: Agency, by: Person, items: int, years: Sequence[int]) -> dict[str, str]:
    out = io.BytesIO()
    Image.effect_noise((320, 320), 60).save(out, "PNG")
    change_front(
        by=by, agency=agency, version=1, values={"colour": "#7b2d43", "motto": "โปร่งใส"}, emblem=out.getvalue()
    )
    for number in range(1, items + 1):
        put_out(agency, by, replace(BUDGET, code=f"o{number}", order=number, fiscal_year=years[-1]), [FILE])
    home = f"/{agency.slug}/"
    return {"item": f"{home}{years[-1]}/o12", "home": home, "year": f"{home}{years[-1]}/"}


def _shelve(agency: Agency, by: Person, contents: Sequence[Content]) -> None:
    """Publications and editions in one statement each."""
    day = timezone.now()
    Shelf.objects.add(agency=agency, changed_at=day)
    rows = [
        Publication(
            agency=agency,
            kind=one.kind.value,
            fiscal_year=one.fiscal_year,
            code=one.code,
            title=one.title,
            group=one.group,
            order=one.order,
        )
        for one in contents
    ]
    Publication.objects.add_all(rows)
    Edition.objects.add_all(
        [
            Edition(
                agency=agency,
                publication=row,
                number=1,
                schema=one.schema,
                content=canonical(one),
                sha256=sha256_of(canonical(one)),
                published_by=by,
                published_at=day,
            )
            for row, one in zip(rows, contents, strict=True)
        ]
    )
