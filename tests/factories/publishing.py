"""Publications with real Thai words, published as officials do it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from prongsai.core.publication.content import Bar, Chart, Content, Kind, Part, Section, Table, WebLink
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.published.actions import Given, publish
from prongsai.web.published.models import Edition

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
